package org.spolia.symbolic.export;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Operator;

/**
 * The dialect that databases share: see {@link Sql#PORTABLE}. Most databases raise an error outside the domain of a
 * function, so each function is called inside its domain only.
 */
final class PortableSql extends Infix {
    /** Functions that Spark does not compute with the engine's bits. They are formulas here. */
    static final Set<Integer> FORMULAS = Set.of(
            Opcode.ASINH,
            Opcode.ACOSH,
            Opcode.ATANH,
            Opcode.LOGISTIC,
            Opcode.SATURATION,
            Opcode.RELU,
            Opcode.FLOOR,
            Opcode.CEIL);

    private final List<String> columns;

    PortableSql(List<String> columns) {
        this.columns = columns;
    }

    @Override
    public Code variable(int index) {
        return Code.atom("CAST(\"" + columns.get(index).replace("\"", "\"\"") + "\" AS DOUBLE PRECISION)");
    }

    @Override
    String literal(String digits) {
        return digits.contains("e") ? digits : digits + "e0";
    }

    @Override
    Code quotient(Code x, Code y) {
        return new Code(x.atLeast(Code.PRODUCT) + " / NULLIF(" + y.text() + ", 0e0)", Code.PRODUCT);
    }

    /** A negative base takes integer exponents only, and a zero base positive exponents only. */
    @Override
    Code power(Code x, Code y) {
        if (isNatural(y.text())) {
            return function("POWER", x.text() + ", " + y.text());
        }
        String base = x.atLeast(Code.ATOM);
        String exponent = y.atLeast(Code.ATOM);
        String domain = base + " > 0e0 OR " + base + " = 0e0 AND " + exponent + " > 0e0 OR " + base + " < 0e0 AND "
                + exponent + " = FLOOR(" + y.text() + ")";
        return within(domain, "POWER(" + x.text() + ", " + y.text() + ")");
    }

    private static boolean isNatural(String exponent) {
        return exponent.matches("\\d+e0");
    }

    private static Code function(String name, String arguments) {
        return Code.atom(name + "(" + arguments + ")");
    }

    private static Code within(String domain, String value) {
        return Code.atom("CASE WHEN " + domain + " THEN " + value + " END");
    }

    /** log(x + sqrt(x² + sign)). */
    private Code area(Code x, double sign) {
        Code root = Code.atom("SQRT("
                + binary(Opcode.ADD, power(x, constant(2)), constant(sign)).text() + ")");
        return Code.atom("LN(" + binary(Opcode.ADD, x, root).text() + ")");
    }

    private Code atanh(Code x) {
        Code ratio = quotient(binary(Opcode.ADD, constant(1), x), binary(Opcode.SUB, constant(1), x));
        return binary(Opcode.MUL, constant(0.5), Code.atom("LN(" + ratio.text() + ")"));
    }

    @Override
    Code choice(int opcode, Code x, Code y) {
        return SqlChoice.of(this, opcode, x, y);
    }

    @Override
    Code call(int opcode, Code x) {
        Operator operator = Operator.of(opcode);
        if (!Sql.PORTABLE.has(operator)) {
            throw new IllegalArgumentException("Operator '" + operator + "' has no portable SQL; Spark SQL has it");
        }
        String plain = operator.name().toUpperCase(Locale.ROOT) + "(" + x.text() + ")";
        String operand = x.atLeast(Code.ATOM);
        return switch (opcode) {
            case Opcode.SQRT -> within(operand + " >= 0e0", plain);
            case Opcode.LOG -> within(operand + " > 0e0", "LN(" + x.text() + ")");
            case Opcode.LOG10 -> within(operand + " > 0e0", plain);
            case Opcode.LOG2 -> quotient(call(Opcode.LOG, x), call(Opcode.LOG, constant(2)));
            case Opcode.ASIN, Opcode.ACOS -> within("ABS(" + x.text() + ") <= 1e0", plain);
            case Opcode.CBRT ->
                new Code(
                        "SIGN(" + x.text() + ") * POWER(ABS(" + x.text() + "), " + literal("1") + " / 3e0)",
                        Code.PRODUCT);
            case Opcode.LOG1P -> call(Opcode.LOG, binary(Opcode.ADD, constant(1), x));
            case Opcode.ASINH -> binary(Opcode.MUL, call(Opcode.SIGN, x), area(call(Opcode.ABS, x), 1));
            case Opcode.ACOSH -> within(operand + " >= 1e0", area(x, -1).text());
            case Opcode.ATANH -> within("ABS(" + x.text() + ") < 1e0", atanh(x).text());
            case Opcode.LOGISTIC ->
                quotient(
                        constant(1),
                        binary(
                                Opcode.ADD,
                                constant(1),
                                Code.atom("EXP(" + unary(Opcode.NEG, x).text() + ")")));
            case Opcode.SATURATION -> quotient(x, binary(Opcode.ADD, constant(1), x));
            case Opcode.RELU -> Code.atom("CASE WHEN " + operand + " <= 0e0 THEN 0e0 ELSE " + x.text() + " END");
            default -> Code.atom(plain);
        };
    }
}
