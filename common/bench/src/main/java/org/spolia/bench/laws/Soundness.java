package org.spolia.bench.laws;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.spolia.experiment.data.Split;
import org.spolia.statistics.Metrics;
import org.spolia.statistics.Moments;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;

/**
 * Refuses formulas that are useless as laws: without a value somewhere, nearly constant, exploding, with a variable
 * that hardly matters, or nearly equal to a smaller formula.
 */
final class Soundness {
    /** The least share of the variance that each variable causes. */
    static final double OF_A_VARIABLE = 0.01;

    /** The least normalised error if a part is replaced by a simpler one. */
    private static final double OF_A_PART = 2e-3;

    /** The least deviation of a sum, divided by that of its first term. */
    private static final double LEAST_OF_A_TERM = 0.15;

    private static final double LEAST_VARIATION = 0.03;
    private static final double MOST_DEVIATIONS = 25;
    private static final double MOST_GROWTH = 300;

    private final Ground ground;
    private final Expression law;
    private final double[][] columns;
    private final double[] values;

    private Soundness(Expression law, Ground ground) {
        this.ground = ground;
        this.law = law;
        this.columns = ground.columns(Split.TRAIN);
        this.values = finite(Split.TRAIN);
    }

    static void check(Expression law, Ground ground) {
        Soundness soundness = new Soundness(law, ground);
        soundness.checkValues();
        for (int variable = 0; variable < soundness.columns.length; variable++) {
            if (soundness.occurs(variable) && soundness.effect(variable) < OF_A_VARIABLE) {
                throw new Unsuitable("a variable hardly matters");
            }
        }
        soundness.checkParts();
        soundness.checkDivisors();
    }

    private double[] finite(Split split) {
        double[] all = ground.values(law, ground.columns(split));
        double[] corners = ground.values(law, ground.corners(split));
        if (!DoubleStream.concat(Arrays.stream(all), Arrays.stream(corners)).allMatch(Double::isFinite)) {
            throw new Unsuitable("not finite");
        }
        return all;
    }

    /** A divisor that changes its sign has a pole between. */
    private void checkDivisors() {
        Tree tree = law.toTree();
        for (int root = 0; root < tree.size(); root++) {
            boolean divides = tree.opcode(root) == Opcode.DIV;
            boolean raises = tree.opcode(root) == Opcode.POW && tree.opcode(root - 1) == Opcode.CONSTANT;
            if (divides || (raises && tree.value(root - 1) < 0)) {
                int last = divides ? root - 1 : tree.start(root - 1) - 1;
                checkSign(
                        new Tree(root).append(tree, tree.start(last), last + 1).toExpression());
            }
        }
    }

    private void checkSign(Expression divisor) {
        double[] all = Stream.of(Split.TRAIN, Split.TEST, Split.OOD)
                .flatMap(split -> Stream.of(ground.columns(split), ground.corners(split)))
                .flatMapToDouble(rows -> Arrays.stream(ground.values(divisor, rows)))
                .sorted()
                .toArray();
        if (all[0] * all[all.length - 1] <= 0) {
            throw new Unsuitable("has a pole");
        }
    }

    private void checkValues() {
        finite(Split.TEST);
        double deviation = checkVariation(values);
        double[] outside = finite(Split.OOD);
        double outsideDeviation = checkVariation(outside);
        double mean = Moments.mean(values);
        if (largest(values, mean) > MOST_DEVIATIONS * deviation
                || largest(outside, mean) > MOST_GROWTH * deviation
                || largest(outside, Moments.mean(outside)) > MOST_DEVIATIONS * outsideDeviation) {
            throw new Unsuitable("explodes");
        }
        if (outsideDeviation < LEAST_VARIATION * deviation) {
            throw new Unsuitable("nearly constant out of distribution");
        }
    }

    private static double checkVariation(double[] values) {
        double deviation = Moments.populationDeviation(values);
        // Also refuses NaN, from squares that overflow.
        if (!(deviation > LEAST_VARIATION * Math.abs(Moments.mean(values))
                && deviation > 1e-100
                && deviation < 1e100)) {
            throw new Unsuitable("nearly constant");
        }
        return deviation;
    }

    private static double largest(double[] values, double centre) {
        return Arrays.stream(values)
                .map(value -> Math.abs(value - centre))
                .max()
                .orElseThrow();
    }

    private boolean occurs(int variable) {
        for (int node = 0; node < law.size(); node++) {
            if (law.opcode(node) == Opcode.VARIABLE && law.argument(node) == variable) {
                return true;
            }
        }
        return false;
    }

    /** The total effect of a variable (Sobol): half the normalised error if its values move to other rows. */
    private double effect(int variable) {
        double[][] moved = columns.clone();
        double[] own = columns[variable];
        moved[variable] = new double[own.length];
        for (int row = 0; row < own.length; row++) {
            moved[variable][row] = own[(row + 1) % own.length];
        }
        return Metrics.nmse(ground.values(law, moved), values) / 2;
    }

    private void checkParts() {
        Tree tree = law.toTree();
        for (int root = 0; root < tree.size(); root++) {
            int start = tree.start(root);
            if (isConstant(tree, start, root)) {
                continue;
            }
            boolean whole = root == tree.size() - 1;
            if (!whole && start < root) {
                require(replaced(tree, start, root, constant(tree, start, root)));
            }
            switch (tree.opcode(root)) {
                case Opcode.ADD, Opcode.SUB -> checkTerms(tree, start, root);
                case Opcode.MUL, Opcode.DIV -> {}
                case Opcode.POW -> checkFunction(tree, start, root, tree.start(root - 1) - 1);
                default -> {
                    if (Opcode.arity(tree.opcode(root)) == 1 && tree.opcode(root) != Opcode.NEG) {
                        checkFunction(tree, start, root, root - 1);
                    }
                }
            }
        }
    }

    /** Each of two terms matters, and they do not nearly cancel. */
    private void checkTerms(Tree tree, int start, int root) {
        int middle = tree.start(root - 1);
        require(replaced(tree, start, root, new Tree(root).append(tree, start, middle)));
        Tree second = new Tree(root + 1).append(tree, middle, root);
        require(replaced(tree, start, root, tree.opcode(root) == Opcode.SUB ? second.operator(Opcode.NEG) : second));
        double sum = Moments.populationDeviation(values(new Tree(root + 1).append(tree, start, root + 1)));
        double part = Moments.populationDeviation(values(new Tree(root).append(tree, start, middle)));
        if (sum < LEAST_OF_A_TERM * part) {
            throw new Unsuitable("terms nearly cancel");
        }
    }

    /** A function is not nearly linear in its operand. */
    private void checkFunction(Tree tree, int start, int root, int operand) {
        double[] x = values(new Tree(root).append(tree, start, operand + 1));
        double[] y = values(new Tree(root + 1).append(tree, start, root + 1));
        double meanX = Moments.mean(x);
        double meanY = Moments.mean(y);
        double covariance = 0;
        for (int row = 0; row < x.length; row++) {
            covariance += (x[row] - meanX) * (y[row] - meanY) / x.length;
        }
        double slope = covariance / Moments.populationVariance(x);
        Tree line = new Tree(root + 5)
                .constant(meanY - slope * meanX)
                .constant(slope)
                .append(tree, start, operand + 1)
                .operator(Opcode.MUL)
                .operator(Opcode.ADD);
        require(replaced(tree, start, root, line));
    }

    private Tree constant(Tree tree, int start, int root) {
        return new Tree(1).constant(Moments.mean(values(new Tree(root + 1).append(tree, start, root + 1))));
    }

    private double[] values(Tree part) {
        return ground.values(part.toExpression(), columns);
    }

    private static Tree replaced(Tree tree, int start, int root, Tree part) {
        return new Tree(tree.size() + part.size())
                .append(tree, 0, start)
                .append(part, 0, part.size())
                .append(tree, root + 1, tree.size());
    }

    private void require(Tree smaller) {
        if (Metrics.nmse(values(smaller), values) < OF_A_PART) {
            throw new Unsuitable("nearly equal to a smaller formula");
        }
    }

    private static boolean isConstant(Tree tree, int start, int root) {
        for (int node = start; node <= root; node++) {
            if (tree.opcode(node) == Opcode.VARIABLE) {
                return false;
            }
        }
        return true;
    }
}
