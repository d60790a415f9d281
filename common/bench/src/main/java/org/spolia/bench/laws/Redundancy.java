package org.spolia.bench.laws;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spolia.symbolic.expression.ExpressionFold;
import org.spolia.symbolic.expression.Opcode;

/**
 * Refuses formulas that can be written shorter: two constants in one product or sum, terms that differ by a factor
 * only, or powers of one base in one product.
 */
final class Redundancy implements ExpressionFold<Redundancy.Part> {
    /** A fold that has no effect but to throw {@link Unsuitable}. */
    static final Redundancy CHECK = new Redundancy();

    private static final String CONSTANT = "c";

    private Redundancy() {}

    /**
     * A part of a formula, without the values of its constants.
     *
     * @param terms its terms without constant factors and signs
     * @param factors its factors without constants; divisors start with a slash
     * @param bases its factors without exponents
     */
    record Part(List<String> terms, List<String> factors, List<String> bases) {
        static Part of(String text) {
            return new Part(List.of(text), List.of(text), List.of(text));
        }

        static Part product(List<String> factors, List<String> bases) {
            List<String> sorted = factors.stream().sorted().toList();
            return new Part(List.of(String.join("*", sorted)), sorted, bases);
        }

        boolean isConstant() {
            return factors.isEmpty();
        }

        String text() {
            return String.join("*", bases.contains(CONSTANT) ? List.of(CONSTANT, terms.toString()) : terms);
        }
    }

    @Override
    public Part constant(double value) {
        return new Part(List.of(CONSTANT), List.of(), List.of(CONSTANT));
    }

    @Override
    public Part variable(int index) {
        return Part.of("x" + index);
    }

    @Override
    public Part parameter(int index) {
        throw new IllegalArgumentException("Laws have no parameters");
    }

    @Override
    public Part unary(int opcode, Part operand) {
        String text = opcode + "(" + operand.text() + ")";
        return switch (opcode) {
            case Opcode.NEG -> operand;
            case Opcode.SQRT -> Part.product(List.of(text), operand.bases);
            // A product of exponentials is the exponential of a sum.
            case Opcode.EXP -> Part.product(List.of(text), List.of("exp"));
            default -> Part.of(text);
        };
    }

    @Override
    public Part binary(int opcode, Part left, Part right) {
        if (left.isConstant() && right.isConstant()) {
            return left;
        }
        return switch (opcode) {
            case Opcode.ADD, Opcode.SUB -> {
                List<String> terms = distinct(left.terms, right.terms);
                String text = terms.stream().sorted().collect(Collectors.joining("+", "(", ")"));
                yield new Part(terms, List.of(text), List.of(text));
            }
            case Opcode.MUL, Opcode.DIV -> {
                String sign = opcode == Opcode.MUL ? "" : "/";
                List<String> factors = Stream.concat(
                                left.factors.stream(), right.factors.stream().map(factor -> sign + factor))
                        .toList();
                yield Part.product(factors, distinct(left.bases, right.bases));
            }
            default -> Part.product(List.of("(" + left.text() + ")^" + right.text()), left.bases);
        };
    }

    private static List<String> distinct(List<String> left, List<String> right) {
        List<String> all = Stream.concat(left.stream(), right.stream()).toList();
        Set<String> different = new HashSet<>(all);
        if (different.size() < all.size()) {
            throw new Unsuitable("can be written shorter");
        }
        return all;
    }
}
