package org.spolia.jobs.columns;

import java.io.Serializable;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;

/**
 * What every row of a table has to meet.
 *
 * @param broken what to say of one that does not
 * @param condition of type boolean, over the places of a row
 */
public record RowCondition(String broken, Expression condition) implements Serializable {

    /**
     * Passes if the condition is true.
     *
     * @throws IllegalArgumentException if it is false or NULL
     */
    void require(InternalRow row) {
        if (!Boolean.TRUE.equals(condition.eval(row))) {
            throw new IllegalArgumentException(broken);
        }
    }
}
