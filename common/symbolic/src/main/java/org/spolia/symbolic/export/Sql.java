package org.spolia.symbolic.export;

import java.util.List;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Operator;

/**
 * Expressions as SQL over columns. Where the engine has no number (outside the domain of an operator) the value is
 * NULL, as it is where a division by zero or the logarithm of zero occurs.
 */
public enum Sql {
    /**
     * Spark SQL, in ANSI mode or not: {@code try_divide}, literals of double precision, and the engine's own functions
     * ({@code spolia_li2} …) for operators that Spark lacks or computes otherwise. The values are the engine's to about
     * 1e-13.
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

    /** Whether the dialect can express an operator. */
    public abstract boolean has(Operator operator);

    /**
     * The expression.
     *
     * @param columns the column that each variable stands for
     * @throws IllegalArgumentException if the dialect lacks an operator
     * @throws org.spolia.symbolic.expression.LongTextException if the text is too long
     */
    public abstract String of(Expression expression, List<String> columns);

    /** Whether an operator is a function of the engine's own in Spark, and has to be registered there. */
    public static boolean isOwn(Operator operator) {
        return SparkSql.OWN.contains(operator.opcode());
    }

    /** A name in Spark SQL, whatever characters it has. */
    public static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    /** The name of an operator as a function of the engine's own. */
    public static String ownName(Operator operator) {
        return "spolia_" + operator.name();
    }
}
