package org.spolia.bench.evaluate;

import java.util.List;
import org.spolia.bench.common.Ratios;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.evaluation.fitting.LevenbergMarquardt;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Tree;

/**
 * The cost of a Levenberg–Marquardt step without its trial points: the Jacobian and its products, in evaluations of the
 * loss.
 */
final class JacobianCost {
    /** Each has fifteen nodes, four of them constants. */
    private static final List<String> FORMULAS = List.of(
            "(a + 1.5)*(b + 0.7)/(c + 1.2) - d*0.3",
            "sin(a*1.5 + 0.3)*b + exp(c*0.7) - 1.2",
            "sqrt(a*1.5 + 0.7)*cos(b*1.2)*c - 0.3",
            "log(a + 1.5)*pow(b, 0.7) + tanh(c*1.2) + 0.3");

    private static final double NANOSECONDS = 50e6;

    private final Evaluator evaluator = new Evaluator();
    private final LevenbergMarquardt leastSquares = new LevenbergMarquardt(evaluator);
    private final int repetitions;

    JacobianCost(int repetitions) {
        this.repetitions = repetitions;
    }

    /**
     * Returns the time of a pass divided by that of a loss: the geometric mean over formulas of medians of interleaved
     * repetitions.
     */
    double evaluations(double[][] columns) {
        Sample sample = Sample.of(columns, columns[0]);
        double[] passes = new double[FORMULAS.size()];
        double[] losses = new double[FORMULAS.size()];
        for (int formula = 0; formula < FORMULAS.size(); formula++) {
            Tree tree = Expression.parse(FORMULAS.get(formula), List.of("a", "b", "c", "d", "e"))
                    .toTree();
            boolean[] fixed = new boolean[tree.size()];
            double[] pass = new double[repetitions];
            double[] loss = new double[repetitions];
            for (int repetition = -1; repetition < repetitions; repetition++) {
                double one = seconds(() -> evaluator.residualSquares(tree, sample));
                double other = seconds(() -> leastSquares.freedom(tree, fixed, sample));
                // The first round is a warm-up.
                if (repetition >= 0) {
                    loss[repetition] = one;
                    pass[repetition] = other;
                }
            }
            losses[formula] = Ratios.median(loss);
            passes[formula] = Ratios.median(pass);
        }
        return Ratios.of(passes, losses).geometricMean();
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        long calls = 0;
        do {
            work.run();
            calls++;
        } while (System.nanoTime() - start < NANOSECONDS);
        return (System.nanoTime() - start) / 1e9 / calls;
    }
}
