package org.spolia.symbolic.search.form;

import org.spolia.symbolic.expression.Definition;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.special.SplitMix64;

/**
 * A hash of a tree that ignores the order of terms and factors. The hash of a skeleton also ignores the values of
 * constants, counts adjacent constants as one, and treats a sub-tree of constants as a constant.
 *
 * <p>Each node has one value as a term, which sums add, and one as a factor, which products add. Mixing turns each into
 * the other.
 */
public final class CanonicalHash {
    private final long[] terms;
    private final long[] factors;
    private final boolean[] constantTerm;
    private final boolean[] constantFactor;
    private final boolean valued;

    private CanonicalHash(int capacity, boolean valued) {
        this.valued = valued;
        terms = new long[capacity];
        factors = new long[capacity];
        constantTerm = new boolean[capacity];
        constantFactor = new boolean[capacity];
    }

    /** Creates hashes that ignore the values of constants. */
    public static CanonicalHash ofSkeletons(int capacity) {
        return new CanonicalHash(capacity, false);
    }

    /** Creates hashes that distinguish constants with different values. */
    public static CanonicalHash ofValues(int capacity) {
        return new CanonicalHash(capacity, true);
    }

    public long of(Tree tree) {
        int top = 0;
        for (int node = 0; node < tree.size(); node++) {
            int opcode = tree.opcode(node);
            switch (opcode) {
                case Opcode.CONSTANT -> {
                    if (valued) {
                        other(top++, SplitMix64.mix(Double.doubleToRawLongBits(tree.value(node)) + 1));
                    } else {
                        constant(top++);
                    }
                }
                case Opcode.VARIABLE, Opcode.PARAMETER ->
                    other(top++, SplitMix64.mix(opcode + 64L * tree.argument(node)));
                default -> {
                    if (Opcode.isDefined(opcode)) {
                        top -= Opcode.arity(opcode) - 1;
                        defined(tree.definitions().of(opcode), top - 1);
                    } else if (Opcode.arity(opcode) == 1) {
                        unary(opcode, top - 1);
                    } else {
                        top--;
                        binary(opcode, top - 1, top);
                    }
                }
            }
        }
        return key(0);
    }

    private void constant(int at) {
        terms[at] = 0;
        factors[at] = 0;
        constantTerm[at] = true;
        constantFactor[at] = true;
    }

    private boolean isConstant(int at) {
        return constantTerm[at] && terms[at] == 0;
    }

    private long key(int at) {
        return SplitMix64.mix(terms[at] + (constantTerm[at] ? 1 : 0));
    }

    private void other(int at, long value) {
        terms[at] = value;
        factors[at] = SplitMix64.mix(value + 2);
        constantTerm[at] = false;
        constantFactor[at] = false;
    }

    private void sum(int at, long value, boolean constant) {
        if (constant && value == 0) {
            constant(at);
            return;
        }
        terms[at] = value;
        constantTerm[at] = constant;
        factors[at] = SplitMix64.mix(value + (constant ? 3 : 2));
        constantFactor[at] = false;
    }

    private void product(int at, long value, boolean constant) {
        if (constant && value == 0) {
            constant(at);
            return;
        }
        factors[at] = value;
        constantFactor[at] = constant;
        terms[at] = SplitMix64.mix(value + (constant ? 5 : 4));
        constantTerm[at] = false;
    }

    private void unary(int opcode, int at) {
        if (isConstant(at)) {
            return;
        }
        switch (opcode) {
            case Opcode.NEG -> sum(at, -terms[at], constantTerm[at]);
            case Opcode.INV -> product(at, -factors[at], constantFactor[at]);
            case Opcode.SQUARE -> product(at, 2 * factors[at], constantFactor[at]);
            case Opcode.CUBE -> product(at, 3 * factors[at], constantFactor[at]);
            default -> other(at, SplitMix64.mix(key(at) + opcode));
        }
    }

    /** The order of the operands and the formula matter, but not the opcode of the formula. */
    private void defined(Definition definition, int first) {
        boolean constants = true;
        long value = definition.hash();
        for (int operand = first; operand < first + definition.arity(); operand++) {
            constants &= isConstant(operand);
            value = SplitMix64.mix(value + key(operand));
        }
        if (!constants) {
            other(first, value);
        }
    }

    private void binary(int opcode, int left, int right) {
        switch (opcode) {
            case Opcode.ADD -> sum(left, terms[left] + terms[right], constantTerm[left] || constantTerm[right]);
            case Opcode.SUB -> sum(left, terms[left] - terms[right], constantTerm[left] || constantTerm[right]);
            case Opcode.MUL ->
                product(left, factors[left] + factors[right], constantFactor[left] || constantFactor[right]);
            case Opcode.DIV ->
                product(left, factors[left] - factors[right], constantFactor[left] || constantFactor[right]);
            default -> {
                if (isConstant(left) && isConstant(right)) {
                    return;
                }
                other(left, SplitMix64.mix(SplitMix64.mix(key(left) + opcode) + key(right)));
            }
        }
    }
}
