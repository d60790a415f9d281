package org.spolia.symbolic.concept;

import java.util.ArrayList;
import java.util.List;

/** The bits that a pattern saves in each law. */
final class Tally {
    private static final double PARTS = 1e6;

    private final Pattern pattern;
    private final List<String> laws = new ArrayList<>();
    private double saving;

    Tally(Pattern pattern) {
        this.pattern = pattern;
    }

    void add(String law, Occurrence occurrence) {
        laws.add(law);
        saving += occurrence.saving();
    }

    List<String> laws() {
        return laws;
    }

    String key() {
        return pattern.term().key();
    }

    /** The bits saved, less those of the definition, rounded to a millionth so that rounding errors decide no tie. */
    double net() {
        return Math.rint((saving - pattern.term().bits()) * PARTS) / PARTS;
    }

    /** Prefers the larger saving, then more laws, then the smaller pattern. */
    boolean isBetterThan(Tally other) {
        if (net() != other.net()) {
            return net() > other.net();
        }
        if (laws.size() != other.laws.size()) {
            return laws.size() > other.laws.size();
        }
        int nodes = pattern.term().nodes() - other.pattern.term().nodes();
        return nodes == 0 ? key().compareTo(other.key()) < 0 : nodes < 0;
    }

    Concept concept() {
        return new Concept(TermWriter.write(pattern.term()), pattern.holes(), net(), laws);
    }
}
