package org.spolia.statistics.effect;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The blocks of each problem in which every operator set has an outcome, for any order of the outcomes. */
final class CompleteBlocks {
    private final SortedMap<String, double[][]> scores = new TreeMap<>();
    private final Map<String, String> fields;

    private CompleteBlocks(Map<String, String> fields) {
        this.fields = fields;
    }

    static CompleteBlocks of(List<String> sets, List<Outcome> outcomes) {
        CompleteBlocks complete = new CompleteBlocks(fields(outcomes));
        blocks(sets, outcomes).forEach((problem, blocks) -> {
            double[][] kept = blocks.values().stream()
                    .filter(block -> Arrays.stream(block).noneMatch(Double::isNaN))
                    .toArray(double[][]::new);
            if (kept.length > 0) {
                complete.scores.put(problem, kept);
            }
        });
        return complete;
    }

    /** The problems that have a complete block, in alphabetical order. */
    List<String> problems() {
        return List.copyOf(scores.keySet());
    }

    String field(String problem) {
        return String.valueOf(fields.get(problem));
    }

    /** Returns the scores of the sets for each complete block of a problem, in the order of the blocks' names. */
    double[][] scores(String problem) {
        return scores.getOrDefault(problem, new double[0][]);
    }

    private static SortedMap<String, SortedMap<String, double[]>> blocks(List<String> sets, List<Outcome> outcomes) {
        Map<String, Integer> position = new HashMap<>();
        sets.forEach(set -> position.put(set, position.size()));
        SortedMap<String, SortedMap<String, double[]>> blocks = new TreeMap<>();
        for (Outcome outcome : outcomes) {
            Integer set = position.get(outcome.set());
            if (set == null) {
                throw new IllegalArgumentException("Operator set '" + outcome.set()
                        + "' is not part of the design; pass only the outcomes of its sets");
            }
            double[] block = blocks.computeIfAbsent(outcome.problem(), problem -> new TreeMap<>())
                    .computeIfAbsent(outcome.block(), name -> empty(sets.size()));
            if (!Double.isNaN(block[set])) {
                throw new IllegalArgumentException("Problem '" + outcome.problem()
                        + "' has two outcomes with operator set '" + outcome.set() + "' in block '" + outcome.block()
                        + "'; give each trial once");
            }
            block[set] = outcome.score();
        }
        return blocks;
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
}
