package org.spolia.bench.evaluate;

import org.spolia.bench.common.Ratios;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Tree;

/** Our evaluator, in one of the two precisions. */
abstract class OwnEvaluator implements Contender {
    private static final double[] NO_PARAMETERS = {};

    private static final int SCALING_REPETITIONS = 3;

    private final String name;
    private final Evaluator evaluator;
    private final Subjects subjects;
    private Sample sample = Sample.of(new double[Subjects.VARIABLES][1], new double[1]);

    private OwnEvaluator(String name, Evaluator evaluator, Subjects subjects) {
        this.name = name;
        this.evaluator = evaluator;
        this.subjects = subjects;
    }

    static OwnEvaluator ofDoubles(Subjects subjects) {
        Evaluator evaluator = new Evaluator();
        return new OwnEvaluator("double", evaluator, subjects) {
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
        return new OwnEvaluator("float", evaluator, subjects) {
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

    /**
     * Returns the ratio of the rates at many and at few rows, for losses of all expressions with blocks of rows in the
     * outer loop.
     */
    double scaling(int many, int few) {
        return rate(many, 1) / rate(few, many / few);
    }

    private double rate(int rows, int calls) {
        double[][] columns = subjects.columns(rows);
        Sample sample = Sample.of(columns, columns[0]);
        double[] losses = new double[subjects.size()];
        double[] seconds = new double[SCALING_REPETITIONS];
        for (int repetition = 0; repetition < seconds.length; repetition++) {
            long start = System.nanoTime();
            for (int call = 0; call < calls; call++) {
                evaluator.residualSquares(subjects.trees(), sample, losses);
            }
            seconds[repetition] = System.nanoTime() - start;
        }
        return rows * (double) calls / Ratios.median(seconds);
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
