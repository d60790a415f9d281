package org.spolia.bench.solve;

import java.util.List;
import java.util.function.Predicate;

/**
 * Some of the laws, which are counted together.
 *
 * @param name the name in tables
 * @param contains whether a law belongs to it
 */
record LawGroup(String name, Predicate<Law> contains) {
    /** Returns the verdicts on its laws. */
    List<Verdict> of(List<Verdict> verdicts) {
        return verdicts.stream().filter(verdict -> contains.test(verdict.law())).toList();
    }
}
