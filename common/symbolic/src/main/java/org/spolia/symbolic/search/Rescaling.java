package org.spolia.symbolic.search;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.spolia.symbolic.expression.Definition;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.ExpressionFold;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.expression.Tree;

/**
 * Rewrites an expression for variables in other units, all powers of two. A power of two moves up through products,
 * quotients, powers and sums of equal units until a constant can absorb it. It becomes a factor of its own only if none
 * can.
 */
final class Rescaling implements ExpressionFold<Rescaling.Scaled> {
    private static final int LARGEST_POWER = 8;
    private static final int LARGEST_EXPONENT = 1000;
    private static final int MOST_DIGITS = 12;
    private static final int LAST_PLACES = 4;

    /** An expression that must be multiplied by two to the power of the exponent. */
    record Scaled(Expression expression, int exponent) {
        boolean isConstant() {
            return expression.size() == 1 && expression.opcode(0) == Opcode.CONSTANT;
        }
    }

    private final int[] exponents;
    private final OperatorSet operators;
    private final boolean early;
    private boolean written = true;

    private Rescaling(int[] exponents, OperatorSet operators, boolean early) {
        this.exponents = exponents;
        this.operators = operators;
        this.early = early;
    }

    /**
     * Returns an expression of the new variables for the value of {@code expression} times two to the power
     * {@code ofResult}. Each old variable is two to the power of its exponent times the new one. Empty if the operators
     * or the range of doubles do not allow it.
     *
     * @param early whether powers are written directly at the variables, which costs nodes and keeps intermediate
     * values in range
     */
    static Optional<Expression> of(
            Expression expression, int[] exponents, int ofResult, OperatorSet operators, boolean early) {
        Rescaling rescaling = new Rescaling(exponents, operators, early);
        Scaled scaled = expression.fold(rescaling);
        Expression whole = rescaling.at(-ofResult, scaled).expression();
        return rescaling.written ? Optional.of(whole) : Optional.empty();
    }

    @Override
    public Scaled constant(double value) {
        return new Scaled(Expression.constant(shortest(value)), 0);
    }

    @Override
    public Scaled variable(int index) {
        Scaled variable = new Scaled(new Tree(1).variable(index).toExpression(), exponents[index]);
        return early ? at(0, variable) : variable;
    }

    @Override
    public Scaled parameter(int index) {
        return new Scaled(new Tree(1).parameter(index).toExpression(), 0);
    }

    @Override
    public Scaled unary(int opcode, Scaled operand) {
        int exponent = operand.exponent();
        return switch (opcode) {
            case Opcode.NEG, Opcode.ABS, Opcode.RELU -> apply(opcode, operand, exponent);
            case Opcode.INV -> apply(opcode, operand, -exponent);
            case Opcode.SQUARE -> apply(opcode, operand, 2 * exponent);
            case Opcode.CUBE -> apply(opcode, operand, 3 * exponent);
            case Opcode.SQRT -> apply(opcode, at(2 * (exponent / 2), operand), exponent / 2);
            case Opcode.CBRT -> apply(opcode, at(3 * (exponent / 3), operand), exponent / 3);
            case Opcode.SIGN -> apply(opcode, operand, 0);
            default -> apply(opcode, at(0, operand), 0);
        };
    }

    @Override
    public Scaled binary(int opcode, Scaled left, Scaled right) {
        return switch (opcode) {
            case Opcode.MUL -> apply(opcode, left, right, left.exponent() + right.exponent());
            case Opcode.DIV -> apply(opcode, left, right, left.exponent() - right.exponent());
            case Opcode.POW -> power(left, right);
            case Opcode.ADD, Opcode.SUB, Opcode.MAX, Opcode.MIN, Opcode.MOD -> {
                int common = common(left, right);
                yield apply(opcode, at(common, left), at(common, right), common);
            }
            case Opcode.GREATER, Opcode.GREATER_EQUAL, Opcode.LESS, Opcode.LESS_EQUAL -> {
                int common = common(left, right);
                yield apply(opcode, at(common, left), at(common, right), 0);
            }
            case Opcode.COND -> apply(opcode, left, right, right.exponent());
            default -> apply(opcode, at(0, left), at(0, right), 0);
        };
    }

    private Scaled power(Scaled base, Scaled exponent) {
        double value = exponent.isConstant() ? exponent.expression().value(0) : Double.NaN;
        double moved = value * base.exponent();
        boolean moves = Math.abs(value) <= LARGEST_POWER && moved == Math.rint(moved) && exponent.exponent() == 0;
        return moves
                ? apply(Opcode.POW, base, exponent, (int) moved)
                : apply(Opcode.POW, at(0, base), at(0, exponent), 0);
    }

    /** Returns the exponent, of the two, that costs no factor, if there is one. */
    private int common(Scaled left, Scaled right) {
        if (left.isConstant()) {
            return right.exponent();
        }
        boolean takesOther = absorbs(left.expression()) && !absorbs(right.expression());
        return right.isConstant() || !takesOther ? left.exponent() : right.exponent();
    }

    @Override
    public Scaled defined(Definition definition, List<Scaled> operands) {
        Tree tree = new Tree(0);
        for (Scaled operand : operands) {
            Tree plain = at(0, operand).expression().toTree();
            tree = larger(tree, plain.size() + 1).append(plain, 0, plain.size());
        }
        int opcode = operators.find(definition.text()).orElseThrow().opcode();
        return new Scaled(tree.adopt(operators.definitions()).operator(opcode).toExpression(), 0);
    }

    private static Tree larger(Tree tree, int more) {
        return new Tree(tree.size() + more, tree.definitions()).append(tree, 0, tree.size());
    }

    /** Rewrites the value with another exponent. */
    private Scaled at(int exponent, Scaled scaled) {
        int change = scaled.exponent() - exponent;
        if (change == 0) {
            return scaled;
        }
        Expression expression = scaled.expression();
        if (absorbs(expression)) {
            return new Scaled(absorbed(expression, change), exponent);
        }
        boolean product = operators.contains(Opcode.MUL);
        written &= (product || operators.contains(Opcode.DIV)) && Math.abs(change) <= LARGEST_EXPONENT;
        if (!written) {
            return new Scaled(expression, exponent);
        }
        Tree tree = larger(expression.toTree(), 2);
        tree.constant(Math.scalb(1.0, product ? change : -change)).operator(product ? Opcode.MUL : Opcode.DIV);
        return new Scaled(tree.toExpression(), exponent);
    }

    /** Returns whether constants can absorb a factor of the whole expression. */
    private static boolean absorbs(Expression expression) {
        return factor(expression) >= 0
                || isSum(expression) && absorbs(left(expression)) && absorbs(right(expression))
                || isProduct(expression) && absorbs(left(expression));
    }

    private Expression absorbed(Expression expression, int change) {
        int factor = factor(expression);
        if (factor >= 0) {
            Tree tree = expression.toTree();
            tree.setValue(factor, multiplied(expression.value(factor), change));
            return tree.toExpression();
        }
        Scaled left = new Scaled(absorbed(left(expression), change), 0);
        Scaled right = new Scaled(isSum(expression) ? absorbed(right(expression), change) : right(expression), 0);
        return apply(expression.opcode(expression.size() - 1), left, right, 0).expression();
    }

    private static boolean isSum(Expression expression) {
        int root = expression.opcode(expression.size() - 1);
        return root == Opcode.ADD || root == Opcode.SUB;
    }

    private static boolean isProduct(Expression expression) {
        int root = expression.opcode(expression.size() - 1);
        return root == Opcode.MUL || root == Opcode.DIV;
    }

    private static Expression left(Expression expression) {
        Tree tree = expression.toTree();
        return tree.truncate(tree.start(tree.size() - 2)).toExpression();
    }

    private static Expression right(Expression expression) {
        Tree tree = expression.toTree();
        int root = tree.size() - 1;
        int start = tree.start(root - 1);
        return new Tree(root - start, tree.definitions())
                .append(tree, start, root)
                .toExpression();
    }

    private double multiplied(double value, int change) {
        double scaled = Math.scalb(value, change);
        written &= value == 0 || Double.isFinite(scaled) && scaled != 0;
        return written ? shortest(scaled) : value;
    }

    /**
     * Returns a decimal of a few digits if it agrees to the last digits. Constants that are round in one unit are not
     * round in another.
     */
    private static double shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits <= MOST_DIGITS; digits++) {
            double decimal = exact.round(new MathContext(digits)).doubleValue();
            if (Math.abs(decimal - value) <= LAST_PLACES * Math.ulp(value)) {
                return decimal;
            }
        }
        return value;
    }

    /** Returns the node of a constant that multiplies the whole expression, or is it; -1 if there is none. */
    private static int factor(Expression expression) {
        int root = expression.size() - 1;
        if (expression.opcode(root) == Opcode.CONSTANT) {
            return root;
        }
        int opcode = expression.opcode(root);
        if (opcode == Opcode.MUL && expression.opcode(root - 1) == Opcode.CONSTANT) {
            return root - 1;
        }
        boolean first = opcode == Opcode.MUL || opcode == Opcode.DIV;
        return first
                        && expression.opcode(0) == Opcode.CONSTANT
                        && expression.toTree().start(root - 1) == 1
                ? 0
                : -1;
    }

    private static Scaled apply(int opcode, Scaled operand, int exponent) {
        Tree tree = larger(operand.expression().toTree(), 1);
        return new Scaled(tree.operator(opcode).toExpression(), exponent);
    }

    private static Scaled apply(int opcode, Scaled left, Scaled right, int exponent) {
        Tree second = right.expression().toTree();
        Tree tree = larger(left.expression().toTree(), second.size() + 1);
        return new Scaled(tree.append(second, 0, second.size()).operator(opcode).toExpression(), exponent);
    }
}
