package org.spolia.symbolic.library.part;

import java.util.ArrayList;
import java.util.List;
import org.spolia.symbolic.evaluation.Columns;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.library.scoring.ExpressionBuilder;
import org.spolia.symbolic.library.scoring.OperatorVocabulary;
import org.spolia.symbolic.library.scoring.Regression;
import org.spolia.symbolic.special.Exponential;

/** Writes parts times powers of the coordinates, with the exponents that fit best. */
final class PowerWriter {
    private static final double NO_EXPONENT = 0.06;
    private static final double NEAR_EXPONENT = 0.09;
    private static final double SMALLEST = 1e-300;

    private final LawParts law;
    private final ExpressionBuilder builder;
    private final Regression regression;
    private final double[] logarithms;
    private final double[] weights;
    private final List<Integer> used = new ArrayList<>();
    private final List<double[]> logarithmsOfUsed = new ArrayList<>();
    private double sign;

    PowerWriter(LawParts law, ExpressionBuilder builder) {
        int padded = law.rows().target().length;
        this.law = law;
        this.builder = builder;
        this.regression = new Regression(padded, law.view().count() + 1);
        this.logarithms = new double[padded];
        this.weights = new double[padded];
        for (int coordinate = 0; coordinate < law.view().count(); coordinate++) {
            double[] values = law.rows().coordinates()[coordinate];
            if (LogarithmicTarget.hasOneSign(values, law.rows().count())) {
                double[] column = new double[padded];
                Columns.apply(Opcode.ABS, values, column, padded);
                Columns.apply(Opcode.LOG, column, column, padded);
                used.add(coordinate);
                logarithmsOfUsed.add(column);
            }
        }
    }

    /**
     * Writes a law.
     *
     * @param scales whether the slope is left out
     * @param halves whether exponents become multiples of a half; there is no law then if they are so without it
     */
    boolean write(Tree tree, Pair pair, Tree first, Tree second, boolean scales, boolean halves) {
        if (!fit(pair)) {
            return false;
        }
        double[] exponents = new double[law.view().count()];
        List<Tree> leaves = new ArrayList<>();
        for (int coordinate = 0; coordinate < exponents.length; coordinate++) {
            leaves.add(law.view().leaf(coordinate));
        }
        boolean isNew = !halves;
        for (int index = 0; index < used.size(); index++) {
            double exponent = regression.coefficient(index + 1);
            double half = Math.rint(exponent * 2) / 2;
            isNew |= half != simple(exponent);
            exponents[used.get(index)] = halves ? half : simple(exponent);
        }
        if (!isNew) {
            return false;
        }
        PartTable table = law.table();
        boolean hasSecond = pair.second() != Pair.NONE;
        double factor = table.factor(pair.first()) * (hasSecond ? table.factor(pair.second()) : 1);
        double slope = Math.signum(sign) * Exponential.exp(regression.coefficient(0)) / factor;
        return builder.multiply(tree, leaves, coordinate -> exponents[coordinate])
                && multiply(tree, first)
                && (!hasSecond || multiply(tree, second))
                && (scales || builder.scale(tree, slope));
    }

    /** Fits the exponents to the logarithm of what the parts leave. */
    private boolean fit(Pair pair) {
        double[] target = law.rows().target();
        double[] a = law.table().values(pair.first());
        sign = 0;
        for (int row = 0; row < target.length; row++) {
            double quotient = target[row] / a[row];
            if (pair.second() != Pair.NONE) {
                quotient /= law.table().values(pair.second())[row];
            }
            boolean sound = row < law.rows().count() && Math.abs(quotient) > SMALLEST && Double.isFinite(quotient);
            logarithms[row] = sound ? Math.abs(quotient) : 1;
            weights[row] = sound ? Math.abs(target[row]) : 0;
            sign += sound ? Math.signum(quotient) * weights[row] : 0;
        }
        Columns.apply(Opcode.LOG, logarithms, logarithms, logarithms.length);
        regression.begin(logarithms, weights);
        regression.constant();
        logarithmsOfUsed.forEach(regression::add);
        return Double.isFinite(regression.solve());
    }

    private boolean multiply(Tree tree, Tree factor) {
        if (tree.size() == 0) {
            tree.copyFrom(factor);
            return true;
        }
        return OperatorVocabulary.append(tree, factor) && law.vocabulary().append(tree, 0, Opcode.MUL);
    }

    private static double simple(double exponent) {
        if (Math.abs(exponent) < NO_EXPONENT) {
            return 0;
        }
        for (int denominator = 1; denominator <= 3; denominator++) {
            double near = Math.rint(exponent * denominator) / denominator;
            if (Math.abs(near - exponent) < NEAR_EXPONENT) {
                return near;
            }
        }
        return exponent;
    }
}
