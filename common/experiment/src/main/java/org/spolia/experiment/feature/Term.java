package org.spolia.experiment.feature;

import java.io.Serializable;
import java.util.List;
import org.spolia.symbolic.expression.Expression;

/**
 * A quantity that is resolved for a table: a sum of derivatives of a formula.
 *
 * @param formula over the names
 * @param names columns of the table, axes and t
 * @param fields the names that are fields
 * @param orders for each derivative of the sum, its order along time and each axis
 */
record Term(String formula, List<String> names, List<String> fields, List<List<Integer>> orders)
        implements Serializable {
    Term {
        names = List.copyOf(names);
        fields = List.copyOf(fields);
        orders = List.copyOf(orders);
    }

    Expression expression() {
        return Expression.parse(formula, names);
    }

    /** Returns whether it depends on fields, and is not known on the whole grid without them. */
    boolean varies() {
        return !fields.isEmpty();
    }

    int highestOrder() {
        return orders.stream()
                .flatMap(List::stream)
                .mapToInt(order -> order)
                .max()
                .orElse(0);
    }
}
