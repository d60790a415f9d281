package org.spolia.symbolic.library.part;

import java.util.List;
import java.util.Optional;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.library.scoring.CoordinateView;
import org.spolia.symbolic.library.scoring.ExpressionBuilder;
import org.spolia.symbolic.library.scoring.OperatorVocabulary;

/**
 * What the writers of laws share.
 *
 * @param sums the targets of sums
 * @param base the law that the parts extend
 */
record LawParts(
        CoordinateView view,
        OperatorVocabulary vocabulary,
        PartTable table,
        PartRows rows,
        List<SumTarget> sums,
        Optional<Base> base,
        Frame frame) {
    LawParts with(PartTable other) {
        return new LawParts(view, vocabulary, other, rows, sums, base, frame);
    }

    /** Writes the parts of a pair. Returns false if the operators cannot express them. */
    boolean write(Pair pair, Tree first, Tree second, ExpressionBuilder builder) {
        return table.part(pair.first()).write(first, builder, vocabulary)
                && (pair.second() == Pair.NONE || table.part(pair.second()).write(second, builder, vocabulary));
    }

    /** Weights of 1 at rows and 0 at padding. */
    double[] evenWeights() {
        double[] weights = new double[rows.target().length];
        for (int row = 0; row < rows.count(); row++) {
            weights[row] = 1;
        }
        return weights;
    }

    double[] product(double[] a, double[] b) {
        double[] product = new double[a.length];
        for (int row = 0; row < product.length; row++) {
            product[row] = a[row] * b[row];
        }
        return product;
    }
}
