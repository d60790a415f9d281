package org.spolia.symbolic.concept;

import java.util.HashMap;
import java.util.Map;

/** A cache of patterns, so that each is computed once. */
final class Patterns {
    private final Map<String, Pattern> byRawKey = new HashMap<>();
    private final Map<String, Boolean> sayingSomething = new HashMap<>();

    Pattern of(ConceptTerm raw, int holes) {
        return byRawKey.computeIfAbsent(raw.key(), key -> Pattern.of(raw, holes));
    }

    boolean saysSomething(Pattern pattern) {
        return sayingSomething.computeIfAbsent(pattern.term().key(), key -> pattern.saysSomething());
    }
}
