package org.spolia.statistics.effect;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.spolia.statistics.RandomStream;
import org.spolia.statistics.Sums;

/**
 * The cost of each operator in the complexity of an expression, in which a leaf costs 1. The weight of an operator is
 * -log2 of a probability, scaled so that over a reference corpus the mean complexity is the mean number of nodes.
 * Another scale would mean another parsimony, not another notion of simplicity.
 */
public final class OperatorCosts {
    private final SortedMap<String, Double> costs;

    private OperatorCosts(SortedMap<String, Double> costs) {
        this.costs = costs;
    }

    /** Every operator costs 1, so that the complexity is the number of nodes. */
    public static OperatorCosts ofNodes(List<String> operators) {
        SortedMap<String, Double> costs = new TreeMap<>();
        operators.forEach(operator -> costs.put(operator, 1.0));
        return new OperatorCosts(costs);
    }

    /**
     * Costs from the frequencies of operators in a corpus: the probability of an operator is its count plus one half
     * (the prior of Krichevsky and Trofimov, IEEE Trans. Inf. Theory 27 (1981) 199), divided by the sum of all.
     *
     * @param corpus for each expression the count of each operator; an operator that is not in the list is an error
     */
    public static OperatorCosts ofFrequencies(List<String> operators, List<Map<String, Integer>> corpus) {
        SortedMap<String, Double> weights = new TreeMap<>();
        SortedMap<String, Long> counts = counts(operators, corpus);
        double total = Sums.sum(counts.size(), i -> valueAt(counts, i) + 0.5);
        counts.forEach((operator, count) -> weights.put(operator, bits((count + 0.5) / total)));
        return new OperatorCosts(scaled(weights, counts));
    }

    /**
     * Costs from utilities: the probability of an operator is exp(beta · utility) divided by the sum of all.
     *
     * @param utilities finite, for each operator
     * @param beta the weight of a utility; 0 makes all costs equal
     * @param corpus for the scale, as in {@link #ofFrequencies}
     */
    public static OperatorCosts ofUtilities(
            Map<String, Double> utilities, double beta, List<Map<String, Integer>> corpus) {
        SortedMap<String, Double> sorted = new TreeMap<>(utilities);
        sorted.forEach((operator, utility) -> {
            if (!Double.isFinite(utility * beta)) {
                throw new IllegalArgumentException(
                        "Utility " + utility + " of '" + operator + "' times beta " + beta + " is not finite");
            }
        });
        double most = sorted.values().stream().mapToDouble(u -> u * beta).max().orElse(0);
        double total = Sums.sum(sorted.size(), i -> StrictMath.exp(beta * valueAt(sorted, i) - most));
        SortedMap<String, Double> weights = new TreeMap<>();
        sorted.forEach((operator, utility) ->
                weights.put(operator, bits(StrictMath.exp(beta * utility - most) / total)));
        return new OperatorCosts(scaled(weights, counts(List.copyOf(sorted.keySet()), corpus)));
    }

    /** The same weights, assigned to the operators at random: a control for the assignment of costs to operators. */
    public OperatorCosts shuffled(List<Map<String, Integer>> corpus, long seed) {
        List<String> operators = List.copyOf(costs.keySet());
        int[] order = IntStream.range(0, operators.size()).toArray();
        RandomStream.of(seed, 0).shuffle(order);
        SortedMap<String, Double> dealt = new TreeMap<>();
        for (int i = 0; i < order.length; i++) {
            dealt.put(operators.get(i), of(operators.get(order[i])));
        }
        return new OperatorCosts(scaled(dealt, counts(operators, corpus)));
    }

    /** The cost of an operator. */
    public double of(String operator) {
        Double cost = costs.get(operator);
        if (cost == null) {
            throw new IllegalArgumentException("Operator '" + operator + "' has no cost; known are " + costs.keySet());
        }
        return cost;
    }

    /** The complexity of an expression with {@code size} nodes and these operators. */
    public double complexity(int size, Map<String, Integer> operators) {
        SortedMap<String, Integer> sorted = new TreeMap<>(operators);
        int inner = sorted.values().stream().mapToInt(count -> count).sum();
        if (inner > size) {
            throw new IllegalArgumentException(
                    "An expression of " + size + " nodes cannot have " + inner + " operators");
        }
        List<String> names = List.copyOf(sorted.keySet());
        return size - inner + Sums.sum(names.size(), i -> of(names.get(i)) * operators.getOrDefault(names.get(i), 0));
    }

    private static double bits(double probability) {
        return -StrictMath.log(probability) / StrictMath.log(2);
    }

    private static double valueAt(SortedMap<String, ? extends Number> values, int position) {
        return values.values().stream().skip(position).findFirst().orElseThrow().doubleValue();
    }

    private static SortedMap<String, Long> counts(List<String> operators, List<Map<String, Integer>> corpus) {
        SortedMap<String, Long> counts = new TreeMap<>();
        operators.forEach(operator -> counts.put(operator, 0L));
        for (Map<String, Integer> expression : corpus) {
            expression.forEach((operator, count) -> {
                if (counts.computeIfPresent(operator, (name, sum) -> sum + count) == null) {
                    throw new IllegalArgumentException(
                            "Operator '" + operator + "' of the corpus has no cost; known are " + counts.keySet());
                }
            });
        }
        return counts;
    }

    /**
     * Scales weights so that the operators of the corpus cost 1 on average, or those of the list if the corpus has
     * none.
     */
    private static SortedMap<String, Double> scaled(SortedMap<String, Double> weights, SortedMap<String, Long> counts) {
        boolean empty = counts.values().stream().allMatch(count -> count == 0);
        double nodes = Sums.sum(counts.size(), i -> empty ? 1 : valueAt(counts, i));
        double cost = Sums.sum(counts.size(), i -> valueAt(weights, i) * (empty ? 1 : valueAt(counts, i)));
        SortedMap<String, Double> scaled = new TreeMap<>();
        weights.forEach((operator, weight) -> scaled.put(operator, cost > 0 ? weight * nodes / cost : 1));
        return scaled;
    }
}
