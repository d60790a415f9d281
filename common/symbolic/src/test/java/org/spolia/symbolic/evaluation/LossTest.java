package org.spolia.symbolic.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.search.Search;
import org.spolia.symbolic.search.SearchOptions;
import org.spolia.symbolic.search.SearchResult;
import org.spolia.symbolic.search.Workers;

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

    private static final List<String> LOSSES = List.of(
            "L1DistLoss()",
            "HuberLoss(0.5)",
            "LogCoshLoss()",
            "QuantileLoss(0.3)",
            "L1EpsilonInsLoss(0.1)",
            "L2EpsilonInsLoss(0.1)",
            "LPDistLoss(1.5)",
            "PeriodicLoss(30)",
            "LogitDistLoss()",
            "loss(r) = abs(r)^1.5",
            "loss(p, t) = (p - t)^2/(1 + t^2)");

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
            HuberLoss(x)        | 'x' is no number
            f(a, b, c) = a*b*c  | 'f(a, b, c) = a*b*c' has too many operands; write loss(prediction, target) = … or, of the residual, loss(r) = …
            """)
    void mistakesAreNamed(String text, String message) {
        assertThatThrownBy(() -> Loss.parse(text)).hasMessage(message);
    }

    @Test
    void anUnknownLossNamesTheKnownOnes() {
        assertThatThrownBy(() -> Loss.parse("abs"))
                .hasMessage("'abs' is no loss; known are L2DistLoss, L1DistLoss, HuberLoss, LogCoshLoss, QuantileLoss,"
                        + " L1EpsilonInsLoss, L2EpsilonInsLoss, LPDistLoss, PeriodicLoss, LogitDistLoss, and formulas as in"
                        + " 'loss(prediction, target) = abs(prediction - target)^1.5'");
    }
}
