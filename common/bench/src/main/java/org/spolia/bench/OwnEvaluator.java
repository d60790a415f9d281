package org.spolia.bench;

import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Sample;

/** Ours, in double precision. */
final class OwnEvaluator implements Contender {
    private static final double[] NO_PARAMETERS = {};

    private final Subjects subjects;
    private final Evaluator evaluator = new Evaluator();
    private Sample sample = Sample.of(new double[Subjects.VARIABLES][1], new double[1]);
    private double[] out = new double[1];

    OwnEvaluator(Subjects subjects) {
        this.subjects = subjects;
    }

    @Override
    public String name() {
        return "double";
    }

    @Override
    public void take(int rows) {
        sample = Sample.of(subjects.columns(rows), new double[rows]);
        out = new double[rows];
    }

    @Override
    public double seconds(int expression, int count) {
        evaluator.predict(subjects.tree(expression), NO_PARAMETERS, sample, out);
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            evaluator.predict(subjects.tree(expression), NO_PARAMETERS, sample, out);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    @Override
    public float[][] predictions() {
        float[][] predictions = new float[subjects.size()][out.length];
        for (int expression = 0; expression < predictions.length; expression++) {
            evaluator.predict(subjects.tree(expression), NO_PARAMETERS, sample, out);
            for (int row = 0; row < out.length; row++) {
                predictions[expression][row] = (float) out[row];
            }
        }
        return predictions;
    }
}
