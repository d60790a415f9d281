package org.spolia.jobs.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.BindReferences;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.package$;
import org.apache.spark.sql.catalyst.optimizer.ReplaceExpressions$;
import org.apache.spark.sql.catalyst.optimizer.RewriteWithExpression$;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.functions;
import org.spolia.jobs.columns.RowCondition;
import scala.jdk.javaapi.CollectionConverters;

/** The constraints of a table on its rows, in a form that is checked row by row. */
final class Constraints {
    private static final String PROPERTY = "delta.constraints.";

    private Constraints() {}

    /** Returns the constraints; empty if one of them cannot be checked row by row. */
    static Optional<List<RowCondition>> of(SparkSession spark, Relation table, TableState state) {
        List<String> broken = new ArrayList<>();
        List<Column> conditions = new ArrayList<>();
        for (Map.Entry<String, String> property : state.properties().entrySet()) {
            if (property.getKey().startsWith(PROPERTY)) {
                String name = property.getKey().substring(PROPERTY.length());
                broken.add("A row breaks CHECK constraint " + name + " of " + table + ": " + property.getValue());
                conditions.add(functions.expr(property.getValue()));
            }
        }
        LogicalPlan plan = plan(spark.createDataFrame(List.of(), state.schema()), conditions);
        List<RowCondition> bound = new ArrayList<>();
        for (Expression condition : CollectionConverters.asJava(plan.expressions())) {
            bound.add(new RowCondition(
                    broken.get(bound.size()),
                    BindReferences.bindReference(
                            condition,
                            package$.MODULE$.AttributeSeq(plan.children().head().output()),
                            false)));
        }
        // A subexpression that a condition uses more than once may have become a separate column.
        return plan.children().head().children().isEmpty() ? Optional.of(bound) : Optional.empty();
    }

    /** Plans the conditions as the optimiser does, over rows with unknown values. */
    private static LogicalPlan plan(Dataset<Row> rows, List<Column> conditions) {
        Dataset<Row> looked = rows.select(conditions.toArray(Column[]::new));
        LogicalPlan analyzed = ((org.apache.spark.sql.classic.Dataset<Row>) looked)
                .queryExecution()
                .analyzed();
        return RewriteWithExpression$.MODULE$.apply(ReplaceExpressions$.MODULE$.apply(analyzed));
    }
}
