package org.spolia.symbolic.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.symbolic.evaluation.fitting.FitLimits;
import org.spolia.symbolic.evaluation.fitting.FormulaWeights;
import org.spolia.symbolic.evaluation.fitting.LevenbergMarquardt;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.search.Search;
import org.spolia.symbolic.search.Workers;
import org.spolia.symbolic.search.options.SearchOptions;
import org.spolia.symbolic.search.result.SearchResult;

class LossTest {
    @ParameterizedTest
    @CsvSource({
        "L2DistLoss(), -3, 9",
        "L1DistLoss, -3, 3",
        "HuberLoss(1.5), 1, 0.5",
        "HuberLoss(1.5), -3, 3.375",
        "LogCoshLoss(), 0, 0",
        "LogCoshLoss(), 2, 1.3250027473578645",
        "LogCoshLoss(), -800, 799.3068528194401",
        "QuantileLoss(0.9), -2, 1.8",
        "QuantileLoss(0.9), 2, 0.2",
        "L1EpsilonInsLoss(0.5), 0.4, 0",
        "L1EpsilonInsLoss(0.5), -2, 1.5",
        "L2EpsilonInsLoss(0.5), 2, 2.25",
        "LPDistLoss(3), -2, 8",
        "PeriodicLoss(4), 1, 1",
        "LogitDistLoss(), 2, 0.8675616609660536",
        "loss(r) = abs(r)^1.5, -4, 8",
        "'loss(prediction, target) = (log(prediction) - log(target))^2', 0, 0",
    })
    void costsWhatItsDefinitionSays(String loss, double residual, double cost) {
        assertThat(Loss.parse(loss).of(residual, 3)).isCloseTo(cost, within(1e-12));
    }

    /** Cited: the definitions of LossFunctions.jl at agreements on both sides of their kinks. */
    @ParameterizedTest
    @CsvSource({
        "ZeroOneLoss(), -0.1, 1",
        "ZeroOneLoss(), 0, 0",
        "PerceptronLoss(), -2, 2",
        "PerceptronLoss(), 0.5, 0",
        "LogitMarginLoss(), 0, 0.6931471805599453",
        "LogitMarginLoss(), -800, 800",
        "L1HingeLoss(), 0.25, 0.75",
        "L1HingeLoss(), 3, 0",
        "L2HingeLoss(), -1, 4",
        "SmoothedL1HingeLoss(0.5), 0.75, 0.0625",
        "SmoothedL1HingeLoss(0.5), -1, 1.75",
        "ModifiedHuberLoss(), 0.5, 0.25",
        "ModifiedHuberLoss(), -2, 8",
        "L2MarginLoss(), 3, 4",
        "ExpLoss(), -1, 2.718281828459045",
        "SigmoidLoss(), 0, 1",
        "DWDMarginLoss(1), 0.5, 0.5",
        "DWDMarginLoss(1), 2, 0.125",
    })
    void aLossForClassesCostsWhatItsDefinitionSays(String loss, double agreement, double cost) {
        for (double target : new double[] {-1, 1}) {
            assertThat(Loss.parse(loss).of(agreement * target - target, target)).isCloseTo(cost, within(1e-12));
        }
    }

    private static final List<String> MARGINS = List.of(
            "PerceptronLoss()",
            "LogitMarginLoss()",
            "L1HingeLoss()",
            "L2HingeLoss()",
            "SmoothedL1HingeLoss(0.7)",
            "ModifiedHuberLoss()",
            "L2MarginLoss()",
            "ExpLoss()",
            "SigmoidLoss()",
            "DWDMarginLoss(2)");

    /** The slope of weight times the square of (step less move), at no move, is the slope of the loss. */
    @Test
    void stepsForClassesFollowFromTheSlope() {
        for (String text : MARGINS) {
            Loss loss = Loss.parse(text);
            assertThat(Loss.parse(loss.toString())).isEqualTo(loss);
            for (double target : new double[] {-1, 1}) {
                for (double r : new double[] {-3.3, -1.7, -0.4, 0.3, 0.9, 2.2}) {
                    double slope = (loss.of(r + 1e-6, target) - loss.of(r - 1e-6, target)) / 2e-6;
                    double weight = loss.weight(r, target, 1e-12);
                    assertThat(weight).isNotNegative();
                    assertThat(-2 * weight * loss.step(r, target, 1e-12))
                            .as(text + " " + r)
                            .isCloseTo(slope, within(1e-7));
                }
            }
        }
    }

    @Test
    void everyLossForClassesFindsTheLineBetweenThem() {
        List<String> all = new ArrayList<>(MARGINS);
        all.add("ZeroOneLoss()");
        for (String text : all) {
            SplittableRandom random = new SplittableRandom(4);
            double[][] columns = new double[2][400];
            double[] target = new double[400];
            for (int row = 0; row < target.length; row++) {
                columns[0][row] = random.nextDouble(-1, 1);
                columns[1][row] = random.nextDouble(-1, 1);
                target[row] = 2 * columns[0][row] - columns[1][row] + 0.3 * random.nextGaussian() > 0 ? 1 : -1;
            }
            Sample sample = Sample.of(columns, target, new double[0], Loss.parse(text));
            Tree tree =
                    Expression.parse("0.2*x + 0.1*y - 0.3", List.of("x", "y")).toTree();
            Evaluator evaluator = new Evaluator();
            double start = evaluator.residualSquares(tree, sample);
            double reached =
                    new LevenbergMarquardt(evaluator).fitConstants(tree, sample, start, false, FitLimits.thorough(100));
            assertThat(reached).as(text).isLessThan(start);
            double[] values = evaluator.predict(tree.toExpression(), columns);
            int wrong = 0;
            for (int row = 0; row < target.length; row++) {
                wrong += values[row] * target[row] < 0 ? 1 : 0;
            }
            assertThat(wrong).as(text).isLessThan(60);
        }
    }

    /** The mean of balanced classes is 0, where such a loss is 0, so nothing may be divided by it. */
    @Test
    void aMeanWithoutLossIsNotAUnit() {
        Sample sample = Sample.of(
                new double[][] {{1, 2, 3, 4}},
                new double[] {-1, 1, -1, 1},
                new double[0],
                Loss.parse("PerceptronLoss"));
        assertThat(sample.variance()).isEqualTo(1);
    }

    @Test
    void otherClassesAreRefused() {
        assertThatThrownBy(() -> Sample.of(
                        new double[][] {{1, 2}}, new double[] {0, 1}, new double[0], Loss.parse("L1HingeLoss")))
                .hasMessage("L1HingeLoss() is for the classes -1 and 1, and a target is 0; write the classes as -1 and"
                        + " 1, or take a loss of distances");
    }

    private static final List<String> LOSSES = List.of(
            "L1DistLoss()",
            "HuberLoss(0.5)",
            "LogCoshLoss()",
            "QuantileLoss(0.3)",
            "L1EpsilonInsLoss(0.1)",
            "L2EpsilonInsLoss(0.1)",
            "LPDistLoss(1.5)",
            "PeriodicLoss(30)",
            "LogitDistLoss()");

    private static final List<String> FORMULAS =
            List.of("loss(r) = abs(r)^1.5", "loss(p, t) = (p - t)^2/(1 + t^2)", "loss(p, t) = log(cosh(p - t))");

    /** One value after another gives the same bits as whole blocks, with padding and in the second block too. */
    @Test
    void aFormulaGivesTheSameBitsByBlocks() {
        for (String text : FORMULAS) {
            Sample sample = line(Loss.parse(text));
            Expression law = Expression.parse("1.2*x + 0.3", List.of("x"));
            double[] values = new double[sample.rows()];
            new Evaluator().predict(law.toTree(), new double[0], sample, values);
            double[] sums = new double[Sample.LANES];
            for (int row = 0; row < values.length; row++) {
                double target = sample.targetValue(row);
                sums[row % Sample.LANES] += sample.loss().of(values[row] - target, target);
            }
            assertThat(new Evaluator().residualSquares(law.toTree(), sample)).isEqualTo(Sums.total(sums, 0));
            assertThat(sample.passes(law.toTree()))
                    .isEqualTo(
                            5 + sample.loss().formula().orElseThrow().formula().size());
        }
    }

    @Test
    void weightsOfFormulasFollowFromTheSlope() {
        double[] residuals = {-2.1, -0.3, 0.2, 0.7, 5};
        double[] misses = new double[Sample.BLOCK];
        double[] target = new double[Sample.BLOCK];
        double[] weights = new double[Sample.BLOCK];
        for (int i = 0; i < residuals.length; i++) {
            misses[i] = -residuals[i];
        }
        Arrays.fill(target, 0.4);
        FormulaWeights formulaWeights = new FormulaWeights(Kernels.preferred());
        for (String text : FORMULAS) {
            Loss loss = Loss.parse(text);
            formulaWeights.of(loss.formula().orElseThrow(), misses, target, 1e-12, Sample.LANES, weights);
            for (int i = 0; i < residuals.length; i++) {
                double r = residuals[i];
                double slope = (loss.of(r + 1e-6, 0.4) - loss.of(r - 1e-6, 0.4)) / 2e-6;
                assertThat(2 * r * weights[i]).as(text).isCloseTo(slope, within(1e-7));
            }
        }
    }

    /** Weight times the slope of the square, 2 r, is the slope of the loss. */
    @Test
    void weightsFollowFromTheSlope() {
        for (String text : LOSSES) {
            Loss loss = Loss.parse(text);
            assertThat(Loss.parse(loss.toString())).isEqualTo(loss);
            for (double r : new double[] {-2.1, -0.3, 0.2, 0.7, 5}) {
                double slope = (loss.of(r + 1e-6, 0.4) - loss.of(r - 1e-6, 0.4)) / 2e-6;
                assertThat(2 * r * loss.weight(r, 0.4, 1e-12)).as(text).isCloseTo(slope, within(1e-7));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"L1DistLoss()", "HuberLoss(0.2)", "LogCoshLoss()", "loss(p, t) = abs(p - t)"})
    void outliersDoNotMoveTheFit(String loss) {
        Sample sample = line(Loss.parse(loss));
        Tree tree = Expression.parse("1.2*x + 0.3", List.of("x")).toTree();
        Evaluator evaluator = new Evaluator();
        double start = evaluator.residualSquares(tree, sample);
        double reached =
                new LevenbergMarquardt(evaluator).fitConstants(tree, sample, start, false, FitLimits.thorough(100));
        assertThat(reached).isLessThan(start);
        double[] constants = tree.toExpression().constants();
        assertThat(constants[0]).isCloseTo(2, within(loss.startsWith("Log") ? 0.6 : 0.1));
        assertThat(constants[1]).isCloseTo(1, within(loss.startsWith("Log") ? 0.6 : 0.2));
    }

    @Test
    void aSearchKeepsToTheLoss() {
        Sample sample = line(Loss.parse("L1DistLoss()"));
        SearchOptions options = SearchOptions.of(OperatorSet.of(List.of("+", "*", "/")), 20_000)
                .withPopulations(4, 20)
                .withMaxSize(11);
        Search search = Search.of(sample, options, 1);
        try (Workers workers = Workers.of(1)) {
            while (!search.finished()) {
                search.advance(workers, () -> false);
            }
        }
        SearchResult result = search.finish(() -> false);
        Evaluator evaluator = new Evaluator();
        assertThat(result.candidates())
                .allSatisfy(candidate -> assertThat(candidate.loss())
                        .isCloseTo(
                                evaluator.residualSquares(candidate.expression().toTree(), sample) / sample.rows(),
                                within(1e-12)));
        double ofTheLine = evaluator.residualSquares(
                        Expression.parse("2*x + 1", List.of("x")).toTree(), sample)
                / sample.rows();
        assertThat(result.candidates())
                .filteredOn(candidate -> candidate.complexity() == 5)
                .anySatisfy(candidate -> assertThat(candidate.loss()).isLessThan(1.02 * ofTheLine));
    }

    /** 2 x + 1 with a little noise, and every tenth row far above it. */
    private static Sample line(Loss loss) {
        SplittableRandom random = new SplittableRandom(9);
        double[][] columns = new double[1][300];
        double[] target = new double[300];
        for (int row = 0; row < target.length; row++) {
            columns[0][row] = random.nextDouble(0, 3);
            target[row] = 2 * columns[0][row] + 1 + 0.05 * random.nextGaussian() + (row % 10 == 0 ? 8 : 0);
        }
        return Sample.of(columns, target, new double[0], loss);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HuberLoss           | 'HuberLoss' needs a parameter, as in HuberLoss(0.5)
            L1DistLoss(2)       | 'L1DistLoss(2)' has no parameter
            QuantileLoss(1.5)   | parameter of QuantileLoss must be > 0 and < 1: 1.5
            HuberLoss(x)        | 'x' is not a number
            f(a, b, c) = a*b*c  | 'f(a, b, c) = a*b*c' has too many operands; write loss(prediction, target) = … or, of the residual, loss(r) = …
            """)
    void mistakesAreNamed(String text, String message) {
        assertThatThrownBy(() -> Loss.parse(text)).hasMessage(message);
    }

    @Test
    void anUnknownLossNamesTheKnownOnes() {
        assertThatThrownBy(() -> Loss.parse("abs"))
                .hasMessage(
                        "'abs' is not a loss; known losses are L2DistLoss, L1DistLoss, HuberLoss, LogCoshLoss, QuantileLoss,"
                                + " L1EpsilonInsLoss, L2EpsilonInsLoss, LPDistLoss, PeriodicLoss, LogitDistLoss, ZeroOneLoss, PerceptronLoss,"
                                + " LogitMarginLoss, L1HingeLoss, L2HingeLoss, SmoothedL1HingeLoss, ModifiedHuberLoss,"
                                + " L2MarginLoss, ExpLoss, SigmoidLoss, DWDMarginLoss, and formulas as in"
                                + " 'loss(prediction, target) = abs(prediction - target)^1.5'");
    }
}
