package org.spolia.jobs.condition;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry$;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedExtractValue;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.apache.spark.sql.catalyst.expressions.LambdaFunction;
import org.apache.spark.sql.catalyst.expressions.UnresolvedNamedLambdaVariable;
import org.spolia.experiment.condition.RowFunctions;
import scala.Option;

/** The classes of Spark that an expression over a row may consist of, by name. All other classes are refused. */
final class RowNodes {
    /** Operators, columns, literals, and the replacements of functions that have no class of their own. */
    private static final Set<String> GRAMMAR = Stream.of(
                    "Literal And Or Not EqualTo EqualNullSafe LessThan LessThanOrEqual GreaterThan GreaterThanOrEqual Between In InSet",
                    "Add Subtract Multiply Divide IntegralDivide Remainder UnaryMinus UnaryPositive BitwiseAnd BitwiseOr BitwiseXor",
                    "BitwiseNot Concat Like ILike LikeAll LikeAny NotLikeAll NotLikeAny RLike IsNull IsNotNull CaseWhen If Cast",
                    "Substring StringTrim StringTrimLeft StringTrimRight StringLocate Ceil Floor RoundCeil RoundFloor Contains StartsWith EndsWith",
                    "LambdaFunction NamedLambdaVariable GetArrayItem GetStructField GetArrayStructFields AttributeReference")
            .flatMap(names -> Stream.of(names.split(" ")))
            .map("org.apache.spark.sql.catalyst.expressions."::concat)
            .collect(Collectors.toUnmodifiableSet());

    /**
     * Spark's own classes under the names of functions, regardless of what a session has registered under these names.
     */
    private static final Set<String> FUNCTIONS = RowFunctions.names().stream()
            .flatMap(name -> builtin(name).stream())
            .collect(Collectors.toUnmodifiableSet());

    private RowNodes() {}

    /** Returns whether the parser may produce it, functions aside. */
    static boolean mayBeParsed(Expression expression) {
        return expression instanceof UnresolvedAttribute
                || expression instanceof UnresolvedExtractValue
                || expression instanceof UnresolvedNamedLambdaVariable
                || GRAMMAR.contains(expression.getClass().getName());
    }

    static boolean mayBeResolved(Expression expression) {
        String name = expression.getClass().getName();
        return GRAMMAR.contains(name) || FUNCTIONS.contains(name);
    }

    static boolean isLambda(Expression expression) {
        return expression instanceof LambdaFunction;
    }

    private static Optional<String> builtin(String name) {
        Option<ExpressionInfo> info = FunctionRegistry$.MODULE$.builtin().lookupFunction(new FunctionIdentifier(name));
        return info.isDefined() ? Optional.of(info.get().getClassName()) : Optional.empty();
    }
}
