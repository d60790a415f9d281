package org.spolia.jobs.condition;

import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.InheritAnalysisRules;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.parser.ParserInterface;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.condition.RowExpression;
import org.spolia.experiment.condition.RowFunctions;
import org.spolia.symbolic.key.InvalidValueException;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Columns that a configuration describes in SQL. Spark's interpretation of a text is checked against a list of allowed
 * classes twice: after parsing, before Spark may compute any part of it, and after resolution, when every name has
 * become a function or a column.
 */
public final class RowColumns {
    private final String place;
    private final String text;

    private RowColumns(String place, String text) {
        this.place = place;
        this.text = text;
    }

    /**
     * Returns the column that a text describes.
     *
     * @param place the place of the text, for messages
     * @param text the SQL expression
     * @param rows rows with the columns that the text may name
     * @throws ExperimentException if anything but the row determines its value
     */
    public static Column of(String place, String text, Dataset<Row> rows) {
        RowColumns column = new RowColumns(place, text);
        org.apache.spark.sql.classic.Dataset<Row> classic = (org.apache.spark.sql.classic.Dataset<Row>) rows;
        column.requireText();
        column.requireParsed(column.parsed(classic.sparkSession().sessionState().sqlParser()));
        Column described = functions.expr(text);
        column.requireResolved(classic.select(described).queryExecution().analyzed());
        return described;
    }

    private Expression parsed(ParserInterface parser) {
        try {
            return parser.parseExpression(text);
        } catch (ParseException e) {
            throw new ExperimentException(
                    place + ": '" + text + "' cannot be parsed: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        }
    }

    private void requireText() {
        try {
            RowExpression.check("", text);
        } catch (InvalidValueException e) {
            throw new ExperimentException(place + ": " + e.problem(), e);
        }
    }

    private void requireParsed(Expression parsed) {
        if (parsed instanceof UnresolvedFunction function) {
            String name = String.join(".", list(function.nameParts()));
            boolean plain = !function.isDistinct()
                    && function.filter().isEmpty()
                    && function.ignoreNulls().isEmpty()
                    && function.orderingWithinGroup().isEmpty();
            String folded = name.toLowerCase(Locale.ROOT);
            if (!plain || !(RowFunctions.has(folded) || folded.equals("between"))) {
                throw refused(name);
            }
        } else if (!RowNodes.mayBeParsed(parsed)) {
            throw refused(parsed.nodeName());
        } else if (parsed instanceof Literal) {
            requireType(parsed);
        }
        list(parsed.children()).forEach(this::requireParsed);
    }

    private void requireResolved(LogicalPlan plan) {
        if (!(plan instanceof Project project)) {
            throw refused(plan.nodeName());
        }
        list(project.projectList())
                .forEach(named -> requireResolved(named instanceof Alias name ? name.child() : (Expression) named));
    }

    private void requireResolved(Expression resolved) {
        if (!RowNodes.mayBeResolved(resolved) || !resolved.deterministic()) {
            throw refused(resolved.prettyName());
        }
        if (!(resolved instanceof AttributeReference)) {
            requireType(resolved);
        }
        if (resolved instanceof Cast cast) {
            requireType(cast.child());
        }
        // Such a function holds another expression, which Spark creates.
        List<Expression> arguments =
                list(resolved instanceof InheritAnalysisRules replaced ? replaced.parameters() : resolved.children());
        arguments.forEach(this::requireResolved);
    }

    /** Text is parsed into times in the time zone of the session, sometimes with its clock. */
    private void requireType(Expression expression) {
        if (RowNodes.isLambda(expression) || isPlain(expression.dataType())) {
            return;
        }
        throw new ExperimentException(place + ": '" + text + "' has a value of type "
                + expression.dataType().sql()
                + " other than in a plain column; use numbers, texts, truth values and arrays of them");
    }

    private static boolean isPlain(DataType type) {
        return type instanceof NumericType
                || type instanceof StringType
                || type instanceof BooleanType
                || type instanceof BinaryType
                || type instanceof NullType
                || (type instanceof ArrayType array && isPlain(array.elementType()));
    }

    private ExperimentException refused(String function) {
        return new ExperimentException(place + ": " + RowExpression.refused(text, function));
    }

    private static <T> List<T> list(Seq<T> elements) {
        return CollectionConverters.asJava(elements);
    }
}
