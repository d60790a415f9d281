package org.spolia.symbolic.export;

import java.util.List;
import java.util.Set;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Operator;

/** The dialect of Spark: see {@link Sql#SPARK}. */
final class SparkSql extends Infix {
    /** Operators that Spark lacks, computes with fewer digits, or returns as integers. */
    static final Set<Integer> OWN = Set.of(
            Opcode.LI2,
            Opcode.ERF,
            Opcode.ERFC,
            Opcode.ASINH,
            Opcode.ACOSH,
            Opcode.ATANH,
            Opcode.GAMMA,
            Opcode.LGAMMA,
            Opcode.J0,
            Opcode.J1,
            Opcode.LAMBERTW,
            Opcode.LOGISTIC,
            Opcode.SATURATION,
            Opcode.RELU,
            Opcode.FLOOR,
            Opcode.CEIL,
            Opcode.ROUND,
            Opcode.SINC);

    private final List<String> columns;

    SparkSql(List<String> columns) {
        this.columns = columns;
    }

    /** In Spark, NaN equals itself and passes through every function used here, so one test at the root is enough. */
    String of(Expression expression) {
        String value = write(expression);
        for (String number : List.of("NaN", "Infinity", "-Infinity")) {
            value = "nullif(" + value + ", double('" + number + "'))";
        }
        return value;
    }

    @Override
    public Code variable(int index) {
        return Code.atom("double(" + Sql.quoted(columns.get(index)) + ")");
    }

    @Override
    String literal(String digits) {
        return digits + "D";
    }

    @Override
    Code quotient(Code x, Code y) {
        return Code.atom("try_divide(" + x.text() + ", " + y.text() + ")");
    }

    @Override
    Code power(Code x, Code y) {
        return Code.atom("pow(" + x.text() + ", " + y.text() + ")");
    }

    @Override
    Code choice(int opcode, Code x, Code y) {
        return SqlChoice.of(this, opcode, comparable(x), comparable(y));
    }

    /** In Spark, NaN is greater than any number, so a comparison with it would not show at the root. */
    private static Code comparable(Code x) {
        return Code.atom("nullif(" + x.text() + ", double('NaN'))");
    }

    @Override
    Code call(int opcode, Code x) {
        Operator operator = Operator.of(opcode);
        String name = OWN.contains(opcode) ? Sql.ownName(operator) : opcode == Opcode.LOG ? "ln" : operator.name();
        return Code.atom(name + "(" + x.text() + ")");
    }
}
