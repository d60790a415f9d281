package org.spolia.symbolic.search.range;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.interval.Interval;

/**
 * The box of the training rows, and points between them. A model is defined if interval arithmetic proves a finite
 * value everywhere in the box. Without a proof, {@link CheckPoints} decide. What is known of a model is kept, since a
 * check can take a tenth of a second. Not thread-safe.
 */
public final class TrainingRange {
    /** The rows from which check points are made. */
    private static final int ROWS = 4096;

    private final Sample sample;
    private final long rows;
    private final Sample some;
    private final Map<List<Integer>, CheckPoints> points = new HashMap<>();
    private final Map<Expression, Coverage> known = new HashMap<>();

    private TrainingRange(Sample sample, long rows) {
        this.sample = sample;
        this.rows = rows;
        this.some = sample.spread(ROWS);
    }

    /** Creates the range of a sample that has all rows. */
    public static TrainingRange of(Sample sample) {
        return of(sample, sample.rows());
    }

    /**
     * Creates the range of a sample.
     *
     * @param rows the number of rows at which models are known to have a value; the sample may have fewer
     */
    public static TrainingRange of(Sample sample, long rows) {
        return new TrainingRange(sample, rows);
    }

    /** Returns where a model has a value, given that it has one at each row. */
    public Coverage coverage(Expression model) {
        Coverage before = known.get(model);
        if (before != null) {
            return before;
        }
        Coverage found = find(model);
        known.put(model, found);
        return found;
    }

    private Coverage find(Expression model) {
        Expression whole = model.expanded();
        List<Integer> used = IntStream.range(0, whole.size())
                .filter(node -> whole.opcode(node) == Opcode.VARIABLE)
                .map(whole::argument)
                .distinct()
                .sorted()
                .boxed()
                .toList();
        boolean hasParameters =
                IntStream.range(0, whole.size()).anyMatch(node -> whole.opcode(node) == Opcode.PARAMETER);
        if (hasParameters || used.stream().anyMatch(variable -> variable >= sample.variables())) {
            return Coverage.UNKNOWN;
        }
        Expression own = renumbered(whole, used);
        RangeProof proof = new RangeProof(own, used.stream().map(this::range).toList());
        if (proof.holds(1)) {
            return Coverage.PROVEN;
        }
        Coverage checked = points.computeIfAbsent(used, absent -> CheckPoints.of(columns(used)))
                .check(own, rows);
        return !checked.hasGaps() && proof.holds(RangeProof.MOST_BOXES) ? Coverage.PROVEN : checked;
    }

    /** Returns the expression over the variables that it uses. */
    private static Expression renumbered(Expression expression, List<Integer> used) {
        Tree tree = new Tree(expression.size());
        for (int node = 0; node < expression.size(); node++) {
            switch (expression.opcode(node)) {
                case Opcode.CONSTANT -> tree.constant(expression.value(node));
                case Opcode.VARIABLE -> tree.variable(used.indexOf(expression.argument(node)));
                default -> tree.operator(expression.opcode(node));
            }
        }
        return tree.toExpression();
    }

    private Interval range(int variable) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < sample.rows(); row++) {
            low = Math.min(low, sample.value(variable, row));
            high = Math.max(high, sample.value(variable, row));
        }
        return new Interval(low, high);
    }

    private List<double[]> columns(List<Integer> used) {
        List<double[]> columns = new ArrayList<>();
        for (int variable : used) {
            double[] column = new double[some.rows()];
            for (int row = 0; row < column.length; row++) {
                column[row] = some.value(variable, row);
            }
            columns.add(column);
        }
        return columns;
    }
}
