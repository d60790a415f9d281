package org.spolia.bench.solve;

/** An answer with its assignment. */
record Verdict(Setting setting, Law law, int seed, String contender, Answer answer) {
    boolean solvedInside() {
        return answer.inside() < setting.threshold();
    }

    boolean solvedOutside() {
        return answer.outside() < setting.threshold();
    }

    /** Returns whether some model of the front is right out of distribution. */
    boolean solvedOnFront() {
        return answer.front() < setting.threshold();
    }
}
