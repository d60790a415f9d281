package org.spolia.symbolic.export;

import java.util.List;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Operator;

/**
 * Expressions as SQL over columns. The value is NULL where the engine has no number: outside the domain of an operator,
 * at a division by zero, and at the logarithm of zero.
 */
public enum Sql {
    /**
     * Spark SQL, in ANSI mode or not: {@code try_divide}, literals of double precision, and the engine's own functions
     * ({@code spolia_li2} …) for operators that Spark lacks or computes differently. The values equal the engine's to
     * about 1e-13.
     */
    SPARK {
        @Override
        public boolean has(Operator operator) {
            return true;
        }

        @Override
        public String of(Expression expression, List<String> columns) {
            return new SparkSql(columns).of(expression);
        }
    },
    /** SQL:2016 with the functions that PostgreSQL and DuckDB share. */
    PORTABLE {
        @Override
        public boolean has(Operator operator) {
            return operator.definition()
                    .map(definition -> definition.formula().operatorCounts().keySet().stream()
                            .allMatch(name -> has(Operator.read(name))))
                    .orElseGet(() -> !Sql.isOwn(operator) || PortableSql.FORMULAS.contains(operator.opcode()));
        }

        @Override
        public String of(Expression expression, List<String> columns) {
            return new PortableSql(columns).write(expression);
        }
    };

    /** Returns whether the dialect can express an operator. */
    public abstract boolean has(Operator operator);

    /**
     * Returns the expression.
     *
     * @param columns the column of each variable
     * @throws IllegalArgumentException if the dialect lacks an operator
     * @throws org.spolia.symbolic.expression.LongTextException if the text is too long
     */
    public abstract String of(Expression expression, List<String> columns);

    /** Returns whether an operator needs one of the engine's own functions in Spark, which must be registered there. */
    public static boolean isOwn(Operator operator) {
        return SparkSql.OWN.contains(operator.opcode());
    }

    /** Returns a name as a quoted identifier of Spark SQL. */
    public static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    /** Returns the name of the engine's own function for an operator. */
    public static String ownName(Operator operator) {
        return "spolia_" + operator.name();
    }
}
