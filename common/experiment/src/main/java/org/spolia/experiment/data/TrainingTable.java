package org.spolia.experiment.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.spolia.experiment.ExperimentException;
import org.spolia.symbolic.expression.Decimal;

/**
 * The data of a regression: variables and a target from one table, at least two rows, with a target that is not
 * constant.
 */
public final class TrainingTable {
    private final List<String> variables;
    private final String target;
    private final double[][] columns;
    private final double[] values;
    private final double[] weights;
    private final Categories categories;
    private final int[] categoryOfRow;

    private TrainingTable(
            List<String> variables,
            String target,
            double[][] columns,
            double[] values,
            double[] weights,
            Categories categories,
            int[] categoryOfRow) {
        this.categories = categories;
        this.categoryOfRow = categoryOfRow;
        this.variables = List.copyOf(variables);
        this.target = target;
        this.columns = columns;
        this.values = values;
        this.weights = weights;
    }

    /** Like {@link #read(NumericTable, String, List, Optional)}, for rows without weights. */
    public static TrainingTable read(NumericTable table, String target, List<String> variables) {
        return read(table, target, variables, Optional.empty());
    }

    /**
     * Reads the target and, as variables, the named columns or, if none are named, all other columns.
     *
     * @param weights the column with the weights of the rows, if they have weights
     */
    public static TrainingTable read(
            NumericTable table, String target, List<String> variables, Optional<String> weights) {
        return read(table, target, variables, weights, Optional.empty());
    }

    /**
     * Like {@link #read(NumericTable, String, List, Optional)}, with rows in groups.
     *
     * @param category the column with the groups, if there are any; it is not a variable
     */
    public static TrainingTable read(
            NumericTable table,
            String target,
            List<String> variables,
            Optional<String> weights,
            Optional<String> category) {
        return read(table, List.of(target), variables, weights, category).get(0);
    }

    /**
     * Like {@link #read(NumericTable, String, List, Optional, Optional)}, for several targets, none of which is a
     * variable. Returns a table for each, with the same variables.
     */
    public static List<TrainingTable> read(
            NumericTable table,
            List<String> targets,
            List<String> variables,
            Optional<String> weights,
            Optional<String> category) {
        List<String> used = new ArrayList<>(variables.isEmpty() ? table.columns() : variables);
        used.removeAll(targets);
        category.ifPresent(used::remove);
        weights.ifPresent(used::remove);
        List<String> names = new ArrayList<>(used);
        names.addAll(targets);
        weights.ifPresent(names::add);
        Categories categories =
                category.map(column -> Categories.of(table, column)).orElse(Categories.NONE);
        double[][] columns = table.read(names);
        if (used.isEmpty()) {
            throw new ExperimentException(table.place() + ": has no column besides the target '"
                    + String.join("', '", targets) + "'; a regression needs at least one variable");
        }
        requireRows(table.place(), columns[0].length);
        double[] rowWeights = weights.isPresent() ? columns[names.size() - 1] : new double[0];
        weights.ifPresent(column -> requireWeights(table.place(), column, rowWeights));
        double[][] inputs = Arrays.copyOf(columns, used.size());
        int[] categoryOfRow = categories.isEmpty() ? new int[0] : categories.rows(table);
        List<TrainingTable> tables = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            double[] values = columns[used.size() + i];
            requireVariation(table.place(), targets.get(i), values);
            tables.add(new TrainingTable(used, targets.get(i), inputs, values, rowWeights, categories, categoryOfRow));
        }
        return tables;
    }

    /** Returns the same rows with some of the variables, given by their indices. */
    public TrainingTable withVariables(int[] chosen) {
        return new TrainingTable(
                Arrays.stream(chosen).mapToObj(variables::get).toList(),
                target,
                Arrays.stream(chosen).mapToObj(index -> columns[index]).toArray(double[][]::new),
                values,
                weights,
                categories,
                categoryOfRow);
    }

    /** Returns the same rows with another target. */
    public TrainingTable withValues(double[] values) {
        return new TrainingTable(variables, target, columns, values, weights, categories, categoryOfRow);
    }

    public List<String> variables() {
        return variables;
    }

    public String target() {
        return target;
    }

    /** An array for each variable; not a copy. */
    public double[][] columns() {
        return columns;
    }

    /** The target; not a copy. */
    public double[] values() {
        return values;
    }

    /** The weights of the rows, not a copy; empty if rows have no weights. */
    public double[] weights() {
        return weights;
    }

    /** The groups of the rows; none if rows have no groups. */
    public Categories categories() {
        return categories;
    }

    /** The index of the group of each row, not a copy; empty if rows have no groups. */
    public int[] categoryOfRow() {
        return categoryOfRow;
    }

    /** Returns for each group a column that is 1 in its rows and 0 in all others. */
    public double[][] indicators() {
        return categories.indicators(categoryOfRow);
    }

    public int rows() {
        return values.length;
    }

    private static void requireWeights(String place, String column, double[] weights) {
        for (double weight : weights) {
            if (!(weight > 0)) {
                throw new ExperimentException(place + ": column '" + column + "': the weight "
                        + Decimal.shortest(weight) + " is not allowed; weights must be > 0");
            }
        }
    }

    private static void requireRows(String place, int rows) {
        if (rows < 2) {
            throw new ExperimentException(
                    place + ": has " + (rows == 0 ? "no rows" : "1 row") + "; a regression needs at least 2");
        }
    }

    private static void requireVariation(String place, String target, double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return;
            }
        }
        throw new ExperimentException(place + ": column '" + target + "': is " + Decimal.shortest(values[0])
                + " in every row; a target must vary");
    }
}
