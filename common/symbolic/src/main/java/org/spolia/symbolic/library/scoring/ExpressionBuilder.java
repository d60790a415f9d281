package org.spolia.symbolic.library.scoring;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;

/**
 * Builds sums and products with coefficients from the available operators. Each method returns false if the operators
 * cannot express the result or the tree is full.
 */
public final class ExpressionBuilder {
    private static final int CAPACITY = 400;

    private final OperatorVocabulary vocabulary;
    private final Tree factor = new Tree(CAPACITY);

    public ExpressionBuilder(OperatorVocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    public static Tree newTree() {
        return new Tree(CAPACITY);
    }

    /** Multiplies the tree by a coefficient. */
    public boolean scale(Tree tree, double coefficient) {
        if (coefficient == 1) {
            return true;
        }
        if (!vocabulary.scales() || !Double.isFinite(coefficient) || coefficient == 0) {
            return false;
        }
        return vocabulary.scale(tree, coefficient);
    }

    /** Adds a constant to the tree. */
    public boolean shift(Tree tree, double constant) {
        if (constant == 0) {
            return true;
        }
        if (!vocabulary.shifts() || !Double.isFinite(constant)) {
            return false;
        }
        return vocabulary.shift(tree, constant);
    }

    /** Adds {@code coefficient × term} to the sum, which may be empty. */
    public boolean addTerm(Tree sum, Tree term, double coefficient) {
        if (coefficient == 0) {
            return true;
        }
        if (sum.size() == 0) {
            sum.copyFrom(term);
            return scale(sum, coefficient);
        }
        boolean minus = coefficient == -1 && vocabulary.writes(Opcode.SUB);
        if (!minus && !vocabulary.writes(Opcode.ADD) || !minus && !scale(term, coefficient)) {
            return false;
        }
        return OperatorVocabulary.append(sum, term) && vocabulary.append(sum, 0, minus ? Opcode.SUB : Opcode.ADD);
    }

    /** Multiplies the product, which may be empty, by a power of a positive factor. */
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
        if (!vocabulary.writes(opcode)) {
            return false;
        }
        return OperatorVocabulary.append(product, factor) && vocabulary.append(product, 0, opcode);
    }

    /** Multiplies the product by powers of atoms, numerators before denominators. */
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
        if (step >= 0 && vocabulary.writes(step)) {
            return vocabulary.append(tree, 0, step);
        }
        if (vocabulary.writes(Opcode.POW)) {
            return OperatorVocabulary.constant(tree, exponent) && vocabulary.append(tree, 0, Opcode.POW);
        }
        if (exponent < 0 && vocabulary.writes(Opcode.INV) && raise(tree, -exponent)) {
            return vocabulary.append(tree, 0, Opcode.INV);
        }
        if (exponent == 4 && vocabulary.writes(Opcode.SQUARE)) {
            boolean squared = vocabulary.append(tree, 0, Opcode.SQUARE);
            return squared && vocabulary.append(tree, 0, Opcode.SQUARE);
        }
        if (exponent == 1.5 && vocabulary.writes(Opcode.SQRT) && vocabulary.writes(Opcode.CUBE)) {
            return vocabulary.append(tree, 0, Opcode.SQRT) && vocabulary.append(tree, 0, Opcode.CUBE);
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
