package org.spolia.embedding.pretraining;

/** Adam (Kingma and Ba 2015) with its usual constants, on the weights of one layer, in double precision. */
final class Adam {
    private static final double FIRST_DECAY = 0.9;
    private static final double SECOND_DECAY = 0.999;
    private static final double LEAST_ROOT = 1e-8;

    private final double learningRate;
    private final double[] first;
    private final double[] second;
    private double firstLeft = 1;
    private double secondLeft = 1;

    Adam(int weights, double learningRate) {
        this.learningRate = learningRate;
        this.first = new double[weights];
        this.second = new double[weights];
    }

    /** Makes a step against the gradient. */
    void step(float[] weights, float[] gradient) {
        firstLeft *= FIRST_DECAY;
        secondLeft *= SECOND_DECAY;
        double rate = learningRate * Math.sqrt(1 - secondLeft) / (1 - firstLeft);
        double least = LEAST_ROOT * Math.sqrt(1 - secondLeft);
        for (int i = 0; i < weights.length; i++) {
            double slope = gradient[i];
            first[i] += (1 - FIRST_DECAY) * (slope - first[i]);
            second[i] += (1 - SECOND_DECAY) * (slope * slope - second[i]);
            weights[i] -= (float) (rate * first[i] / (Math.sqrt(second[i]) + least));
        }
    }
}
