package org.spolia.statistics.effect;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.spolia.statistics.Sums;

/**
 * The effect of each factor of a design on each problem, in the order of the problems' ids. The problem is the unit of
 * all inference: its blocks are averaged, because seeds of one problem are not evidence about another.
 */
public final class Effects {
    private final List<String> factors;
    private final List<String> problems;
    private final List<String> fields;
    private final int[] fieldOf;
    private final double[][] values;
    private final int[] blocks;

    private Effects(
            List<String> factors, List<String> problems, List<String> fieldOf, double[][] values, int[] blocks) {
        this.factors = List.copyOf(factors);
        this.problems = List.copyOf(problems);
        this.fields = fieldOf.stream().distinct().sorted().toList();
        this.fieldOf = fieldOf.stream().mapToInt(fields::indexOf).toArray();
        this.values = values;
        this.blocks = blocks;
    }

    /**
     * Computes the effects over complete blocks. A block counts if each operator set of the design has an outcome in
     * it. A block that lacks an outcome is left out as a whole, because the means of the others would compare different
     * seeds. A problem without a complete block is left out. The order of the outcomes does not matter.
     *
     * @throws IllegalArgumentException if a set is not part of the design, a trial is given twice or a problem has two
     * fields
     */
    public static Effects of(Design design, List<Outcome> outcomes) {
        CompleteBlocks complete = CompleteBlocks.of(design.sets(), outcomes);
        List<String> problems = complete.problems();
        double[][] values = new double[design.factors().size()][problems.size()];
        int[] blocks = new int[problems.size()];
        for (int problem = 0; problem < problems.size(); problem++) {
            double[][] scores = complete.scores(problems.get(problem));
            blocks[problem] = scores.length;
            for (int factor = 0; factor < values.length; factor++) {
                int of = factor;
                values[factor][problem] =
                        Sums.sum(scores.length, block -> design.effect(of, scores[block])) / scores.length;
            }
        }
        return new Effects(
                design.factors(),
                problems,
                problems.stream().map(complete::field).toList(),
                values,
                blocks);
    }

    /**
     * Creates effects from known values, each from one block.
     *
     * @param fieldOf the field of each problem
     * @param values for each factor and each problem, its effect
     */
    public static Effects of(List<String> factors, List<String> problems, List<String> fieldOf, double[][] values) {
        if (problems.size() != fieldOf.size() || values.length != factors.size()) {
            throw new IllegalArgumentException("Got " + factors.size() + " factors with " + values.length
                    + " rows of effects, and " + problems.size() + " problems with " + fieldOf.size()
                    + " fields; they must match");
        }
        double[][] copy = new double[values.length][];
        for (int factor = 0; factor < copy.length; factor++) {
            copy[factor] = values[factor].clone();
            if (copy[factor].length != problems.size()
                    || !Arrays.stream(copy[factor]).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException("The effects of '" + factors.get(factor)
                        + "' must be one finite number for each of " + problems.size() + " problems");
            }
        }
        int[] blocks = new int[problems.size()];
        Arrays.fill(blocks, 1);
        return new Effects(factors, problems, fieldOf, copy, blocks);
    }

    public List<String> factors() {
        return factors;
    }

    public List<String> problems() {
        return problems;
    }

    /** The fields of the problems, in alphabetical order. */
    public List<String> fields() {
        return fields;
    }

    /** The position of a problem's field. */
    public int fieldOf(int problem) {
        return fieldOf[problem];
    }

    /** The problems of a field. */
    public int[] problemsOf(int field) {
        return IntStream.range(0, fieldOf.length)
                .filter(problem -> fieldOf[problem] == field)
                .toArray();
    }

    /** The effect of a factor on a problem: its mean over the complete blocks. */
    public double effect(int factor, int problem) {
        return values[factor][problem];
    }

    /** The effects of a factor on some problems. */
    public double[] effects(int factor, int[] chosen) {
        return Arrays.stream(chosen)
                .mapToDouble(problem -> values[factor][problem])
                .toArray();
    }

    /** The number of complete blocks of a problem. */
    public int blocks(int problem) {
        return blocks[problem];
    }

    int[] fieldOf() {
        return fieldOf.clone();
    }
}
