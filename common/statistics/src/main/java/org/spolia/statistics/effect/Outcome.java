package org.spolia.statistics.effect;

/**
 * The score of a trial with an operator set.
 *
 * @param problem the id of the problem
 * @param field the field of the problem
 * @param block what the trials of a problem that differ only in their operator set share, such as noise and seeds
 * @param set the id of the operator set
 * @param score finite; the bounded score has a mean where errors of extrapolation have none
 */
public record Outcome(String problem, String field, String block, String set, double score) {
    public Outcome {
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException("Score " + score + " of problem '" + problem + "' with operator set '"
                    + set + "' is not finite; leave out trials without a score");
        }
    }
}
