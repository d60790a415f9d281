package org.spolia.experiment.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.spolia.experiment.ExperimentException;
import org.spolia.symbolic.expression.Decimal;

/** What a regression is run on: variables and a target from one file, at least two rows, the target not constant. */
public final class TrainingTable {
    private final List<String> variables;
    private final String target;
    private final double[][] columns;
    private final double[] values;
    private final double[] weights;

    private TrainingTable(
            List<String> variables, String target, double[][] columns, double[] values, double[] weights) {
        this.variables = List.copyOf(variables);
        this.target = target;
        this.columns = columns;
        this.values = values;
        this.weights = weights;
    }

    /** As {@link #read(DelimitedFile, String, List, Optional)} where rows count alike. */
    public static TrainingTable read(DelimitedFile file, String target, List<String> variables) {
        return read(file, target, variables, Optional.empty());
    }

    /**
     * Reads the target and, as variables, the named columns or, when none are named, all other columns.
     *
     * @param weights the column with the weights of the rows, if they have weights
     */
    public static TrainingTable read(
            DelimitedFile file, String target, List<String> variables, Optional<String> weights) {
        List<String> names = new ArrayList<>(variables.isEmpty() ? file.columns() : variables);
        names.remove(target);
        weights.ifPresent(names::remove);
        names.add(target);
        double[][] columns = file.read(names);
        if (names.size() == 1) {
            throw new ExperimentException(file.file() + ":1: has no column beside the target '" + target
                    + "'; a regression needs at least one variable");
        }
        double[] values = columns[names.size() - 1];
        requireRows(file.file(), values.length);
        requireVariation(file.file(), target, values);
        return new TrainingTable(
                names.subList(0, names.size() - 1),
                target,
                Arrays.copyOf(columns, names.size() - 1),
                values,
                weights.map(column -> weights(file, column)).orElse(new double[0]));
    }

    private static double[] weights(DelimitedFile file, String column) {
        double[] weights = file.read(List.of(column))[0];
        for (double weight : weights) {
            if (!(weight > 0)) {
                throw new ExperimentException(file.file() + ": column '" + column + "': the weight "
                        + Decimal.shortest(weight) + " is not allowed; weights must be > 0");
            }
        }
        return weights;
    }

    public List<String> variables() {
        return variables;
    }

    public String target() {
        return target;
    }

    /** One array a variable; not a copy. */
    public double[][] columns() {
        return columns;
    }

    /** The target; not a copy. */
    public double[] values() {
        return values;
    }

    /** The weights of the rows, not a copy; empty where rows count alike. */
    public double[] weights() {
        return weights;
    }

    public int rows() {
        return values.length;
    }

    private static void requireRows(Path file, int rows) {
        if (rows < 2) {
            throw new ExperimentException(file + ": has " + (rows == 0 ? "no rows" : "1 row")
                    + " below its header; a regression needs at least 2");
        }
    }

    private static void requireVariation(Path file, String target, double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return;
            }
        }
        throw new ExperimentException(file + ": column '" + target + "': is " + Decimal.shortest(values[0])
                + " in every row; a target must vary");
    }
}
