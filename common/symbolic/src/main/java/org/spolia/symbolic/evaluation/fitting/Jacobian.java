package org.spolia.symbolic.evaluation.fitting;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.spolia.symbolic.evaluation.Kernels;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Expansion;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.special.CardinalSine;
import org.spolia.symbolic.special.GammaFunction;
import org.spolia.symbolic.special.Logarithm;
import org.spolia.symbolic.special.Placebo;

/**
 * The exact derivatives of a tree with respect to its parameters over one block, by one forward and one reverse pass.
 * Sub-trees without a parameter take no part in the reverse pass. For defined operators, the passes run over the
 * {@link Expansion} of the tree, and a value that a formula uses several times gets the sum of its derivatives.
 */
public final class Jacobian {
    private static final double[] ONES = ones();
    private static final double[][] NONE = {};
    private static final double LN_2 = Logarithm.log(2);
    private static final double LN_10 = Logarithm.log(10);
    private static final double TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);

    private final Kernels kernels;
    private double[][] values = new double[0][];
    private double[][] adjoints = new double[0][];
    private double[][] buffers = new double[0][];
    private double[][] adjointBuffers = new double[0][];
    private double[][] columns = new double[0][];
    private boolean[] filled = new boolean[0];
    private boolean[] active = new boolean[0];
    private boolean[] reached = new boolean[0];
    private boolean[] operand = new boolean[0];
    private final Expansion expansion = new Expansion();
    private int[] leftOf = new int[0];
    private int[] stack = new int[0];
    private Tree tree = new Tree(0);

    public Jacobian(Kernels kernels) {
        this.kernels = kernels;
    }

    private static final double[] ZEROS = new double[Sample.BLOCK];

    private static double[] ones() {
        double[] ones = new double[Sample.BLOCK];
        Arrays.fill(ones, 1);
        return ones;
    }

    /**
     * Prepares a tree: fills the leaves that are equal for every block and marks the nodes that depend on parameters.
     */
    public void begin(Tree given, double[] parameters) {
        tree = expansion.of(given);
        reserve(tree.size(), parameters.length);
        int top = 0;
        for (int node = 0; node < tree.size(); node++) {
            int opcode = tree.opcode(node);
            active[node] = opcode == Opcode.PARAMETER;
            operand[node] = false;
            switch (Opcode.arity(opcode)) {
                case 0 -> top = leaf(node, top, parameters);
                case 1 -> {
                    active[node] = active[node - 1];
                    stack[top - 1] = node;
                }
                default -> {
                    int left = stack[top - 2];
                    leftOf[node] = left;
                    active[node] = active[left] || active[node - 1];
                    top--;
                    stack[top - 1] = node;
                }
            }
        }
    }

    private int leaf(int node, int top, double[] parameters) {
        int place = top;
        switch (tree.opcode(node)) {
            case Opcode.CONSTANT -> Arrays.fill(buffers[node], tree.value(node));
            case Opcode.PARAMETER -> Arrays.fill(buffers[node], parameters[tree.argument(node)]);
            case Opcode.OPERAND -> {
                leftOf[node] = stack[tree.argument(node)];
                active[node] = active[leftOf[node]];
            }
            case Opcode.RESULT -> {
                active[node] = active[node - 1];
                place = tree.argument(node);
                for (int below = place; below < top - 1; below++) {
                    operand[stack[below]] = true;
                }
            }
            default -> {}
        }
        stack[place] = node;
        return place + 1;
    }

    private void reserve(int nodes, int parameters) {
        if (buffers.length < nodes) {
            buffers = grow(buffers, nodes);
            adjointBuffers = grow(adjointBuffers, nodes);
            values = new double[nodes][];
            adjoints = new double[nodes][];
            active = new boolean[nodes];
            reached = new boolean[nodes];
            operand = new boolean[nodes];
            leftOf = new int[nodes];
            stack = new int[nodes];
        }
        if (columns.length < parameters) {
            columns = grow(columns, parameters);
            filled = new boolean[parameters];
        }
    }

    private static double[][] grow(double[][] old, int length) {
        double[][] grown = Arrays.copyOf(old, length);
        for (int i = old.length; i < length; i++) {
            grown[i] = new double[Sample.BLOCK];
        }
        return grown;
    }

    /** The values of the tree at the rows of a block. */
    public double[] forward(Sample sample, int block) {
        return forward(variable -> sample.column(block, variable), NONE, sample.paddedRows(block));
    }

    /**
     * The values of the tree at the rows of columns, at most {@link Sample#BLOCK}.
     *
     * @param parameters a column for each parameter whose value differs between rows; empty if none does
     */
    public double[] forward(double[][] columns, double[][] parameters, int rows) {
        return forward(variable -> columns[variable], parameters, rows);
    }

    private double[] forward(IntFunction<double[]> columns, double[][] parameters, int rows) {
        for (int node = 0; node < tree.size(); node++) {
            int opcode = tree.opcode(node);
            if (opcode == Opcode.VARIABLE) {
                values[node] = columns.apply(tree.argument(node));
                continue;
            }
            if (opcode == Opcode.PARAMETER && parameters.length > 0) {
                values[node] = parameters[tree.argument(node)];
                continue;
            }
            values[node] = buffers[node];
            switch (Opcode.arity(opcode)) {
                case 1 -> kernels.unary(opcode, values[node - 1], buffers[node], rows);
                case 2 -> kernels.binary(opcode, values[leftOf[node]], values[node - 1], buffers[node], rows);
                default -> {
                    if (opcode == Opcode.OPERAND) {
                        values[node] = values[leftOf[node]];
                    } else if (opcode == Opcode.RESULT) {
                        values[node] = values[node - 1];
                    }
                }
            }
        }
        return values[tree.size() - 1];
    }

    /** The derivatives after {@link #forward}: one column for each parameter, zero for one that does not occur. */
    public double[][] reverse(int rows, int parameters) {
        Arrays.fill(filled, 0, parameters, false);
        Arrays.fill(reached, 0, tree.size(), false);
        int root = tree.size() - 1;
        adjoints[root] = ONES;
        for (int node = root; node >= 0; node--) {
            if (!active[node]) {
                continue;
            }
            if (operand[node] && !reached[node]) {
                // The formula does not depend on it.
                adjoints[node] = ZEROS;
            }
            int opcode = tree.opcode(node);
            switch (Opcode.arity(opcode)) {
                case 0 -> passOn(opcode, node, rows);
                case 1 -> unary(opcode, node, rows);
                default -> binary(opcode, node, rows);
            }
        }
        for (int parameter = 0; parameter < parameters; parameter++) {
            if (!filled[parameter]) {
                Arrays.fill(columns[parameter], 0, rows, 0);
            }
        }
        return columns;
    }

    private void passOn(int opcode, int node, int rows) {
        switch (opcode) {
            case Opcode.OPERAND -> add(leftOf[node], adjoints[node], rows);
            case Opcode.RESULT -> adjoints[node - 1] = adjoints[node];
            default -> collect(tree.argument(node), adjoints[node], rows);
        }
    }

    /** Adds one derivative of a value that a formula may use several times. */
    private void add(int node, double[] adjoint, int rows) {
        if (reached[node]) {
            kernels.binary(Opcode.ADD, adjoints[node], adjoint, adjointBuffers[node], rows);
            adjoints[node] = adjointBuffers[node];
        } else {
            adjoints[node] = adjoint;
            reached[node] = true;
        }
    }

    private void collect(int parameter, double[] adjoint, int rows) {
        if (filled[parameter]) {
            kernels.binary(Opcode.ADD, columns[parameter], adjoint, columns[parameter], rows);
        } else {
            System.arraycopy(adjoint, 0, columns[parameter], 0, rows);
            filled[parameter] = true;
        }
    }

    private void unary(int opcode, int node, int rows) {
        double[] x = values[node - 1];
        double[] f = values[node];
        double[] out = adjointBuffers[node - 1];
        switch (opcode) {
            case Opcode.NEG -> Arrays.fill(out, 0, rows, -1);
            case Opcode.INV -> {
                kernels.binary(Opcode.MUL, f, f, out, rows);
                kernels.unary(Opcode.NEG, out, out, rows);
            }
            case Opcode.ABS -> kernels.binary(Opcode.DIV, f, x, out, rows);
            case Opcode.SQUARE -> kernels.binary(Opcode.MUL, x, 2, out, rows);
            case Opcode.CUBE -> {
                kernels.unary(Opcode.SQUARE, x, out, rows);
                kernels.binary(Opcode.MUL, out, 3, out, rows);
            }
            case Opcode.SQRT -> kernels.binary(Opcode.DIV, 0.5, f, out, rows);
            case Opcode.EXP -> System.arraycopy(f, 0, out, 0, rows);
            case Opcode.LOG -> kernels.unary(Opcode.INV, x, out, rows);
            case Opcode.SIN -> kernels.unary(Opcode.COS, x, out, rows);
            case Opcode.COS -> {
                kernels.unary(Opcode.SIN, x, out, rows);
                kernels.unary(Opcode.NEG, out, out, rows);
            }
            case Opcode.TANH -> {
                kernels.unary(Opcode.SQUARE, f, out, rows);
                kernels.binary(Opcode.SUB, 1, out, out, rows);
            }
            case Opcode.ASIN -> {
                kernels.unary(Opcode.SQUARE, x, out, rows);
                kernels.binary(Opcode.SUB, 1, out, out, rows);
                kernels.unary(Opcode.SQRT, out, out, rows);
                kernels.unary(Opcode.INV, out, out, rows);
            }
            case Opcode.ATAN -> {
                kernels.unary(Opcode.SQUARE, x, out, rows);
                kernels.binary(Opcode.ADD, out, 1, out, rows);
                kernels.unary(Opcode.INV, out, out, rows);
            }
            case Opcode.TAN -> {
                kernels.unary(Opcode.SQUARE, f, out, rows);
                kernels.binary(Opcode.ADD, out, 1, out, rows);
            }
            case Opcode.ACOS -> {
                kernels.unary(Opcode.SQUARE, x, out, rows);
                kernels.binary(Opcode.SUB, 1, out, out, rows);
                kernels.unary(Opcode.SQRT, out, out, rows);
                kernels.binary(Opcode.DIV, -1, out, out, rows);
            }
            case Opcode.SINH -> kernels.unary(Opcode.COSH, x, out, rows);
            case Opcode.COSH -> kernels.unary(Opcode.SINH, x, out, rows);
            case Opcode.LOG2 -> kernels.binary(Opcode.DIV, 1 / LN_2, x, out, rows);
            case Opcode.LOG10 -> kernels.binary(Opcode.DIV, 1 / LN_10, x, out, rows);
            case Opcode.CBRT -> {
                kernels.unary(Opcode.SQUARE, f, out, rows);
                kernels.binary(Opcode.DIV, 1.0 / 3, out, out, rows);
            }
            case Opcode.ERF -> gaussian(TWO_OVER_ROOT_PI, x, out, rows);
            case Opcode.ERFC -> gaussian(-TWO_OVER_ROOT_PI, x, out, rows);
            case Opcode.LI2 -> dilogarithm(x, out, rows);
            case Opcode.ASINH -> {
                kernels.unary(Opcode.SQUARE, x, out, rows);
                kernels.binary(Opcode.ADD, out, 1, out, rows);
                kernels.unary(Opcode.SQRT, out, out, rows);
                kernels.unary(Opcode.INV, out, out, rows);
            }
            case Opcode.ACOSH -> {
                kernels.unary(Opcode.SQUARE, x, out, rows);
                kernels.binary(Opcode.SUB, out, 1, out, rows);
                kernels.unary(Opcode.SQRT, out, out, rows);
                kernels.unary(Opcode.INV, out, out, rows);
            }
            case Opcode.ATANH -> {
                kernels.unary(Opcode.SQUARE, x, out, rows);
                kernels.binary(Opcode.SUB, 1, out, out, rows);
                kernels.unary(Opcode.INV, out, out, rows);
            }
            case Opcode.LOG1P -> {
                kernels.binary(Opcode.ADD, x, 1, out, rows);
                kernels.unary(Opcode.INV, out, out, rows);
            }
            case Opcode.GAMMA -> {
                digamma(x, out, rows);
                kernels.binary(Opcode.MUL, out, f, out, rows);
            }
            case Opcode.LGAMMA -> digamma(x, out, rows);
            case Opcode.J0 -> {
                kernels.unary(Opcode.J1, x, out, rows);
                kernels.unary(Opcode.NEG, out, out, rows);
            }
            case Opcode.J1 -> firstBessel(x, f, out, rows);
            case Opcode.LAMBERTW -> {
                kernels.unary(Opcode.NEG, f, out, rows);
                kernels.unary(Opcode.EXP, out, out, rows);
                for (int row = 0; row < rows; row++) {
                    out[row] /= 1 + f[row];
                }
            }
            case Opcode.LOGISTIC -> {
                kernels.binary(Opcode.SUB, 1, f, out, rows);
                kernels.binary(Opcode.MUL, out, f, out, rows);
            }
            case Opcode.SATURATION -> {
                kernels.binary(Opcode.ADD, x, 1, out, rows);
                kernels.unary(Opcode.SQUARE, out, out, rows);
                kernels.unary(Opcode.INV, out, out, rows);
            }
            case Opcode.RELU -> {
                for (int row = 0; row < rows; row++) {
                    out[row] = x[row] > 0 ? 1 : 0;
                }
            }
            case Opcode.SINC -> {
                for (int row = 0; row < rows; row++) {
                    out[row] = CardinalSine.derivative(x[row]);
                }
            }
            case Opcode.SIGN, Opcode.FLOOR, Opcode.CEIL, Opcode.ROUND -> Arrays.fill(out, 0, rows, 0);
            case Opcode.PLACEBO_1 -> placebo(Placebo.ONE, x, out, rows);
            case Opcode.PLACEBO_2 -> placebo(Placebo.TWO, x, out, rows);
            case Opcode.PLACEBO_3 -> placebo(Placebo.THREE, x, out, rows);
            default -> throw new IllegalStateException("Opcode " + opcode + " has no derivative");
        }
        adjoints[node - 1] = times(adjoints[node], out, rows);
    }

    private void gaussian(double factor, double[] x, double[] out, int rows) {
        kernels.unary(Opcode.SQUARE, x, out, rows);
        kernels.unary(Opcode.NEG, out, out, rows);
        kernels.unary(Opcode.EXP, out, out, rows);
        kernels.binary(Opcode.MUL, out, factor, out, rows);
    }

    /** d Re Li2(x) / dx = -log|1 - x| / x, which tends to 1 at 0. */
    private void dilogarithm(double[] x, double[] out, int rows) {
        kernels.binary(Opcode.SUB, 1, x, out, rows);
        kernels.unary(Opcode.ABS, out, out, rows);
        kernels.unary(Opcode.LOG, out, out, rows);
        kernels.binary(Opcode.DIV, out, x, out, rows);
        kernels.unary(Opcode.NEG, out, out, rows);
        for (int row = 0; row < rows; row++) {
            if (x[row] == 0) {
                out[row] = 1;
            }
        }
    }

    private static void digamma(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = GammaFunction.digamma(x[row]);
        }
    }

    /** d J1(x) / dx = J0(x) - J1(x) / x, which is 1/2 at 0. */
    private void firstBessel(double[] x, double[] f, double[] out, int rows) {
        kernels.unary(Opcode.J0, x, out, rows);
        for (int row = 0; row < rows; row++) {
            out[row] = x[row] == 0 ? 0.5 : out[row] - f[row] / x[row];
        }
    }

    private static void placebo(Placebo placebo, double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = placebo.derivative(x[row]);
        }
    }

    private void binary(int opcode, int node, int rows) {
        int left = leftOf[node];
        int right = node - 1;
        double[] x = values[left];
        double[] y = values[right];
        double[] f = values[node];
        double[] adjoint = adjoints[node];
        double[] outLeft = adjointBuffers[left];
        double[] outRight = adjointBuffers[right];
        switch (opcode) {
            case Opcode.ADD -> {
                adjoints[left] = adjoint;
                adjoints[right] = adjoint;
            }
            case Opcode.SUB -> {
                adjoints[left] = adjoint;
                if (active[right]) {
                    kernels.unary(Opcode.NEG, adjoint, outRight, rows);
                    adjoints[right] = outRight;
                }
            }
            case Opcode.MUL -> {
                if (active[left]) {
                    adjoints[left] = product(adjoint, y, outLeft, rows);
                }
                if (active[right]) {
                    adjoints[right] = product(adjoint, x, outRight, rows);
                }
            }
            case Opcode.DIV -> {
                kernels.binary(Opcode.DIV, adjoint, y, outLeft, rows);
                adjoints[left] = outLeft;
                if (active[right]) {
                    kernels.binary(Opcode.MUL, outLeft, f, outRight, rows);
                    kernels.unary(Opcode.NEG, outRight, outRight, rows);
                    adjoints[right] = outRight;
                }
            }
            case Opcode.POW -> power(node, left, right, rows);
            case Opcode.MAX, Opcode.MIN, Opcode.MOD, Opcode.COND -> choice(opcode, node, left, right, rows);
            case Opcode.GREATER,
                    Opcode.GREATER_EQUAL,
                    Opcode.LESS,
                    Opcode.LESS_EQUAL,
                    Opcode.LOGICAL_OR,
                    Opcode.LOGICAL_AND -> {
                Arrays.fill(outLeft, 0, rows, 0);
                Arrays.fill(outRight, 0, rows, 0);
                adjoints[left] = outLeft;
                adjoints[right] = outRight;
            }
            default -> throw new IllegalStateException("Opcode " + opcode + " has no derivative");
        }
    }

    /** Each row follows one of the operands, or both for a remainder. */
    private void choice(int opcode, int node, int left, int right, int rows) {
        double[] x = values[left];
        double[] y = values[right];
        double[] f = values[node];
        double[] byLeft = adjointBuffers[left];
        double[] byRight = adjointBuffers[right];
        for (int row = 0; row < rows; row++) {
            switch (opcode) {
                case Opcode.MOD -> {
                    byLeft[row] = 1;
                    byRight[row] = -Math.rint((x[row] - f[row]) / y[row]);
                }
                case Opcode.COND -> {
                    byLeft[row] = 0;
                    byRight[row] = x[row] > 0 ? 1 : 0;
                }
                default -> {
                    byLeft[row] = f[row] == x[row] ? 1 : 0;
                    byRight[row] = 1 - byLeft[row];
                }
            }
        }
        adjoints[left] = times(adjoints[node], byLeft, rows);
        adjoints[right] = times(adjoints[node], byRight, rows);
    }

    private void power(int node, int left, int right, int rows) {
        double[] x = values[left];
        double[] y = values[right];
        double[] f = values[node];
        double[] adjoint = adjoints[node];
        if (active[left]) {
            double[] out = adjointBuffers[left];
            kernels.binary(Opcode.SUB, y, 1, out, rows);
            kernels.binary(Opcode.POW, x, out, out, rows);
            kernels.binary(Opcode.MUL, out, y, out, rows);
            adjoints[left] = times(adjoint, out, rows);
        }
        if (active[right]) {
            double[] out = adjointBuffers[right];
            kernels.unary(Opcode.LOG, x, out, rows);
            kernels.binary(Opcode.MUL, out, f, out, rows);
            for (int row = 0; row < rows; row++) {
                if (f[row] == 0) {
                    out[row] = 0;
                }
            }
            adjoints[right] = times(adjoint, out, rows);
        }
    }

    private double[] product(double[] adjoint, double[] factor, double[] out, int rows) {
        if (adjoint == ONES) {
            return factor;
        }
        kernels.binary(Opcode.MUL, adjoint, factor, out, rows);
        return out;
    }

    private double[] times(double[] adjoint, double[] derivative, int rows) {
        return product(adjoint, derivative, derivative, rows);
    }
}
