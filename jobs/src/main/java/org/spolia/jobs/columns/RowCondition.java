package org.spolia.jobs.columns;

import java.io.Serializable;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;

/**
 * A condition that every row of a table must meet.
 *
 * @param broken the message for a row that does not meet it
 * @param condition a boolean expression over the places of a row
 */
public record RowCondition(String broken, Expression condition) implements Serializable {

    /**
     * Checks that the condition is true.
     *
     * @throws IllegalArgumentException if it is false or NULL
     */
    void require(InternalRow row) {
        if (!Boolean.TRUE.equals(condition.eval(row))) {
            throw new IllegalArgumentException(broken);
        }
    }
}
