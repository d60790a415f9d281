package org.spolia.symbolic.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Kernels;
import org.spolia.symbolic.evaluation.Loss;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.evaluation.fitting.Jacobian;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;

class RowFitTest {
    private static final int ROWS = 700;
    private static final List<String> NAMES = List.of("x0", "x1", "x2", "x3");
    private static final double SHARE = 1e-10;

    private final RandomTrees trees = new RandomTrees(21);
    private final double[][] columns = trees.columns(ROWS, 0.5, 2);
    private final Evaluator evaluator = new Evaluator();
    private final SplittableRandom random = new SplittableRandom(1);

    /** The reference takes Gauss-Newton steps with sums of big decimals. */
    @Test
    void twoHundredRandomExpressionsReachTheConstantsOfTheReference() {
        double[][] few = trees.columns(200, 0.5, 2);
        int compared = 0;
        while (compared < 200) {
            Expression expression = trees.expressions(1).get(0);
            Candidate truth = Candidate.of(expression, new double[0][]);
            int count = truth.freeConstants();
            double[] values = evaluator.predict(expression, few);
            if (count == 0 || count > 3 || !Arrays.stream(values).allMatch(v -> Math.abs(v) < 1e3)) {
                continue;
            }
            double[] target = Arrays.stream(values)
                    .map(v -> v + 0.01 * random.nextDouble(-1, 1))
                    .toArray();
            double[] start = Arrays.stream(truth.constants()).map(c -> 1.02 * c).toArray();
            Generation generation = Generation.of(List.of(expression), Demand.NORMAL, Loss.SQUARE)
                    .with(List.of(truth.withConstants(start)));
            double[] constants = RowFit.fit(generation, 100, here(RowBlock.of(few, target)))
                    .generation()
                    .constants(0);
            // From the truth, the steps may lead to another minimum of the same depth.
            Reference reference = new Reference(truth, Sample.of(few, target), constants);
            if (!reference.converge()) {
                continue;
            }
            for (int i = 0; i < count; i++) {
                assertThat(constants[i])
                        .as("%s", expression)
                        .isCloseTo(reference.constants[i], Offset.offset(SHARE * Math.abs(reference.constants[i])));
            }
            compared++;
        }
    }

    private static Function<Generation, GenerationSums> here(RowBlock block) {
        return generation -> generation.evaluate(block);
    }

    /** Gauss-Newton steps for well-conditioned models. */
    private static final class Reference {
        private final Candidate candidate;
        private final Sample sample;
        private double[] constants;

        Reference(Candidate candidate, Sample sample, double[] start) {
            this.candidate = candidate;
            this.sample = sample;
            this.constants = start.clone();
        }

        boolean converge() {
            double change = 1;
            for (int step = 0; step < 60 && change > 1e-14; step++) {
                change = step();
                if (!Double.isFinite(change)) {
                    return false;
                }
            }
            return change < 1e-12;
        }

        private double step() {
            int count = constants.length;
            BigDecimal[][] equations = new BigDecimal[count][count + 1];
            for (BigDecimal[] row : equations) {
                Arrays.fill(row, BigDecimal.ZERO);
            }
            Jacobian jacobian = new Jacobian(Kernels.preferred());
            jacobian.begin(candidate.model(), constants);
            for (int block = 0; block < sample.blocks(); block++) {
                double[] values = jacobian.forward(sample, block);
                double[][] derivatives = jacobian.reverse(sample.paddedRows(block), count);
                for (int row = 0; row < sample.rows(block); row++) {
                    double residual = sample.target(block)[row] - values[row];
                    for (int i = 0; i < count; i++) {
                        if (!Double.isFinite(derivatives[i][row] * residual)) {
                            return Double.NaN;
                        }
                        BigDecimal derivative = new BigDecimal(derivatives[i][row]);
                        for (int j = 0; j < count; j++) {
                            equations[i][j] =
                                    equations[i][j].add(derivative.multiply(new BigDecimal(derivatives[j][row])));
                        }
                        equations[i][count] = equations[i][count].add(derivative.multiply(new BigDecimal(residual)));
                    }
                }
            }
            double[] step = solve(equations);
            double change = 0;
            for (int i = 0; i < count; i++) {
                change = Math.max(change, Math.abs(step[i] / constants[i]));
                constants[i] += step[i];
            }
            return change;
        }

        /** Cramer's rule; NaN for an ill-conditioned matrix. */
        private static double[] solve(BigDecimal[][] equations) {
            int count = equations.length;
            double determinant = determinant(equations, -1);
            double diagonal = 1;
            for (int i = 0; i < count; i++) {
                diagonal *= equations[i][i].doubleValue();
            }
            double[] solution = new double[count];
            for (int i = 0; i < count; i++) {
                solution[i] = determinant > 1e-4 * diagonal ? determinant(equations, i) / determinant : Double.NaN;
            }
            return solution;
        }

        private static double determinant(BigDecimal[][] equations, int replaced) {
            int count = equations.length;
            List<BigDecimal[]> rows = new ArrayList<>();
            for (BigDecimal[] equation : equations) {
                BigDecimal[] row = Arrays.copyOf(equation, count);
                if (replaced >= 0) {
                    row[replaced] = equation[count];
                }
                rows.add(row);
            }
            return determinant(rows).doubleValue();
        }

        private static BigDecimal determinant(List<BigDecimal[]> rows) {
            int count = rows.size();
            if (count == 1) {
                return rows.get(0)[0];
            }
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 0; i < count; i++) {
                List<BigDecimal[]> minor = new ArrayList<>();
                for (int row = 0; row < count; row++) {
                    if (row != i) {
                        minor.add(Arrays.copyOfRange(rows.get(row), 1, count));
                    }
                }
                BigDecimal part = rows.get(i)[0].multiply(determinant(minor));
                sum = i % 2 == 0 ? sum.add(part) : sum.subtract(part);
            }
            return sum;
        }
    }

    @Test
    void slopeAndInterceptAreFittedWithTheConstants() {
        Expression law = Expression.parse("7.5*exp(-1.3*x0) + 2.25", NAMES);
        Expression form = Expression.parse("exp(-1*x0)", NAMES);
        RowBlock block = RowBlock.of(columns, evaluator.predict(law, columns));
        RowFit.Fitted fitted = RowFit.fit(
                Generation.of(List.of(form, Expression.parse("x0*x1", NAMES)), Demand.SCALED_NORMAL, Loss.SQUARE),
                60,
                here(block));
        Generation found = fitted.generation();
        assertThat(found.constants(0)[0]).isCloseTo(-1.3, Offset.offset(1e-10));
        assertThat(found.slope(0)).isCloseTo(7.5, Offset.offset(1e-9));
        assertThat(found.intercept(0) - found.slope(0) * found.shift(0)).isCloseTo(2.25, Offset.offset(1e-9));
        assertThat(fitted.losses()[0]).isLessThan(1e-20);
        CellSums reached = found.with(Demand.LOSS).evaluate(block).total();
        assertThat(reached.value(1, 0)).isCloseTo(fitted.losses()[1], Offset.offset(1e-9));
        assertThat(fitted.losses()[1]).isCloseTo(regression(block, columns), Offset.offset(1e-9));
    }

    private double regression(RowBlock block, double[][] columns) {
        Tree product = new Tree(3).variable(0).variable(1).operator(Opcode.MUL);
        double[] target = new double[ROWS];
        block.copyTarget(0, ROWS, ROWS, target);
        return evaluator.scaledResidualSquares(product, Sample.of(columns, target));
    }

    @Test
    void aFitDoesNotDependOnThePartitions() {
        double[] target = trees.column(ROWS);
        Generation generation = Generation.of(
                List.of(
                        Expression.parse("1.1*x0 + sin(0.9*x1)", NAMES),
                        Expression.parse("log(x0 + 1.5)*x2^0.5", NAMES)),
                Demand.SCALED_NORMAL,
                Loss.SQUARE);
        RowFit.Fitted whole = RowFit.fit(generation, 20, here(RowBlock.of(columns, target)));
        RowFit.Fitted parts = RowFit.fit(generation, 20, each -> {
            GenerationSums sums = each.none();
            for (int part = 6; part >= 0; part--) {
                int from = part * 100;
                sums.add(each.evaluate(RowBlock.of(
                        Arrays.stream(columns)
                                .map(column -> Arrays.copyOfRange(column, from, from + 100))
                                .toArray(double[][]::new),
                        Arrays.copyOfRange(target, from, from + 100))));
            }
            return sums;
        });
        assertThat(parts.generation().toBytes()).isEqualTo(whole.generation().toBytes());
        assertThat(parts.losses()).isEqualTo(whole.losses());
    }

    @Test
    void thousandsOfGroupsHaveOwnConstants() {
        int groups = 10_000;
        int each = 30;
        Expression model = Expression.parse("a*exp(-b*x0) + c", NAMES, List.of("a", "b", "c"));
        double[][] truth = new double[groups][];
        double[] x = new double[groups * each];
        double[] y = new double[groups * each];
        int[] group = new int[groups * each];
        for (int g = 0; g < groups; g++) {
            truth[g] = new double[] {random.nextDouble(1, 5), random.nextDouble(0.5, 2), random.nextDouble(-1, 1)};
        }
        for (int row = 0; row < y.length; row++) {
            group[row] = random.nextInt(groups);
            x[row] = random.nextDouble(0, 4);
            double[] own = truth[group[row]];
            y[row] = own[0] * Math.exp(-own[1] * x[row]) + own[2];
        }
        double[][] start = new double[groups][];
        Arrays.setAll(start, g -> new double[] {1, 1, 0});
        RowBlock block = RowBlock.of(new double[][] {x}, y, new double[0], group, new byte[0]);
        RowFit.FittedGroups fitted = RowFit.fitGroups(model, start, Loss.SQUARE, 60, here(block));
        for (int g = 0; g < groups; g++) {
            assertThat(fitted.parameters()[g]).as("group %d", g).containsExactly(truth[g], Offset.offset(1e-6));
        }
    }

    @Test
    void anotherDemandIsRefused() {
        Generation generation = Generation.of(List.of(Expression.parse("x0", NAMES)), Demand.LOSS, Loss.SQUARE);
        assertThatThrownBy(() -> RowFit.fit(generation, 5, each -> each.none()))
                .hasMessage("A fit needs the demand NORMAL or SCALED_NORMAL, not LOSS");
    }
}
