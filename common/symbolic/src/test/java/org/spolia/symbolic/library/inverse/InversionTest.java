package org.spolia.symbolic.library.inverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Operator;

class InversionTest {
    private static final int ROWS = 16;
    private static final double STEP = 1e-6;

    private final SplittableRandom random = new SplittableRandom(5);
    private final Inversion inversion = new Inversion(ROWS);
    private final double[] ones = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};

    @Test
    void undoesEachOperatorOfOneOperand() {
        for (Operator operator : Operator.all()) {
            if (operator.arity() == 1 && Inversion.inverts(operator.opcode())) {
                double[] operand = uniform(-0.9, 0.9);
                if (List.of("sqrt", "log").contains(operator.name())) {
                    operand = uniform(0.1, 4);
                }
                if (List.of("sin", "cos").contains(operator.name())) {
                    operand = uniform(-9, 9);
                }
                double[] result = new double[ROWS];
                for (int row = 0; row < ROWS; row++) {
                    result[row] = Evaluator.apply(operator.opcode(), operand[row]);
                }
                inversion.unary(operator.opcode(), result, ones, operand);
                for (int row = 0; row < ROWS; row++) {
                    double slope = (Evaluator.apply(operator.opcode(), operand[row] + STEP)
                                    - Evaluator.apply(operator.opcode(), operand[row] - STEP))
                            / (2 * STEP);
                    same(operator, row, operand[row], slope);
                }
            }
        }
    }

    @Test
    void undoesEachOperatorOfTwoOperands() {
        for (Operator operator : Operator.all()) {
            if (operator.arity() == 2 && Inversion.inverts(operator.opcode())) {
                double[] left = uniform(0.2, 3);
                double[] right = uniform(0.3, 2);
                double[] result = new double[ROWS];
                for (int row = 0; row < ROWS; row++) {
                    result[row] = Evaluator.apply(operator.opcode(), left[row], right[row]);
                }
                inversion.left(operator.opcode(), result, ones, right);
                for (int row = 0; row < ROWS; row++) {
                    double slope = (Evaluator.apply(operator.opcode(), left[row] + STEP, right[row])
                                    - Evaluator.apply(operator.opcode(), left[row] - STEP, right[row]))
                            / (2 * STEP);
                    same(operator, row, left[row], slope);
                }
                inversion.right(operator.opcode(), result, ones, left);
                for (int row = 0; row < ROWS; row++) {
                    double slope = (Evaluator.apply(operator.opcode(), left[row], right[row] + STEP)
                                    - Evaluator.apply(operator.opcode(), left[row], right[row] - STEP))
                            / (2 * STEP);
                    same(operator, row, right[row], slope);
                }
            }
        }
    }

    @Test
    void rowsOutsideTheRangeOfAnOperatorGetNoWeight() {
        double[] wanted = ones.clone();
        wanted[3] = -1;
        wanted[4] = Double.NaN;
        inversion.unary(Opcode.EXP, wanted, ones, new double[0]);
        assertThat(inversion.valid()).isEqualTo(ROWS - 2);
        assertThat(inversion.weights()[3]).isZero();
        assertThat(inversion.weights()[4]).isZero();
        assertThat(inversion.values()).doesNotContain(Double.NaN);
    }

    private void same(Operator operator, int row, double operand, double slope) {
        assertThat(inversion.values()[row])
                .as("operand of %s at row %d", operator, row)
                .isCloseTo(operand, within(1e-7));
        assertThat(inversion.weights()[row])
                .as("slope of %s at row %d", operator, row)
                .isCloseTo(Math.abs(slope), within(1e-4 * (1 + Math.abs(slope))));
    }

    private double[] uniform(double from, double to) {
        double[] values = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            values[row] = from + (to - from) * random.nextDouble();
        }
        return values;
    }
}
