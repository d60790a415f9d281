package org.spolia.symbolic.library.algebraic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;
import org.spolia.symbolic.relation.RelationTerm;

/** Arithmetic on lists of exponents, with one exponent for each atom of a product. */
final class Exponents {
    private Exponents() {}

    /** Returns the least exponent of each atom among the terms. Dividing by them adds no negative exponent. */
    static List<Integer> common(List<RelationTerm> terms) {
        return terms.stream()
                .map(RelationTerm::exponents)
                .reduce((a, b) -> combine(a, b, Math::min))
                .orElseThrow();
    }

    static List<RelationTerm> divide(List<RelationTerm> terms, List<Integer> exponents) {
        return terms.stream()
                .map(term ->
                        new RelationTerm(term.coefficient(), combine(term.exponents(), exponents, (a, b) -> a - b)))
                .toList();
    }

    static List<Integer> sum(List<Integer> a, List<Integer> b) {
        return combine(a, b, Integer::sum);
    }

    static boolean areEven(List<Integer> exponents) {
        return exponents.stream().allMatch(exponent -> exponent % 2 == 0);
    }

    /** Halves each exponent, rounding down. */
    static List<Integer> half(List<Integer> exponents) {
        return exponents.stream().map(exponent -> Math.floorDiv(exponent, 2)).toList();
    }

    static List<Integer> twice(List<Integer> exponents) {
        return sum(exponents, exponents);
    }

    /** Sets all exponents but one to zero. */
    static List<Integer> only(List<Integer> exponents, int atom) {
        List<Integer> only = new ArrayList<>();
        for (int i = 0; i < exponents.size(); i++) {
            only.add(i == atom ? exponents.get(i) : 0);
        }
        return only;
    }

    private static List<Integer> combine(List<Integer> a, List<Integer> b, IntBinaryOperator operator) {
        List<Integer> combined = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            combined.add(operator.applyAsInt(a.get(i), b.get(i)));
        }
        return combined;
    }
}
