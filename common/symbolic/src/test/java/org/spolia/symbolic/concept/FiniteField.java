package org.spolia.symbolic.concept;

import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.ExpressionFold;
import org.spolia.symbolic.expression.Opcode;

/**
 * Values of expressions modulo a prime. Sums and products in another order have equal values, bit for bit; other
 * expressions hardly ever do. Functions other than arithmetic are hashes of their operands.
 */
final class FiniteField implements ExpressionFold<Long> {
    private static final long PRIME = 2_147_483_647;
    private static final int LARGEST_POWER = ConceptTerms.LARGEST_POWER;

    private final long seed;

    private FiniteField(long seed) {
        this.seed = seed;
    }

    static long value(Expression expression, long seed) {
        return expression.fold(new FiniteField(seed));
    }

    @Override
    public Long constant(double value) {
        if (value < 0) {
            return negated(constant(-value));
        }
        if (value == Math.rint(value)) {
            return Math.floorMod((long) value, PRIME);
        }
        double whole = Math.rint(1 / value);
        return 1 / whole == value ? inverse((long) whole) : hash(Double.hashCode(value));
    }

    @Override
    public Long variable(int index) {
        return hash(seed + index);
    }

    @Override
    public Long parameter(int index) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Long unary(int opcode, Long operand) {
        return switch (opcode) {
            case Opcode.NEG -> negated(operand);
            case Opcode.INV -> inverse(operand);
            case Opcode.SQUARE -> power(operand, 2);
            case Opcode.CUBE -> power(operand, 3);
            default -> hash(operand * 31 + opcode);
        };
    }

    @Override
    public Long binary(int opcode, Long left, Long right) {
        return switch (opcode) {
            case Opcode.ADD -> (left + right) % PRIME;
            case Opcode.SUB -> (left + negated(right)) % PRIME;
            case Opcode.MUL -> left * right % PRIME;
            case Opcode.DIV -> left * inverse(right) % PRIME;
            case Opcode.POW -> raised(left, right);
            case Opcode.MAX, Opcode.MIN -> hash(Math.max(left, right) * 31 + Math.min(left, right) * 17 + opcode);
            default -> hash(hash(left * 31 + opcode) + right);
        };
    }

    private static long raised(long base, long exponent) {
        if (exponent > 0 && exponent <= LARGEST_POWER) {
            return power(base, exponent);
        }
        long below = PRIME - exponent;
        return below > 0 && below <= LARGEST_POWER
                ? inverse(power(base, below))
                : hash(hash(base * 31 + Opcode.POW) + exponent);
    }

    private static long negated(long value) {
        return (PRIME - value) % PRIME;
    }

    private static long inverse(long value) {
        return power(value, PRIME - 2);
    }

    private static long power(long base, long exponent) {
        long power = 1;
        long square = base % PRIME;
        for (long left = exponent; left > 0; left >>= 1) {
            power = (left & 1) == 1 ? power * square % PRIME : power;
            square = square * square % PRIME;
        }
        return power;
    }

    private static long hash(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return Math.floorMod(mixed ^ (mixed >>> 31), PRIME);
    }
}
