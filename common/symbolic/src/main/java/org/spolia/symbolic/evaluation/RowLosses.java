package org.spolia.symbolic.evaluation;

import java.util.Optional;
import org.spolia.symbolic.expression.Definition;
import org.spolia.symbolic.expression.Opcode;

/**
 * The sums over the rows of a sample with weights or a loss other than the square. Squares use the unweighted loops,
 * with values that are multiplied by the square roots of the weights.
 */
final class RowLosses<A> {
    private final Loops<A> loops;
    private final A work;
    private final A zero;
    private final FormulaLoss<A> formulas;
    private final double[] products = new double[3 * Sample.LANES];

    RowLosses(Loops<A> loops) {
        this.loops = loops;
        this.work = loops.allocate(loops.blockRows());
        this.formulas = new FormulaLoss<>(loops);
        this.zero = loops.allocate(loops.blockRows());
    }

    /** {@code sums[j] += w loss(f - y)}. */
    void add(A f, RowBlocks<A> blocks, int block, double[] sums) {
        loops.binary(Opcode.SUB, f, blocks.target(block), work, blocks.paddedRows(block));
        if (blocks.loss().isSquare()) {
            addSquares(blocks, block, sums);
            return;
        }
        Optional<Definition> formula = blocks.loss().formula();
        A losses = formula.isPresent()
                ? formulas.of(formula.get(), work, blocks.target(block), blocks.paddedRows(block))
                : work;
        for (int row = 0; row < blocks.rows(block); row++) {
            double root = blocks.weighted() ? loops.value(blocks.root(block), row) : 1;
            double loss = loops.value(losses, row);
            if (formula.isEmpty()) {
                loss = blocks.loss().of(loss, loops.value(blocks.target(block), row));
            }
            sums[row % Sample.LANES] += root * root * loss;
        }
    }

    private void addSquares(RowBlocks<A> blocks, int block, double[] sums) {
        loops.binary(Opcode.MUL, work, blocks.root(block), work, blocks.paddedRows(block));
        loops.residualSquares(work, zero, blocks.rows(block), sums);
    }

    /** {@code sums[j] += w (y - slope (f - shift) - intercept)²}, y less its mean. */
    void scaledResidualSquares(
            A f, RowBlocks<A> blocks, int block, double shift, double slope, double intercept, double[] sums) {
        int rows = blocks.paddedRows(block);
        loops.binary(Opcode.SUB, f, shift, work, rows);
        loops.binary(Opcode.MUL, work, slope, work, rows);
        loops.binary(Opcode.SUB, blocks.centred(block), work, work, rows);
        loops.binary(Opcode.SUB, work, intercept, work, rows);
        addSquares(blocks, block, sums);
    }

    /** Like {@link Loops#moments} with weights, y less its mean. */
    void moments(A f, RowBlocks<A> blocks, int block, double shift, double[] sums) {
        int rows = blocks.paddedRows(block);
        A root = blocks.root(block);
        loops.binary(Opcode.SUB, f, shift, work, rows);
        loops.binary(Opcode.MUL, work, root, work, rows);
        System.arraycopy(sums, 0, products, 2 * Sample.LANES, Sample.LANES);
        loops.moments(work, root, 0, blocks.rows(block), products);
        loops.moments(work, blocks.weightedCentred(block), 0, blocks.rows(block), sums);
        // The first sum needs the weighted values: the products with the square roots, multiplied by the roots again.
        System.arraycopy(products, 2 * Sample.LANES, sums, 0, Sample.LANES);
    }
}
