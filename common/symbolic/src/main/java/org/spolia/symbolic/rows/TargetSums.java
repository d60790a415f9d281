package org.spolia.symbolic.rows;

import org.spolia.symbolic.evaluation.Kernels;
import org.spolia.symbolic.expression.Opcode;

/** The sums over rows that do not depend on a candidate: weights and the moments of the target. */
final class TargetSums {
    private final Kernels kernels;
    private final double shift;
    private final boolean moments;
    private final RunningSum weights;
    private final RunningSum targets;
    private final RunningSum squares;
    private final double[] shifted = new double[Tile.ROWS];
    private final double[] work = new double[Tile.ROWS];

    TargetSums(Generation generation, Kernels kernels, LaneLoops loops) {
        this.kernels = kernels;
        this.shift = generation.targetShift();
        this.moments = generation.demand() == Demand.MOMENTS;
        this.weights = new RunningSum(loops);
        this.targets = new RunningSum(loops);
        this.squares = new RunningSum(loops);
    }

    void add(Tile tile) {
        for (Tile.Range range : tile.ranges()) {
            range.cell().addRows(range.to() - range.from());
            if (tile.isWeighted()) {
                weights.add(range.cell().weight, tile.weights, range.from(), range.to());
            } else {
                range.cell().weight.add(range.to() - range.from());
            }
        }
        if (!moments) {
            return;
        }
        kernels.binary(Opcode.SUB, tile.target, shift, shifted, tile.padded());
        kernels.binary(Opcode.MUL, shifted, tile.weights, work, tile.padded());
        for (Tile.Range range : tile.ranges()) {
            targets.add(range.cell().target, work, range.from(), range.to());
        }
        kernels.binary(Opcode.MUL, shifted, work, work, tile.padded());
        for (Tile.Range range : tile.ranges()) {
            squares.add(range.cell().targetSquares, work, range.from(), range.to());
        }
    }

    /** The target of the tile less its shift. */
    double[] shifted() {
        return shifted;
    }

    void end() {
        weights.flush();
        targets.flush();
        squares.flush();
    }
}
