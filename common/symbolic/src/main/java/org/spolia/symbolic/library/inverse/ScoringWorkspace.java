package org.spolia.symbolic.library.inverse;

import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.library.Proposals;
import org.spolia.symbolic.library.scoring.ExpressionBuilder;
import org.spolia.symbolic.library.scoring.Library;
import org.spolia.symbolic.library.scoring.OrthogonalBasis;
import org.spolia.symbolic.library.scoring.Regression;
import org.spolia.symbolic.library.scoring.Scores;
import org.spolia.symbolic.library.scoring.TiledMatrix;
import org.spolia.symbolic.library.scoring.TopK;

/** The buffers with which one thread scores a library, and the steps that all contexts share. */
final class ScoringWorkspace {
    static final int MOST_COLUMNS = 24;

    /** Scores are floats and cannot resolve losses below this one. There, the regression in doubles decides. */
    private static final double UNRESOLVED = 1e-5;

    private static final double TOLERANCE = 1.5;
    private static final double FLOOR = 1e-13;
    private static final double ROUNDING = 1e-25;

    final Library library;
    final Scores scores = Scores.preferred();
    final OrthogonalBasis basis;
    final float[] out;
    final float[] column;
    final float[] target;
    final double[] product;
    final TopK top = new TopK(2);
    final Regression regression;
    final ExpressionBuilder builder;
    final Tree inner = ExpressionBuilder.newTree();
    final Tree term = ExpressionBuilder.newTree();
    final TiledMatrix deflated;
    private final Tree whole = ExpressionBuilder.newTree();
    private final int maxSize;

    ScoringWorkspace(Library library, int maxSize) {
        this.library = library;
        this.maxSize = maxSize;
        int padded = library.rows().padded();
        this.basis = new OrthogonalBasis(padded, MOST_COLUMNS);
        this.out = new float
                [Math.max(library.matrix().tiles(), library.logarithms().tiles()) * TiledMatrix.TILE];
        this.column = new float[padded];
        this.target = new float[padded];
        this.product = new double[padded];
        this.regression = new Regression(padded, MOST_COLUMNS);
        this.builder = new ExpressionBuilder(library.vocabulary());
        this.deflated = library.matrix().like();
    }

    /**
     * Returns the cost of passes over the matrix in nodes × rows. {@link TiledMatrix#TILE} adjacent entries count as
     * one node.
     */
    long charge(int passes) {
        return (long) library.matrix().tiles() * library.rows().padded() * passes;
    }

    double loss(double squares) {
        return squares / (library.rows().variance() * library.rows().count());
    }

    /** Selects the best scores whose expected loss justifies a regression in doubles. */
    void select(int entries, int size, double total, Proposals proposals) {
        double bar = Math.max(UNRESOLVED, TOLERANCE * proposals.best(size));
        double least = 1 - bar / loss(total);
        top.of(out, entries, least > 0 ? (float) least : 0);
    }

    boolean worthwhile(double squares, int size, Proposals proposals) {
        return loss(squares) <= Math.max(FLOOR, TOLERANCE * proposals.best(size));
    }

    /** Fixes coefficients at 0, 1 or -1 where the sum of squares hardly rises. Returns the sum that results. */
    double round(double squares) {
        double limit = squares * (1 + 4.0 / library.rows().count()) + ROUNDING * regression.squares();
        double reached = squares;
        for (double value : new double[] {0, 1, -1}) {
            for (int i = 0; i < regression.count(); i++) {
                if (regression.tryHolding(i, value, limit)) {
                    reached = limit;
                }
            }
        }
        return reached;
    }

    /** Copies a coordinate of the view into {@link #term}. */
    Tree coordinate(int coordinate) {
        return term.copyFrom(library.view().leaf(coordinate));
    }

    void propose(InverseTarget target, Proposals proposals) {
        if (target.size() + inner.size() > whole.capacity() / 2) {
            return;
        }
        if (target.write(whole, inner, library) && whole.size() <= maxSize) {
            proposals.propose(whole);
        }
    }

    /** Copies a block into {@link #term}. Returns false if it does not fit. */
    boolean term(int block) {
        return library.append(term.clear(), block);
    }

    /** Copies a block into {@link #inner}. Returns false if it does not fit. */
    boolean inner(int block) {
        return library.append(inner.clear(), block);
    }
}
