package org.spolia.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The effect of each factor of a design on each problem, in the order of the problems' ids. The problem is the unit of all inference:
 * its blocks are averaged, because seeds of one problem are no evidence about another.
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
     * The effects over complete blocks. A block counts when each operator set of the design has an outcome in it; one that lacks an
     * outcome is left out as a whole, since the means of the others would compare different seeds. A problem without a complete block
     * is left out. The order of the outcomes does not matter.
     *
     * @throws IllegalArgumentException if a set is not of the design, a trial is given twice or a problem has two fields
     */
    public static Effects of(Design design, List<Outcome> outcomes) {
        SortedMap<String, SortedMap<String, double[]>> scores = scores(design, outcomes);
        Map<String, String> fieldOf = fields(outcomes);
        List<String> problems = new ArrayList<>();
        List<double[][]> complete = new ArrayList<>();
        scores.forEach((problem, blocks) -> {
            double[][] kept = blocks.values().stream()
                    .filter(block -> Arrays.stream(block).noneMatch(Double::isNaN))
                    .toArray(double[][]::new);
            if (kept.length > 0) {
                problems.add(problem);
                complete.add(kept);
            }
        });
        double[][] values = new double[design.factors().size()][problems.size()];
        for (int problem = 0; problem < problems.size(); problem++) {
            double[][] blocks = complete.get(problem);
            for (int factor = 0; factor < values.length; factor++) {
                int of = factor;
                values[factor][problem] =
                        Sums.sum(blocks.length, block -> design.effect(of, blocks[block])) / blocks.length;
            }
        }
        return new Effects(
                design.factors(),
                problems,
                problems.stream()
                        .map(problem -> String.valueOf(fieldOf.get(problem)))
                        .toList(),
                values,
                complete.stream().mapToInt(blocks -> blocks.length).toArray());
    }

    /**
     * Effects that are already known, each from one block.
     *
     * @param fieldOf the field of each problem
     * @param values for each factor, for each problem, its effect
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

    private static SortedMap<String, SortedMap<String, double[]>> scores(Design design, List<Outcome> outcomes) {
        Map<String, Integer> position = new HashMap<>();
        design.sets().forEach(set -> position.put(set, position.size()));
        SortedMap<String, SortedMap<String, double[]>> scores = new TreeMap<>();
        for (Outcome outcome : outcomes) {
            Integer set = position.get(outcome.set());
            if (set == null) {
                throw new IllegalArgumentException("Operator set '" + outcome.set()
                        + "' is not of the design; pass the outcomes of its sets alone");
            }
            double[] block = scores.computeIfAbsent(outcome.problem(), problem -> new TreeMap<>())
                    .computeIfAbsent(outcome.block(), name -> empty(position.size()));
            if (!Double.isNaN(block[set])) {
                throw new IllegalArgumentException(
                        "Problem '" + outcome.problem() + "' has two outcomes with operator set '" + outcome.set()
                                + "' in block '" + outcome.block() + "'; give each trial once");
            }
            block[set] = outcome.score();
        }
        return scores;
    }

    private static double[] empty(int sets) {
        double[] block = new double[sets];
        Arrays.fill(block, Double.NaN);
        return block;
    }

    private static Map<String, String> fields(List<Outcome> outcomes) {
        Map<String, String> fieldOf = new HashMap<>();
        for (Outcome outcome : outcomes) {
            String earlier = fieldOf.putIfAbsent(outcome.problem(), outcome.field());
            if (earlier != null && !earlier.equals(outcome.field())) {
                throw new IllegalArgumentException("Problem '" + outcome.problem() + "' has the fields '" + earlier
                        + "' and '" + outcome.field() + "'; a problem has one");
            }
        }
        return fieldOf;
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

    /** How many complete blocks of a problem were averaged. */
    public int blocks(int problem) {
        return blocks[problem];
    }

    int[] fieldOf() {
        return fieldOf.clone();
    }
}
