package org.spolia.embedding;

/** Weights that have learned nothing: normal with variance 2/fan-in (He et al. 2015). */
public final class HeNormal {
    private HeNormal() {}

    /**
     * The weights of a layer, a function of seed and layer.
     *
     * @param kernels what goes out, then all that comes in
     */
    public static float[] weights(long[] kernels, long seed, int layer) {
        double deviation = Math.sqrt(2.0 / Pooling.product(kernels, 1));
        float[] weights = new float[Math.toIntExact(Pooling.product(kernels, 0))];
        long key = CounterRandom.key(seed, layer);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (deviation * CounterRandom.normal(key, i));
        }
        return weights;
    }
}
