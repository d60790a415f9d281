package org.spolia.symbolic.evaluation;

/**
 * The columns of a sample, its target, its centred target and the weights of its rows, divided into the blocks of one
 * type of loops.
 */
public final class RowBlocks<A> {
    private final Object[][] columns;
    private final Object[] target;
    private final Object[] centred;
    private final Object[] root;
    private final Object[] weightedCentred;
    private final Loss loss;
    private final int rows;
    private final int blockRows;

    /** Empty arrays for every block, each as long as its padded rows. */
    RowBlocks(Loops<A> loops, int variables, int rows, boolean weighted, Loss loss) {
        this.rows = rows;
        this.loss = loss;
        this.blockRows = loops.blockRows();
        int blocks = (rows + blockRows - 1) / blockRows;
        this.columns = new Object[blocks][variables];
        this.target = new Object[blocks];
        this.centred = new Object[blocks];
        this.root = new Object[weighted ? blocks : 0];
        this.weightedCentred = new Object[weighted ? blocks : 0];
        for (int block = 0; block < blocks; block++) {
            int length = paddedRows(block);
            target[block] = loops.allocate(length);
            centred[block] = loops.allocate(length);
            if (weighted) {
                root[block] = loops.allocate(length);
                weightedCentred[block] = loops.allocate(length);
            }
            for (int variable = 0; variable < variables; variable++) {
                columns[block][variable] = loops.allocate(length);
            }
        }
    }

    public int count() {
        return target.length;
    }

    int blockRows() {
        return blockRows;
    }

    int rows(int block) {
        return Math.min(blockRows, rows - block * blockRows);
    }

    int paddedRows(int block) {
        return Columns.padded(rows(block));
    }

    A column(int block, int variable) {
        return array(columns[block][variable]);
    }

    A target(int block) {
        return array(target[block]);
    }

    A centred(int block) {
        return array(centred[block]);
    }

    Loss loss() {
        return loss;
    }

    boolean weighted() {
        return root.length > 0;
    }

    /** The square roots of the weights. */
    A root(int block) {
        return array(root[block]);
    }

    /** The target less its mean, times the square roots of the weights. */
    A weightedCentred(int block) {
        return array(weightedCentred[block]);
    }

    /** Safe, because every array comes from the same loops. */
    @SuppressWarnings("unchecked")
    private A array(Object values) {
        return (A) values;
    }
}
