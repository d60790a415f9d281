package org.spolia.symbolic.library.part;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.library.inverse.Inversion;
import org.spolia.symbolic.library.scoring.OperatorVocabulary;

/**
 * What a sum of parts is compared with: the target, or what is left if a function is undone.
 *
 * @param opcode the function of the sum, or {@link #NONE}
 * @param values standardised
 * @param standard the mean and deviation before
 */
record SumTarget(int opcode, double[] values, Standard standard) {
    static final int NONE = -1;

    private static final double[] NO_PRESENT_VALUES = {};

    private static final int[] FUNCTIONS = {Opcode.INV, Opcode.SQRT, Opcode.SQUARE, Opcode.EXP, Opcode.LOG, Opcode.TANH
    };

    /** The target and what it is a function of, as far as all values can be undone. */
    static List<SumTarget> of(double[] target, int rows, OperatorVocabulary vocabulary) {
        List<SumTarget> targets = new ArrayList<>();
        add(targets, NONE, target, rows);
        Inversion inversion = new Inversion(target.length);
        double[] weights = new double[target.length];
        Arrays.fill(weights, 0, rows, 1);
        for (int opcode : FUNCTIONS) {
            if (vocabulary.writes(opcode)) {
                inversion.unary(opcode, target, weights, NO_PRESENT_VALUES);
                if (inversion.valid() == rows) {
                    add(targets, opcode, inversion.values(), rows);
                }
            }
        }
        return targets;
    }

    /** The values before they were standardised. */
    double[] original() {
        double[] original = new double[values.length];
        for (int row = 0; row < original.length; row++) {
            original[row] = values[row] * standard.deviation() + standard.mean();
        }
        return original;
    }

    private static void add(List<SumTarget> targets, int opcode, double[] values, int rows) {
        Standard standard = Standard.of(values, rows);
        if (standard.varies(0)) {
            targets.add(new SumTarget(opcode, standard.apply(values), standard));
        }
    }
}
