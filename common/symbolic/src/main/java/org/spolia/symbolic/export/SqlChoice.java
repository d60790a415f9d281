package org.spolia.symbolic.export;

import org.spolia.symbolic.expression.Opcode;

/** Operators that choose or compare, as {@code CASE} in any SQL dialect. A comparison with NULL is NULL. */
final class SqlChoice {
    private SqlChoice() {}

    static Code of(Infix dialect, int opcode, Code x, Code y) {
        String zero = dialect.literal("0");
        String one = dialect.literal("1");
        String left = x.atLeast(Code.ATOM);
        String right = y.atLeast(Code.ATOM);
        return switch (opcode) {
            case Opcode.MAX -> chosen(left + " >= " + right, x.text(), left + " < " + right, y.text());
            case Opcode.MIN -> chosen(left + " <= " + right, x.text(), left + " > " + right, y.text());
            case Opcode.MOD -> mod(dialect, x, y);
            case Opcode.GREATER -> chosen(left + " > " + right, one, left + " <= " + right, zero);
            case Opcode.GREATER_EQUAL -> chosen(left + " >= " + right, one, left + " < " + right, zero);
            case Opcode.LESS -> chosen(left + " < " + right, one, left + " >= " + right, zero);
            case Opcode.LESS_EQUAL -> chosen(left + " <= " + right, one, left + " > " + right, zero);
            case Opcode.LOGICAL_OR -> of(dialect, Opcode.GREATER, of(dialect, Opcode.MAX, x, y), Code.atom(zero));
            case Opcode.LOGICAL_AND -> of(dialect, Opcode.GREATER, of(dialect, Opcode.MIN, x, y), Code.atom(zero));
            case Opcode.COND -> chosen(left + " > " + zero, y.text(), left + " <= " + zero, zero);
            default -> throw new IllegalStateException("Opcode " + opcode + " has no form in SQL");
        };
    }

    private static Code chosen(String first, String ifFirst, String second, String ifSecond) {
        return Code.atom("CASE WHEN " + first + " THEN " + ifFirst + " WHEN " + second + " THEN " + ifSecond + " END");
    }

    /** x - y floor(x / y). */
    private static Code mod(Infix dialect, Code x, Code y) {
        Code ratio = dialect.quotient(x, y);
        Code whole = dialect.call(Opcode.FLOOR, ratio);
        return dialect.binary(Opcode.SUB, x, dialect.binary(Opcode.MUL, y, whole));
    }
}
