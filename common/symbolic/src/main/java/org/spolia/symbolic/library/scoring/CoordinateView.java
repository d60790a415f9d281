package org.spolia.symbolic.library.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.symmetry.Step;

/**
 * The coordinates that a library is built over, and a factor that the target is divided by. The coordinates are the
 * variables, or fewer coordinates made from them.
 */
public final class CoordinateView {
    private final List<Tree> leaves;
    private final Tree factor;

    private CoordinateView(List<Tree> leaves, Tree factor) {
        this.leaves = leaves;
        this.factor = factor;
    }

    /** Returns the view whose coordinates are the variables. */
    public static CoordinateView ofVariables(int count) {
        List<Tree> leaves = new ArrayList<>();
        for (int variable = 0; variable < count; variable++) {
            leaves.add(new Tree(1).variable(variable));
        }
        return new CoordinateView(leaves, new Tree(0));
    }

    /**
     * Applies steps to the variables. Returns empty without steps, or if the operators cannot express the coordinates.
     */
    public static Optional<CoordinateView> after(List<Step> steps, int variables, OperatorSet operators) {
        return steps.isEmpty() ? Optional.empty() : new CoordinateViewBuilder(variables, operators).after(steps);
    }

    static CoordinateView of(List<Tree> leaves, Tree factor) {
        return new CoordinateView(leaves, factor);
    }

    public int count() {
        return leaves.size();
    }

    public Tree leaf(int coordinate) {
        return leaves.get(coordinate);
    }

    /** Multiplies the whole tree by the factor. Returns false if it does not fit. */
    public boolean multiply(Tree tree, OperatorVocabulary vocabulary) {
        return factor.size() == 0 || OperatorVocabulary.append(tree, factor) && vocabulary.append(tree, 0, Opcode.MUL);
    }

    public int factorSize() {
        return factor.size() == 0 ? 0 : factor.size() + 1;
    }

    /** Returns the factor at each row of a sample. */
    public double[] factors(Sample sample, Evaluator evaluator) {
        Tree tree = factor.size() == 0 ? new Tree(1).constant(1) : factor;
        return evaluator.predict(tree.toExpression(), new double[0], sample);
    }

    /** Returns the target divided by the factor at each row of a sample. */
    public double[] target(Sample sample, Evaluator evaluator) {
        double[] target = factors(sample, evaluator);
        for (int row = 0; row < target.length; row++) {
            target[row] = sample.targetValue(row) / target[row];
        }
        return target;
    }

    /** Returns the coordinates at each row of a sample. */
    public double[][] values(Sample sample, Evaluator evaluator) {
        double[][] values = new double[count()][];
        for (int coordinate = 0; coordinate < values.length; coordinate++) {
            values[coordinate] = values(coordinate, sample, evaluator);
        }
        return values;
    }

    public double[] values(int coordinate, Sample sample, Evaluator evaluator) {
        return evaluator.predict(leaves.get(coordinate).toExpression(), new double[0], sample);
    }
}
