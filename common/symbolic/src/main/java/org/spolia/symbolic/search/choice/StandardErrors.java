package org.spolia.symbolic.search.choice;

import java.util.Arrays;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Loss;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.evaluation.fitting.LevenbergMarquardt;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.search.form.RoundValues;

/**
 * The uncertainty of the constants of a model: the square roots of the diagonal of (JᵀJ)⁻¹ times the residual variance,
 * as after any nonlinear regression. The form of the model is assumed to be correct.
 */
public final class StandardErrors {
    private static final double UNDETERMINED = 1e300;

    private StandardErrors() {}

    /**
     * Returns the standard errors of the constants in postfix order. They are NaN for a constant that the search took
     * as given, such as 2 or π, for one that the data do not determine, and for all constants if there are no more rows
     * than constants or the loss is not least squares.
     */
    public static double[] of(Expression expression, Sample sample) {
        Tree tree = expression.toTree();
        boolean[] given = new boolean[tree.size()];
        int free = 0;
        for (int node = 0; node < tree.size(); node++) {
            boolean constant = tree.opcode(node) == Opcode.CONSTANT;
            given[node] = constant && RoundValues.isRound(tree.value(node));
            free += constant && !given[node] ? 1 : 0;
        }
        double[] errors = new double[tree.constantCount()];
        Arrays.fill(errors, Double.NaN);
        int spare = sample.rows() - free;
        if (spare <= 0 || free == 0 || !sample.loss().equals(Loss.SQUARE)) {
            return errors;
        }
        Evaluator evaluator = new Evaluator();
        double variance = evaluator.residualSquares(tree, sample) / spare;
        double[] freedom = new LevenbergMarquardt(evaluator).freedom(tree, given, sample);
        int constant = 0;
        int parameter = 0;
        for (int node = 0; node < tree.size(); node++) {
            if (tree.opcode(node) == Opcode.CONSTANT) {
                errors[constant] = given[node] ? Double.NaN : error(freedom[parameter++], variance);
                constant++;
            }
        }
        return errors;
    }

    private static double error(double freedom, double variance) {
        return freedom < UNDETERMINED ? Math.sqrt(freedom * variance) : Double.NaN;
    }
}
