package org.spolia.bench;

import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Tree;

/** Ours, in one of the two precisions. */
abstract class OwnEvaluator implements Contender {
    private static final double[] NO_PARAMETERS = {};

    private final String name;
    private final Subjects subjects;
    private Sample sample = Sample.of(new double[Subjects.VARIABLES][1], new double[1]);

    private OwnEvaluator(String name, Subjects subjects) {
        this.name = name;
        this.subjects = subjects;
    }

    static OwnEvaluator ofDoubles(Subjects subjects) {
        Evaluator evaluator = new Evaluator();
        return new OwnEvaluator("double", subjects) {
            private double[] out = new double[1];

            @Override
            void reserve(int rows) {
                out = new double[rows];
            }

            @Override
            void predict(Tree tree, Sample sample) {
                evaluator.predict(tree, NO_PARAMETERS, sample, out);
            }

            @Override
            float value(int row) {
                return (float) out[row];
            }
        };
    }

    static OwnEvaluator ofFloats(Subjects subjects) {
        Evaluator evaluator = Evaluator.single();
        return new OwnEvaluator("float", subjects) {
            private float[] out = new float[1];

            @Override
            void reserve(int rows) {
                out = new float[rows];
            }

            @Override
            void predict(Tree tree, Sample sample) {
                evaluator.predict(tree, NO_PARAMETERS, sample, out);
            }

            @Override
            float value(int row) {
                return out[row];
            }
        };
    }

    abstract void reserve(int rows);

    abstract void predict(Tree tree, Sample sample);

    abstract float value(int row);

    @Override
    public String name() {
        return name;
    }

    @Override
    public void take(int rows) {
        sample = Sample.of(subjects.columns(rows), new double[rows]);
        reserve(rows);
    }

    @Override
    public double seconds(int expression, int count) {
        Tree tree = subjects.tree(expression);
        predict(tree, sample);
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            predict(tree, sample);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    @Override
    public float[][] predictions() {
        float[][] predictions = new float[subjects.size()][sample.rows()];
        for (int expression = 0; expression < predictions.length; expression++) {
            predict(subjects.tree(expression), sample);
            for (int row = 0; row < sample.rows(); row++) {
                predictions[expression][row] = value(row);
            }
        }
        return predictions;
    }
}
