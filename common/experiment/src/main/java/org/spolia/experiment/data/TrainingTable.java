package org.spolia.experiment.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.spolia.experiment.ExperimentException;
import org.spolia.symbolic.expression.Decimal;

/** What a regression is run on: variables and a target from one file, at least two rows, the target not constant. */
public final class TrainingTable {
    private final List<String> variables;
    private final String target;
    private final double[][] columns;
    private final double[] values;

    private TrainingTable(List<String> variables, String target, double[][] columns, double[] values) {
        this.variables = List.copyOf(variables);
        this.target = target;
        this.columns = columns;
        this.values = values;
    }

    /** Reads the target and, as variables, the named columns or, when none are named, all other columns. */
    public static TrainingTable read(DelimitedFile file, String target, List<String> variables) {
        List<String> names = new ArrayList<>(variables.isEmpty() ? file.columns() : variables);
        names.remove(target);
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
                names.subList(0, names.size() - 1), target, Arrays.copyOf(columns, names.size() - 1), values);
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
