package org.spolia.jobs.rows;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the columns of a table are used for.
 *
 * @param variables the variables, in their order
 * @param target the column to predict
 * @param weight the column with the weights of the rows; empty if all rows count equally
 */
public record RowRoles(List<String> variables, String target, String weight) implements Serializable {
    public RowRoles {
        variables = List.copyOf(variables);
    }

    public static RowRoles of(List<String> variables, String target, Optional<String> weight) {
        return new RowRoles(variables, target, weight.orElse(""));
    }

    /** Returns the same roles with other variables. */
    public RowRoles withVariables(List<String> chosen) {
        return new RowRoles(chosen, target, weight);
    }

    /** The columns to read: variables, target, and the weight if there is one. */
    public List<String> columns() {
        List<String> columns = new ArrayList<>(variables);
        columns.add(target);
        if (isWeighted()) {
            columns.add(weight);
        }
        return columns;
    }

    boolean isWeighted() {
        return !weight.isEmpty();
    }
}
