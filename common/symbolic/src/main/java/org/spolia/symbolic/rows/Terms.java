package org.spolia.symbolic.rows;

import org.spolia.symbolic.evaluation.FormulaLoss;
import org.spolia.symbolic.evaluation.Kernels;
import org.spolia.symbolic.evaluation.Loss;
import org.spolia.symbolic.expression.Opcode;

/** The terms of losses at the rows of a tile. It reuses its buffers. */
final class Terms {
    private final Kernels kernels;
    private final Loss loss;
    private final FormulaLoss<double[]> formulas;
    private final double[] residual = new double[Tile.ROWS];
    private final double[] prediction = new double[Tile.ROWS];

    Terms(Kernels kernels, Loss loss) {
        this.kernels = kernels;
        this.loss = loss;
        this.formulas = new FormulaLoss<>(kernels);
    }

    /** Returns the predictions of a candidate from the values of its expression. */
    double[] predictions(Candidate candidate, double[] values, int rows) {
        if (!candidate.isScaled()) {
            return values;
        }
        kernels.binary(Opcode.SUB, values, candidate.shift(), prediction, rows);
        kernels.binary(Opcode.MUL, prediction, candidate.slope(), prediction, rows);
        kernels.binary(Opcode.ADD, prediction, candidate.intercept(), prediction, rows);
        return prediction;
    }

    /** Writes the weighted losses of predictions. */
    void losses(double[] predictions, Tile tile, double[] out) {
        int rows = tile.padded();
        kernels.binary(Opcode.SUB, predictions, tile.target, residual, rows);
        if (loss.isSquare()) {
            kernels.binary(Opcode.MUL, residual, residual, out, rows);
        } else if (loss.formula().isPresent()) {
            System.arraycopy(formulas.of(loss.formula().get(), residual, tile.target, rows), 0, out, 0, rows);
        } else {
            for (int row = 0; row < rows; row++) {
                out[row] = loss.of(residual[row], tile.target[row]);
            }
        }
        if (tile.isWeighted()) {
            kernels.binary(Opcode.MUL, out, tile.weights, out, rows);
        }
    }
}
