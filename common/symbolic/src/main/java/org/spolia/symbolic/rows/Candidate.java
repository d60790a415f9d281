package org.spolia.symbolic.rows;

import java.util.Arrays;
import org.spolia.symbolic.expression.Expansion;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;

/**
 * A model whose prediction is {@code intercept + slope (f - shift)}, where f is the value of its expression.
 *
 * @param program the expression, with defined operators and templates expanded; see {@link Expansion}
 * @param parameters the values of the parameters of the expression, one row for each group, empty for a
 *     group that is left out; empty if it has none
 * @param parameterCount their number
 */
record Candidate(
        Tree program, double[][] parameters, int parameterCount, double slope, double intercept, double shift) {
    static Candidate of(Expression expression, double[][] parameters) {
        Tree program = new Expansion().of(expression.toTree());
        return new Candidate(bare(program), parameters, count(parameters), 1, 0, 0);
    }

    /**
     * The same model with constants that keep their values.
     *
     * @param kept whether each free constant keeps its value, in postfix order
     */
    Candidate keeping(boolean[] kept) {
        Tree changed = bare(program);
        int count = 0;
        for (int node = 0; node < program.size(); node++) {
            if (isFree(node) && kept[count++]) {
                changed.setArgument(node, Expansion.FIXED);
            }
        }
        return new Candidate(changed, parameters, parameterCount, slope, intercept, shift);
    }

    /** Copies the nodes without the definitions, which they no longer refer to. */
    static Tree bare(Tree program) {
        Tree bare = new Tree(program.size());
        for (int node = 0; node < program.size(); node++) {
            bare.operator(program.opcode(node));
            bare.setArgument(node, program.argument(node));
            bare.setValue(node, program.value(node));
        }
        return bare;
    }

    boolean isScaled() {
        return slope != 1 || intercept != 0 || shift != 0;
    }

    /** Returns whether a fit may change the constant at this node. Constants of defined operators are fixed. */
    boolean isFree(int node) {
        return program.opcode(node) == Opcode.CONSTANT && program.argument(node) != Expansion.FIXED;
    }

    private static int count(double[][] parameters) {
        return Arrays.stream(parameters)
                .mapToInt(ofGroup -> ofGroup.length)
                .max()
                .orElse(0);
    }

    /** The number of columns of its Jacobian: parameters if it has groups, otherwise free constants. */
    int freeConstants() {
        if (parameterCount > 0) {
            return parameterCount;
        }
        int count = 0;
        for (int node = 0; node < program.size(); node++) {
            count += isFree(node) ? 1 : 0;
        }
        return count;
    }

    /** The free constants in postfix order. */
    double[] constants() {
        double[] constants = new double[freeConstants()];
        int count = 0;
        for (int node = 0; node < program.size() && parameterCount == 0; node++) {
            if (isFree(node)) {
                constants[count++] = program.value(node);
            }
        }
        return constants;
    }

    /** The same model with other free constants. */
    Candidate withConstants(double[] constants) {
        Tree changed = bare(program);
        int count = 0;
        for (int node = 0; node < program.size(); node++) {
            if (isFree(node)) {
                changed.setValue(node, constants[count++]);
            }
        }
        return new Candidate(changed, parameters, parameterCount, slope, intercept, shift);
    }

    Candidate scaled(double newSlope, double newIntercept, double newShift) {
        return new Candidate(program, parameters, parameterCount, newSlope, newIntercept, newShift);
    }

    /** The expression with its free constants as parameters, for the Jacobian. */
    Tree model() {
        if (parameterCount > 0) {
            return program;
        }
        Tree model = bare(program);
        int count = 0;
        for (int node = 0; node < program.size(); node++) {
            if (isFree(node)) {
                model.setOpcode(node, Opcode.PARAMETER);
                model.setArgument(node, count++);
            }
        }
        return model;
    }
}
