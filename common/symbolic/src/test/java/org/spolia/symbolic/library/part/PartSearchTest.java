package org.spolia.symbolic.library.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.evaluation.fitting.FitLimits;
import org.spolia.symbolic.evaluation.fitting.LevenbergMarquardt;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.library.Starts;
import org.spolia.symbolic.library.scoring.CoordinateView;
import org.spolia.symbolic.library.scoring.OperatorVocabulary;

class PartSearchTest {
    private static final List<String> NAMES = List.of("x", "y", "z");
    private static final OperatorSet OPERATORS =
            OperatorSet.of(List.of("+", "-", "*", "/", "pow", "sqrt", "exp", "log", "sin", "cos", "tanh"));
    private static final long BUDGET = 400_000_000L;
    private static final int PARTS = 4;
    private static final double EXACT = 1e-20;

    /** Fits each start with the engine's own solver and keeps the least loss. */
    private static final class Fits implements Starts {
        private final Sample sample;
        private final Evaluator evaluator = new Evaluator();
        private final LevenbergMarquardt solver = new LevenbergMarquardt(evaluator);
        private final boolean scales;
        private final List<String> seen = new ArrayList<>();
        private String best = "";
        private double least = Double.POSITIVE_INFINITY;

        Fits(Sample sample, boolean scales) {
            this.sample = sample;
            this.scales = scales;
        }

        @Override
        public double start(Tree tree, boolean thorough) {
            seen.add(tree.toExpression().infix(NAMES));
            double loss =
                    scales ? evaluator.scaledResidualSquares(tree, sample) : evaluator.residualSquares(tree, sample);
            double fitted = solver.fitConstants(tree, sample, loss, scales, FitLimits.quick(thorough ? 60 : 8))
                    / sample.sumOfSquares();
            if (fitted < least) {
                least = fitted;
                best = tree.toExpression().infix(NAMES);
            }
            return fitted;
        }

        @Override
        public boolean scales() {
            return scales;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exp(-0.37*x) + 2.1*cos(3.3*y)",
                "0.7 + x*tanh(1.9*y)",
                "sin(2.3*x)*exp(-0.8*y)",
                "(1 - exp(-1.7*x))*cos(2.3*y)/z^2",
                "x*y^1.5*(1 - exp(-1.3*z))",
                "1/(0.3*exp(-0.9*x) + y)",
                "y*cos(exp(-0.9*x)/0.07)",
                "tanh(cos(4.1*x)/0.6)",
                "sqrt(1.3*x + log(1 + 4*y))",
            })
    void findsLawsOfTwoParts(String law) {
        Sample sample = sample(law);
        Fits fits = new Fits(sample, true);

        run(search(sample, OPERATORS, BUDGET), fits);

        assertThat(fits.least).as(fits.best).isLessThan(EXACT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.3 - 2.1*exp(-0.37*x)*cos(3.3*y)", "-3.7*x*y^1.5*(1 - exp(-1.3*z))"})
    void writesWholeLawsWhereTheSearchAddsNoSlope(String law) {
        Sample sample = sample(law);
        Fits fits = new Fits(sample, false);

        run(search(sample, OPERATORS, BUDGET), fits);

        assertThat(fits.least).as(fits.best).isLessThan(EXACT);
    }

    @Test
    void addsPartsToALaw() {
        Sample sample = sample("exp(-0.37*x) + 2.1*cos(3.3*y) + 0.4*z*tanh(1.1*x)");
        Fits fits = new Fits(sample, true);

        run(onto(sample, "exp(-0.3*x) + 2*cos(3.3*y)", false), fits);

        assertThat(fits.least).as(fits.best).isLessThan(EXACT);
    }

    @Test
    void multipliesALaw() {
        Sample sample = sample("(exp(-0.37*x) + 2.1*cos(3.3*y))*(1 + 0.8*z*z)");
        Fits fits = new Fits(sample, true);

        run(onto(sample, "exp(-0.3*x) + 2*cos(3.3*y)", true), fits);

        assertThat(fits.least).as(fits.best).isLessThan(EXACT);
    }

    @Test
    void usesTheGivenOperatorsOnly() {
        Sample sample = sample("exp(-0.37*x) + 2.1*y");
        Fits fits = new Fits(sample, true);

        run(search(sample, OperatorSet.of(List.of("+", "*", "sin")), BUDGET), fits);

        assertThat(fits.seen)
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).doesNotContain("exp", "cos", "tanh", "log", "/", "^", "sqrt"));
    }

    @Test
    void dividesItsWorkWithoutAChange() {
        Sample sample = sample("exp(-0.37*x) + 2.1*cos(3.3*y)");
        PartSearch search = search(sample, OPERATORS, BUDGET).orElseThrow();
        List<String> forwards = new ArrayList<>();
        List<String> backwards = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            Fits fits = new Fits(sample, true);
            search.work(part, PARTS, fits, () -> false);
            forwards.addAll(fits.seen);
        }
        for (int part = PARTS - 1; part >= 0; part--) {
            Fits fits = new Fits(sample, true);
            search.work(part, PARTS, fits, () -> false);
            backwards.addAll(0, fits.seen);
        }

        assertThat(forwards).isNotEmpty().isEqualTo(backwards);
    }

    @Test
    void needsRowsAndABudget() {
        Sample sample = sample("x + y");
        assertThat(search(sample.take(new int[] {0, 1, 2, 3}), OPERATORS, BUDGET))
                .isEmpty();
        assertThat(search(sample, OPERATORS, 1000)).isEmpty();
        assertThat(search(sample("2 + 0*x"), OPERATORS, BUDGET)).isEmpty();
    }

    private static void run(Optional<PartSearch> search, Starts starts) {
        for (int part = 0; part < PARTS; part++) {
            search.orElseThrow().work(part, PARTS, starts, () -> false);
        }
    }

    private static Optional<PartSearch> search(Sample sample, OperatorSet operators, long budget) {
        return PartSearch.of(
                CoordinateView.ofVariables(NAMES.size()), sample, new OperatorVocabulary(operators), budget);
    }

    private static Optional<PartSearch> onto(Sample sample, String law, boolean multiplied) {
        return PartSearch.onto(
                new Base(Expression.parse(law, NAMES).toTree(), multiplied),
                CoordinateView.ofVariables(NAMES.size()),
                List.of(),
                sample,
                new OperatorVocabulary(OPERATORS),
                BUDGET);
    }

    private static Sample sample(String law) {
        SplittableRandom random = new SplittableRandom(5);
        double[][] columns = new double[NAMES.size()][300];
        for (double[] column : columns) {
            for (int row = 0; row < column.length; row++) {
                column[row] = 0.5 + 3 * random.nextDouble();
            }
        }
        return Sample.of(columns, new Evaluator().predict(Expression.parse(law, NAMES), columns));
    }
}
