package org.spolia.symbolic.library.scoring;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;

/** Writes sums and products with coefficients as the operators allow, as far as trees have room. */
public final class Composer {
    private static final int CAPACITY = 400;

    private final Writing writing;
    private final Tree factor = new Tree(CAPACITY);

    public Composer(Writing writing) {
        this.writing = writing;
    }

    public static Tree newTree() {
        return new Tree(CAPACITY);
    }

    /** Multiplies the tree by a coefficient; whether that can be written. */
    public boolean scale(Tree tree, double coefficient) {
        if (coefficient == 1) {
            return true;
        }
        if (!writing.scales() || !Double.isFinite(coefficient) || coefficient == 0) {
            return false;
        }
        return writing.scale(tree, coefficient);
    }

    /** Adds a constant to the tree; whether that can be written. */
    public boolean shift(Tree tree, double constant) {
        if (constant == 0) {
            return true;
        }
        if (!writing.shifts() || !Double.isFinite(constant)) {
            return false;
        }
        return writing.shift(tree, constant);
    }

    /** Adds {@code coefficient × term} to the sum, which may be empty; whether that can be written. */
    public boolean addTerm(Tree sum, Tree term, double coefficient) {
        if (coefficient == 0) {
            return true;
        }
        if (sum.size() == 0) {
            sum.copyFrom(term);
            return scale(sum, coefficient);
        }
        boolean minus = coefficient == -1 && writing.writes(Opcode.SUB);
        if (!minus && !writing.writes(Opcode.ADD) || !minus && !scale(term, coefficient)) {
            return false;
        }
        return Writing.append(sum, term) && writing.append(sum, 0, minus ? Opcode.SUB : Opcode.ADD);
    }

    /** Multiplies the product, which may be empty, by a power of a positive factor; whether that can be written. */
    public boolean multiply(Tree product, Tree base, double exponent) {
        factor.copyFrom(base);
        double size = Math.abs(exponent);
        if (!raise(factor, product.size() == 0 && exponent < 0 ? exponent : size)) {
            return false;
        }
        if (product.size() == 0) {
            product.copyFrom(factor);
            return true;
        }
        int opcode = exponent < 0 ? Opcode.DIV : Opcode.MUL;
        if (!writing.writes(opcode)) {
            return false;
        }
        return Writing.append(product, factor) && writing.append(product, 0, opcode);
    }

    /** Multiplies the product by powers of atoms, numerators before denominators; whether that can be written. */
    public boolean multiply(Tree product, List<Tree> atoms, IntToDoubleFunction exponents) {
        for (int sign = 1; sign >= -1; sign -= 2) {
            for (int atom = 0; atom < atoms.size(); atom++) {
                double exponent = exponents.applyAsDouble(atom);
                if (exponent * sign > 0 && !multiply(product, atoms.get(atom), exponent)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean raise(Tree tree, double exponent) {
        if (exponent == 1) {
            return true;
        }
        int step = step(exponent);
        if (step >= 0 && writing.writes(step)) {
            return writing.append(tree, 0, step);
        }
        if (writing.writes(Opcode.POW)) {
            return Writing.constant(tree, exponent) && writing.append(tree, 0, Opcode.POW);
        }
        if (exponent < 0 && writing.writes(Opcode.INV) && raise(tree, -exponent)) {
            return writing.append(tree, 0, Opcode.INV);
        }
        if (exponent == 4 && writing.writes(Opcode.SQUARE)) {
            boolean squared = writing.append(tree, 0, Opcode.SQUARE);
            return squared && writing.append(tree, 0, Opcode.SQUARE);
        }
        if (exponent == 1.5 && writing.writes(Opcode.SQRT) && writing.writes(Opcode.CUBE)) {
            return writing.append(tree, 0, Opcode.SQRT) && writing.append(tree, 0, Opcode.CUBE);
        }
        return false;
    }

    private static int step(double exponent) {
        if (exponent == 2) {
            return Opcode.SQUARE;
        }
        if (exponent == 3) {
            return Opcode.CUBE;
        }
        if (exponent == 0.5) {
            return Opcode.SQRT;
        }
        return exponent == -1 ? Opcode.INV : -1;
    }
}
