package org.spolia.statistics.effect;

import java.util.List;
import java.util.stream.IntStream;
import org.spolia.statistics.Sums;

/**
 * The scores of operator sets on the same problems: the mean score of each set and problem over complete blocks, in
 * which every set has a score. The problem is the unit of inference, because seeds of one problem are not evidence
 * about another.
 */
public final class SetMeans {
    private final List<String> problems;
    private final double[][][] scores;

    private SetMeans(List<String> problems, double[][][] scores) {
        this.problems = problems;
        this.scores = scores;
    }

    /**
     * Computes the means of these sets.
     *
     * @param sets their ids
     * @param outcomes the outcomes of these sets only, in any order
     * @throws IllegalArgumentException if a trial is given twice or a problem has two fields
     */
    public static SetMeans of(List<String> sets, List<Outcome> outcomes) {
        CompleteBlocks complete = CompleteBlocks.of(sets, outcomes);
        return new SetMeans(
                complete.problems(),
                complete.problems().stream().map(complete::scores).toArray(double[][][]::new));
    }

    /** The problems that have a complete block, in the order of their ids. */
    public List<String> problems() {
        return problems;
    }

    /** The number of complete blocks of all problems; each has one trial of each set. */
    public int blocks() {
        return IntStream.range(0, scores.length)
                .map(problem -> scores[problem].length)
                .sum();
    }

    /** The mean score of a set on each problem. */
    public double[] means(int set) {
        return IntStream.range(0, scores.length)
                .mapToDouble(problem -> total(set, problem) / scores[problem].length)
                .toArray();
    }

    /** The sum of the scores of a set over all blocks. */
    public double total(int set) {
        return Sums.sum(scores.length, problem -> total(set, problem));
    }

    /** Returns for each problem the mean score of a set less that of another. */
    public double[] differences(int set, int other) {
        return IntStream.range(0, scores.length)
                .mapToDouble(problem -> Sums.sum(
                                scores[problem].length,
                                block -> scores[problem][block][set] - scores[problem][block][other])
                        / scores[problem].length)
                .toArray();
    }

    private double total(int set, int problem) {
        return Sums.sum(scores[problem].length, block -> scores[problem][block][set]);
    }
}
