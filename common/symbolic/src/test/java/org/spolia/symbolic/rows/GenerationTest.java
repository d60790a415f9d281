package org.spolia.symbolic.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Kernels;
import org.spolia.symbolic.evaluation.Loss;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.evaluation.ScalarKernels;
import org.spolia.symbolic.evaluation.fitting.Jacobian;
import org.spolia.symbolic.expression.Definition;
import org.spolia.symbolic.expression.Definitions;
import org.spolia.symbolic.expression.Expression;

class GenerationTest {
    private static final int ROWS = 1777;
    private static final List<String> NAMES = List.of("x0", "x1", "x2", "x3");

    private final RandomTrees trees = new RandomTrees(11);
    private final double[][] columns = trees.columns(ROWS);
    private final double[] target = trees.column(ROWS);
    private final double[] weights =
            Arrays.stream(trees.column(ROWS)).map(w -> 0.25 + w * w).toArray();
    private final Evaluator evaluator = new Evaluator();

    @Test
    void lossesAreExactSumsOfTheLossesOfTheRows() {
        List<Expression> expressions = trees.expressions(200);
        CellSums sums = Generation.of(expressions, Demand.SPREAD, Loss.SQUARE)
                .evaluate(RowBlock.of(columns, target))
                .total();
        CellSums losses = Generation.of(expressions, Demand.LOSS, Loss.SQUARE)
                .evaluate(RowBlock.of(columns, target))
                .total();
        assertThat(sums.rows()).isEqualTo(ROWS);
        assertThat(sums.weight()).isEqualTo(ROWS);
        for (int i = 0; i < expressions.size(); i++) {
            double[] values = evaluator.predict(expressions.get(i), columns);
            List<Double> terms = new ArrayList<>();
            for (int row = 0; row < ROWS; row++) {
                double residual = values[row] - target[row];
                terms.add(residual * residual);
            }
            check(losses, i, 0, terms, expressions.get(i));
            check(sums, i, 1, terms.stream().map(term -> term * term).toList(), expressions.get(i));
        }
    }

    private static void check(CellSums sums, int candidate, int sum, List<Double> terms, Expression expression) {
        List<Double> finite = terms.stream().filter(Double::isFinite).toList();
        assertThat(sums.invalid(candidate)).as("%s", expression).isEqualTo(terms.size() - finite.size());
        assertThat(sums.value(candidate, sum))
                .as("%s", expression)
                .isEqualTo(finite.stream()
                        .map(BigDecimal::new)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .doubleValue());
    }

    @Test
    void momentsAreExactSums() {
        List<Expression> expressions = trees.expressions(50);
        Generation generation = Generation.of(expressions, Demand.MOMENTS, Loss.SQUARE)
                .withTarget(1.25, 1)
                .scaled(3, 1, 0, 0.5);
        CellSums sums = generation
                .evaluate(RowBlock.of(columns, target, weights, new int[0], new byte[0]))
                .total();
        for (int i = 0; i < expressions.size(); i++) {
            double[] values = evaluator.predict(expressions.get(i), columns);
            List<List<Double>> terms = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (int row = 0; row < ROWS; row++) {
                double g = values[row] - (i == 3 ? 0.5 : 0);
                double weighted = weights[row] * g;
                terms.get(0).add(weighted);
                terms.get(1).add(weighted * g);
                terms.get(2).add(weighted * (target[row] - 1.25));
            }
            if (terms.stream().flatMap(List::stream).allMatch(Double::isFinite)) {
                for (int sum = 0; sum < 3; sum++) {
                    check(sums, i, sum, terms.get(sum), expressions.get(i));
                }
            }
        }
        assertThat(sums.weight()).isEqualTo(ExactSumTest.exact(weights).doubleValue());
        double[] squares = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            double h = target[row] - 1.25;
            squares[row] = h * (h * weights[row]);
        }
        assertThat(sums.targetSquares()).isEqualTo(ExactSumTest.exact(squares).doubleValue());
    }

    @Test
    void gradientsAndGramMatricesAreExactSums() {
        List<Expression> expressions = trees.expressions(200);
        double[][] columns = trees.columns(ROWS, 0.5, 2);
        CellSums sums = Generation.of(expressions, Demand.NORMAL, Loss.SQUARE)
                .evaluate(RowBlock.of(columns, target))
                .total();
        Jacobian jacobian = new Jacobian(Kernels.preferred());
        int compared = 0;
        for (int i = 0; i < expressions.size(); i++) {
            Candidate candidate = Candidate.of(expressions.get(i), new double[0][]);
            int count = candidate.freeConstants();
            assertThat(sums.count(i)).isEqualTo(1 + count * (count + 1) / 2 + count);
            if (sums.invalid(i) > 0) {
                continue;
            }
            List<List<Double>> terms = new ArrayList<>();
            for (int sum = 1; sum < sums.count(i); sum++) {
                terms.add(new ArrayList<>());
            }
            Sample sample = Sample.of(columns, target);
            jacobian.begin(candidate.model(), candidate.constants());
            for (int block = 0; block < sample.blocks(); block++) {
                double[] values = jacobian.forward(sample, block);
                double[][] derivatives = jacobian.reverse(sample.paddedRows(block), count);
                for (int row = 0; row < sample.rows(block); row++) {
                    int sum = 0;
                    for (int j = 0; j < count; j++) {
                        for (int k = 0; k <= j; k++) {
                            terms.get(sum++).add(derivatives[j][row] * derivatives[k][row]);
                        }
                        terms.get(sum++).add(derivatives[j][row] * (sample.target(block)[row] - values[row]));
                    }
                }
            }
            for (int sum = 1; sum < sums.count(i); sum++) {
                check(sums, i, sum, terms.get(sum - 1), expressions.get(i));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(300);
    }

    @ParameterizedTest
    @EnumSource(Demand.class)
    void partitionsInAnyOrderGiveTheSameBytes(Demand demand) {
        Generation generation = Generation.of(trees.expressions(40), demand, Loss.SQUARE);
        SplittableRandom random = new SplittableRandom(2);
        int[] groups = random.ints(ROWS, 0, 3).toArray();
        byte[] folds = new byte[ROWS];
        random.nextBytes(folds);
        for (int row = 0; row < ROWS; row++) {
            folds[row] = (byte) (folds[row] & 1);
        }
        byte[] expected = generation
                .evaluate(RowBlock.of(columns, target, weights, groups, folds))
                .toBytes();
        for (int parts : new int[] {1, 2, 7, 200}) {
            List<Integer> rows = new ArrayList<>();
            for (int row = 0; row < ROWS; row++) {
                rows.add(row);
            }
            Collections.shuffle(rows, new Random(parts));
            List<GenerationSums> sums = new ArrayList<>();
            for (int part = 0; part < parts; part++) {
                int[] own = new int[(ROWS - part + parts - 1) / parts];
                for (int i = 0; i < own.length; i++) {
                    own[i] = rows.get(i * parts + part);
                }
                sums.add(generation.evaluate(block(own, groups, folds)));
            }
            Collections.shuffle(sums, new Random(parts));
            GenerationSums total = generation.none();
            sums.forEach(part -> total.add(GenerationSums.fromBytes(part.toBytes())));
            assertThat(total.toBytes()).as("%d parts", parts).isEqualTo(expected);
        }
    }

    private RowBlock block(int[] rows, int[] groups, byte[] folds) {
        double[][] own = new double[columns.length][];
        for (int variable = 0; variable < own.length; variable++) {
            double[] column = columns[variable];
            own[variable] = Arrays.stream(rows).mapToDouble(row -> column[row]).toArray();
        }
        byte[] ownFolds = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            ownFolds[i] = folds[rows[i]];
        }
        return RowBlock.of(
                own,
                Arrays.stream(rows).mapToDouble(row -> target[row]).toArray(),
                Arrays.stream(rows).mapToDouble(row -> weights[row]).toArray(),
                Arrays.stream(rows).map(row -> groups[row]).toArray(),
                ownFolds);
    }

    @ParameterizedTest
    @EnumSource(Demand.class)
    void vectorAndScalarLoopsGiveTheSameBytes(Demand demand) {
        Generation generation = Generation.of(trees.expressions(100), demand, Loss.SQUARE);
        RowBlock block = RowBlock.of(columns, target);
        assertThat(generation
                        .evaluate(List.of(block).iterator(), new ScalarKernels())
                        .toBytes())
                .isEqualTo(generation.evaluate(block).toBytes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"L1DistLoss()", "HuberLoss(0.5)", "loss(prediction, target) = abs(prediction - target)^1.5"})
    void otherLossesAreWeightedSums(String text) {
        Loss loss = Loss.parse(text);
        Expression expression = Expression.parse("x0*1.5 - sin(x1)", NAMES);
        CellSums sums = Generation.of(List.of(expression), Demand.LOSS, loss)
                .evaluate(RowBlock.of(columns, target, weights, new int[0], new byte[0]))
                .total();
        double[] values = evaluator.predict(expression, columns);
        double[] terms = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            terms[row] = loss.of(values[row] - target[row], target[row]) * weights[row];
        }
        assertThat(sums.value(0, 0)).isCloseTo(ExactSumTest.exact(terms).doubleValue(), within(1e-15));
        assertThat(sums.meanLoss(0)).isEqualTo(sums.value(0, 0) / sums.weight());
    }

    private static Percentage within(double share) {
        return Percentage.withPercentage(100 * share);
    }

    @Test
    void sumsOfFoldsAndGroupsAreThoseOfTheirRows() {
        int[] groups = new SplittableRandom(4).ints(ROWS, 0, 5).toArray();
        byte[] folds = new byte[ROWS];
        Arrays.fill(folds, ROWS / 2, ROWS, (byte) 1);
        Generation generation = Generation.of(trees.expressions(20), Demand.LOSS, Loss.SQUARE);
        GenerationSums sums = generation.evaluate(RowBlock.of(columns, target, weights, groups, folds));
        assertThat(sums.cells()).hasSize(10);
        for (CellSums cell : sums.cells()) {
            int[] own = IntStream.range(0, ROWS)
                    .filter(row -> groups[row] == cell.group() && folds[row] == cell.fold())
                    .toArray();
            CellSums alone = generation
                    .evaluate(block(own, new int[ROWS], new byte[ROWS]))
                    .total();
            assertThat(cell.rows()).isEqualTo(own.length);
            for (int i = 0; i < generation.size(); i++) {
                assertThat(cell.value(i, 0)).isEqualTo(alone.value(i, 0));
                assertThat(cell.invalid(i)).isEqualTo(alone.invalid(i));
            }
        }
    }

    @Test
    void floatsAreWidened() {
        float[][] singles = new float[columns.length][ROWS];
        double[][] widened = new double[columns.length][ROWS];
        for (int variable = 0; variable < columns.length; variable++) {
            for (int row = 0; row < ROWS; row++) {
                singles[variable][row] = (float) columns[variable][row];
                widened[variable][row] = singles[variable][row];
            }
        }
        Generation generation = Generation.of(trees.expressions(20), Demand.LOSS, Loss.SQUARE);
        assertThat(generation
                        .evaluate(RowBlock.ofFloats(singles, target, new double[0], new int[0], new byte[0]))
                        .toBytes())
                .isEqualTo(generation.evaluate(RowBlock.of(widened, target)).toBytes());
    }

    @Test
    void definedOperatorsAreExpandedAndTheirConstantsStayFixed() {
        Definitions definitions = Definitions.of(List.of(Definition.parse("bump(x) = exp(-2*x^2)", Definitions.NONE)));
        Expression expression = Expression.parse("3*bump(x0) + x1", NAMES, definitions);
        Expression expanded = Expression.parse("3*exp(-2*x0^2) + x1", NAMES);
        RowBlock block = RowBlock.of(columns, target);
        CellSums sums = Generation.of(List.of(expression, expanded), Demand.LOSS, Loss.SQUARE)
                .evaluate(block)
                .total();
        assertThat(sums.value(0, 0)).isEqualTo(sums.value(1, 0));
        assertThat(Candidate.of(expression, new double[0][]).constants()).containsExactly(3);
    }

    @Test
    void bytesKeepAGeneration() {
        for (String loss : List.of("L2DistLoss()", "HuberLoss(0.5)", "loss(r) = r^4")) {
            Generation generation = Generation.of(trees.expressions(30), Demand.SCALED_NORMAL, Loss.parse(loss))
                    .scaled(2, 1.5, -0.5, 0.25)
                    .withTarget(1, 2);
            Generation read = Generation.fromBytes(generation.toBytes());
            assertThat(read.toBytes()).isEqualTo(generation.toBytes());
            RowBlock block = RowBlock.of(columns, target);
            assertThat(read.evaluate(block).toBytes())
                    .isEqualTo(generation.evaluate(block).toBytes());
        }
    }

    @Test
    void candidatesThatAreDroppedLeaveTheSumsOfTheOthers() {
        Generation generation = Generation.of(trees.expressions(30), Demand.LOSS, Loss.SQUARE);
        BitSet dropped = new BitSet();
        dropped.set(0, 10);
        dropped.set(20);
        RowBlock block = RowBlock.of(columns, target);
        CellSums all = generation.evaluate(block).total();
        CellSums kept = generation.without(dropped).evaluate(block).total();
        for (int i = 0, left = 0; i < generation.size(); i++) {
            if (!dropped.get(i)) {
                assertThat(kept.value(left++, 0)).isEqualTo(all.value(i, 0));
            }
        }
    }

    @Test
    void fewBuffersGiveTheSameValuesAsMany() {
        Generation generation = Generation.of(trees.expressions(300), Demand.LOSS, Loss.SQUARE);
        ExpressionGraph graph = generation.graph();
        Schedule wide = Schedule.of(graph, 10_000);
        Schedule narrow = Schedule.of(graph, 1);
        assertThat(wide.loops()).isLessThan((int) generation.nodes());
        assertThat(narrow.slots()).isLessThan(wide.slots());
        assertThat(narrow.loops()).isGreaterThanOrEqualTo(wide.loops());
        assertThat(bytes(generation, narrow)).isEqualTo(bytes(generation, wide));
    }

    private byte[] bytes(Generation generation, Schedule schedule) {
        GenerationSums sums = generation.none();
        LossPass pass = new LossPass(generation, Kernels.preferred(), sums, schedule);
        pass.add(RowBlock.of(columns, target));
        pass.end();
        return sums.toBytes();
    }

    @Test
    void aBlockWithTooFewVariablesIsRefused() {
        Generation generation = Generation.of(List.of(Expression.parse("x3", NAMES)), Demand.LOSS, Loss.SQUARE);
        assertThatThrownBy(() -> generation.evaluate(RowBlock.of(new double[2][5], new double[5])))
                .hasMessage("A block has 2 variables, and the candidates of the generation use 4");
        assertThatThrownBy(() -> RowBlock.of(new double[1][1], new double[] {Double.NaN}))
                .hasMessage("Targets must be finite: NaN");
    }

    @Test
    void rowsOfGroupsWithoutParametersAreLeftOut() {
        Expression model = Expression.parse("a*x0", NAMES, List.of("a"));
        int[] groups = new SplittableRandom(9).ints(ROWS, 0, 3).toArray();
        RowBlock block = RowBlock.of(columns, target, new double[0], groups, new byte[0]);
        for (Demand demand : List.of(Demand.LOSS, Demand.NORMAL)) {
            GenerationSums all = Generation.ofGroups(model, new double[][] {{1}, {2}, {3}}, demand, Loss.SQUARE)
                    .evaluate(block);
            GenerationSums some = Generation.fromBytes(Generation.ofGroups(
                                    model, new double[][] {{}, {2}, {}}, demand, Loss.SQUARE)
                            .toBytes())
                    .evaluate(block);
            assertThat(some.cells()).extracting(CellSums::group).containsExactly(1);
            assertThat(some.total().value(0, 0))
                    .isEqualTo(all.total(cell -> cell.group() == 1).value(0, 0));
        }
    }

    @Test
    void parametersHaveOwnValuesInEachGroup() {
        Expression model = Expression.parse("a*x0 + sin(b*x1)", NAMES, List.of("a", "b"));
        double[][] parameters = {{1, 2}, {3, 4}, {-1, 0.5}};
        int[] groups = new SplittableRandom(9).ints(ROWS, 0, 3).toArray();
        for (Demand demand : List.of(Demand.LOSS, Demand.NORMAL)) {
            GenerationSums sums = Generation.ofGroups(model, parameters, demand, Loss.SQUARE)
                    .evaluate(RowBlock.of(columns, target, new double[0], groups, new byte[0]));
            for (CellSums cell : sums.cells()) {
                int[] own = IntStream.range(0, ROWS)
                        .filter(row -> groups[row] == cell.group())
                        .toArray();
                Expression fixed = model.withParameters(parameters[cell.group()]);
                CellSums alone = Generation.of(List.of(fixed), demand, Loss.SQUARE)
                        .evaluate(RowBlock.of(
                                Arrays.stream(columns)
                                        .map(column -> Arrays.stream(own)
                                                .mapToDouble(row -> column[row])
                                                .toArray())
                                        .toArray(double[][]::new),
                                Arrays.stream(own)
                                        .mapToDouble(row -> target[row])
                                        .toArray()))
                        .total();
                for (int sum = 0; sum < alone.count(0); sum++) {
                    assertThat(cell.value(0, sum)).isEqualTo(alone.value(0, sum));
                }
            }
        }
    }
}
