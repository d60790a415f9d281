package org.spolia.jobs.session;

import java.util.List;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.objects.StaticInvoke;
import org.apache.spark.sql.types.AbstractDataType;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.export.Sql;
import org.spolia.symbolic.expression.Operator;
import scala.Function1;
import scala.Option;
import scala.Tuple3;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

/**
 * Operators as functions of Spark SQL, such as {@code spolia_li2}, for exported models: NULL for NULL and outside the
 * domain. Our sessions have them; any other Spark session with our jar gets them through {@code spark.sql.extensions}.
 */
public final class OperatorFunctions extends AbstractFunction1<SparkSessionExtensions, BoxedUnit> {
    @Override
    public BoxedUnit apply(SparkSessionExtensions extensions) {
        for (Operator operator : Operator.all()) {
            if (Sql.isOwn(operator)) {
                String name = Sql.ownName(operator);
                extensions.injectFunction(new Tuple3<>(
                        new FunctionIdentifier(name),
                        new ExpressionInfo(OperatorFunctions.class.getName(), name),
                        builder(operator)));
            }
        }
        return BoxedUnit.UNIT;
    }

    private static Function1<Seq<Expression>, Expression> builder(Operator operator) {
        return new AbstractFunction1<>() {
            @Override
            public Expression apply(Seq<Expression> arguments) {
                return call(operator, arguments);
            }
        };
    }

    private static Expression call(Operator operator, Seq<Expression> arguments) {
        if (arguments.size() != 1) {
            throw new IllegalArgumentException(Sql.ownName(operator) + " takes 1 argument, not " + arguments.size());
        }
        Literal opcode = new Literal(operator.opcode(), DataTypes.IntegerType);
        List<AbstractDataType> types = List.of(DataTypes.IntegerType, DataTypes.DoubleType);
        return new StaticInvoke(
                OperatorFunctions.class,
                DataTypes.DoubleType,
                "evaluate",
                CollectionConverters.asScala(List.<Expression>of(opcode, arguments.apply(0)))
                        .toSeq(),
                CollectionConverters.asScala(types).toSeq(),
                true,
                true,
                true,
                Option.empty());
    }

    /** Evaluates an operator at one point; generated code calls this method. */
    public static @Nullable Double evaluate(int opcode, double x) {
        double value = Evaluator.apply(opcode, x);
        return Double.isNaN(value) ? null : value;
    }
}
