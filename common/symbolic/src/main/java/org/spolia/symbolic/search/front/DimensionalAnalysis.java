package org.spolia.symbolic.search.front;

import java.util.Arrays;
import org.spolia.symbolic.expression.Definition;
import org.spolia.symbolic.expression.Expansion;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.search.options.Dimensions;
import org.spolia.symbolic.search.options.Units;

/**
 * The dimensions of trees. A part is a <em>wildcard</em> if a constant factor in it can take any unit; it fits
 * everywhere. Sums need equal dimensions, powers and transcendental functions need pure numbers. Defined operators have
 * the dimensions of their formulas, whose numbers are dimensionless. It owns buffers and is not thread-safe.
 */
public final class DimensionalAnalysis {
    private static final double CLOSE = 1e-9;

    private final double[][] units;
    private final boolean freeConstants;
    private final int bases;
    private final double[][] stack;
    private final boolean[] wildcard;

    /** The value of an entry that is a single constant, otherwise NaN. */
    private final double[] numbers;

    private final Expansion expansion = new Expansion();

    public DimensionalAnalysis(Units units, int capacity) {
        this.units = Dimensions.of(units.variables(), units.target());
        this.freeConstants = !units.dimensionlessConstants();
        this.bases = this.units[0].length;
        int entries = capacity + Definition.MOST_NODES;
        this.stack = new double[entries][bases];
        this.wildcard = new boolean[entries];
        this.numbers = new double[entries];
    }

    /** Returns whether the dimensions are consistent within the tree. */
    public boolean isConsistent(Tree given) {
        Tree tree = expansion.of(given);
        int top = 0;
        for (int node = 0; node < tree.size(); node++) {
            int opcode = tree.opcode(node);
            switch (Opcode.arity(opcode)) {
                case 0 -> top = leaf(tree, node, top);
                case 1 -> {
                    if (!unary(opcode, top - 1)) {
                        return false;
                    }
                    numbers[top - 1] = Double.NaN;
                }
                default -> {
                    top--;
                    if (!binary(opcode, top - 1, top)) {
                        return false;
                    }
                    numbers[top - 1] = Double.NaN;
                }
            }
        }
        return true;
    }

    /** Returns whether the dimensions are consistent and the whole has the unit of the target. */
    public boolean givesTarget(Tree tree) {
        return isConsistent(tree) && (wildcard[0] || same(stack[0], units[units.length - 1]));
    }

    private int leaf(Tree tree, int node, int at) {
        int argument = tree.argument(node);
        switch (tree.opcode(node)) {
            case Opcode.VARIABLE -> {
                wildcard[at] = false;
                numbers[at] = Double.NaN;
                System.arraycopy(units[argument], 0, stack[at], 0, bases);
            }
            case Opcode.OPERAND -> copy(argument, at);
            case Opcode.RESULT -> {
                copy(at - 1, argument);
                return argument + 1;
            }
            default -> {
                wildcard[at] = freeConstants && argument != Expansion.FIXED;
                numbers[at] = tree.opcode(node) == Opcode.CONSTANT ? tree.value(node) : Double.NaN;
                Arrays.fill(stack[at], 0);
            }
        }
        return at + 1;
    }

    private void copy(int from, int to) {
        wildcard[to] = wildcard[from];
        numbers[to] = numbers[from];
        System.arraycopy(stack[from], 0, stack[to], 0, bases);
    }

    private boolean unary(int opcode, int at) {
        switch (opcode) {
            case Opcode.NEG, Opcode.ABS, Opcode.RELU -> {}
            case Opcode.SIGN -> number(at);
            case Opcode.INV -> scale(at, -1);
            case Opcode.SQUARE -> scale(at, 2);
            case Opcode.CUBE -> scale(at, 3);
            case Opcode.SQRT -> scale(at, 0.5);
            case Opcode.CBRT -> scale(at, 1.0 / 3);
            default -> {
                if (!isNumber(at)) {
                    return false;
                }
                number(at);
            }
        }
        return true;
    }

    private boolean binary(int opcode, int left, int right) {
        switch (opcode) {
            case Opcode.MUL -> product(left, right, 1);
            case Opcode.DIV -> product(left, right, -1);
            case Opcode.POW -> {
                return power(left, right);
            }
            case Opcode.GREATER, Opcode.GREATER_EQUAL, Opcode.LESS, Opcode.LESS_EQUAL -> {
                if (!sum(left, right)) {
                    return false;
                }
                number(left);
            }
            case Opcode.LOGICAL_OR, Opcode.LOGICAL_AND -> number(left);
            case Opcode.COND -> copy(right, left);
            default -> {
                return sum(left, right);
            }
        }
        return true;
    }

    private void product(int left, int right, int sign) {
        for (int base = 0; base < bases; base++) {
            stack[left][base] += sign * stack[right][base];
        }
        wildcard[left] |= wildcard[right];
    }

    private boolean sum(int left, int right) {
        if (same(stack[left], stack[right])) {
            wildcard[left] &= wildcard[right];
            return true;
        }
        if (!wildcard[left] && !wildcard[right]) {
            return false;
        }
        if (wildcard[left] && !wildcard[right]) {
            System.arraycopy(stack[right], 0, stack[left], 0, bases);
        }
        wildcard[left] &= wildcard[right];
        return true;
    }

    /** A base with a unit can be raised to a constant power only. */
    private boolean power(int left, int right) {
        if (!isNumber(right)) {
            return false;
        }
        if (!Double.isNaN(numbers[right])) {
            scale(left, numbers[right]);
            return true;
        }
        if (!isNumber(left)) {
            return false;
        }
        number(left);
        return true;
    }

    private boolean isNumber(int at) {
        if (wildcard[at]) {
            return true;
        }
        for (double exponent : stack[at]) {
            if (Math.abs(exponent) > CLOSE) {
                return false;
            }
        }
        return true;
    }

    private void number(int at) {
        Arrays.fill(stack[at], 0);
        wildcard[at] = false;
    }

    private void scale(int at, double factor) {
        for (int base = 0; base < bases; base++) {
            stack[at][base] *= factor;
        }
    }

    private static boolean same(double[] x, double[] y) {
        for (int base = 0; base < x.length; base++) {
            if (Math.abs(x[base] - y[base]) > CLOSE) {
                return false;
            }
        }
        return true;
    }
}
