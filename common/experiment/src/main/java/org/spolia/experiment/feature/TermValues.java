package org.spolia.experiment.feature;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.spolia.experiment.problem.FeatureProblem;
import org.spolia.experiment.problem.derivative.DerivativeConfig;
import org.spolia.experiment.problem.derivative.DerivativeMethod;
import org.spolia.field.Axis;
import org.spolia.field.Differentiation;
import org.spolia.field.Field;
import org.spolia.field.Grid;
import org.spolia.field.WeakForm;
import org.spolia.field.WeakFormWindow;
import org.spolia.symbolic.evaluation.Evaluator;

/** Evaluates terms on the grid of a trajectory: at all points, or in all windows of the weak form. */
final class TermValues {
    private final FeatureProblem problem;
    private final Grid grid;
    private final Map<String, double[]> fields;
    private final Map<String, Double> parameters;
    private final Evaluator evaluator = new Evaluator();

    TermValues(FeatureProblem problem, Grid grid, Map<String, double[]> fields, Map<String, Double> parameters) {
        this.problem = problem;
        this.grid = grid;
        this.fields = fields;
        this.parameters = parameters;
    }

    double[] of(Term term) {
        Field formula = Field.of(grid, formula(term));
        double[] sum = new double[0];
        for (List<Integer> orders : term.orders()) {
            double[] values = problem.weak().isUsed() ? means(formula, orders) : derivative(term, formula, orders);
            sum = sum.length == 0 ? values : plus(sum, values);
        }
        return sum;
    }

    private double[] formula(Term term) {
        double[][] columns = term.names().stream().map(this::column).toArray(double[][]::new);
        if (columns.length == 0) {
            columns = new double[][] {new double[grid.size()]};
        }
        return evaluator.predict(term.expression(), columns);
    }

    private double[] column(String name) {
        double[] field = fields.get(name);
        if (field != null) {
            return field;
        }
        double[] column = new double[grid.size()];
        Double parameter = parameters.get(name);
        if (parameter != null) {
            Arrays.fill(column, parameter);
            return column;
        }
        int axis = 0;
        while (!grid.axis(axis).name().equals(name)) {
            axis++;
        }
        for (int point = 0; point < column.length; point++) {
            column[point] = grid.axis(axis)
                    .coordinate(point / grid.stride(axis) % grid.axis(axis).size());
        }
        return column;
    }

    private double[] means(Field formula, List<Integer> orders) {
        return weakForm()
                .means(formula, orders.stream().mapToInt(order -> order).toArray());
    }

    /** The windows, one kind for each axis. */
    private WeakForm weakForm() {
        WeakFormWindow[] windows = new WeakFormWindow[grid.rank()];
        Arrays.setAll(
                windows,
                axis -> new WeakFormWindow(
                        ofAxis(problem.weak().halfWidth(), axis),
                        problem.weak().power(),
                        ofAxis(problem.weak().stride(), axis)));
        return WeakForm.of(grid, windows);
    }

    private int ofAxis(List<Integer> numbers, int axis) {
        if (numbers.size() == 1) {
            return numbers.get(0);
        }
        if (numbers.size() != grid.rank()) {
            throw new IllegalArgumentException("Weak form has " + numbers.size() + " numbers for time and "
                    + (grid.rank() - 1) + " axes; give one for each, or one for all");
        }
        return numbers.get(axis);
    }

    private double[] derivative(Term term, Field formula, List<Integer> orders) {
        Field derived = formula;
        for (int axis = 0; axis < grid.rank(); axis++) {
            DerivativeConfig config = axis == 0 ? problem.time() : problem.space();
            // All columns are smoothed in the same way, so that they belong to the same field.
            boolean smooths = config.method() == DerivativeMethod.SAVITZKY_GOLAY && term.varies();
            if (orders.get(axis) > 0 || smooths) {
                derived = derived.derivative(axis, orders.get(axis), way(config, grid.axis(axis)));
            }
        }
        return derived.values();
    }

    private static Differentiation way(DerivativeConfig config, Axis axis) {
        return switch (config.method()) {
            case SPECTRAL -> Differentiation.spectral();
            case FINITE_DIFFERENCE -> Differentiation.finiteDifference(config.accuracy());
            case SAVITZKY_GOLAY -> Differentiation.savitzkyGolay(config.halfWidth(), config.degree());
            case AUTOMATIC ->
                axis.isPeriodic() && axis.isEven()
                        ? Differentiation.spectral()
                        : Differentiation.finiteDifference(config.accuracy());
        };
    }

    private static double[] plus(double[] one, double[] other) {
        double[] sum = new double[one.length];
        Arrays.setAll(sum, i -> one[i] + other[i]);
        return sum;
    }
}
