package org.spolia.embedding.network;

import java.util.List;
import org.spolia.embedding.layers.Weight;

/** Initial weights of networks. */
public final class InitialWeights {
    private InitialWeights() {}

    /** Returns the initial values of weights, a function of the seed. */
    public static float[][] of(List<Weight> weights, long seed) {
        float[][] values = new float[weights.size()][];
        for (int place = 0; place < values.length; place++) {
            values[place] = of(weights.get(place), seed, place);
        }
        return values;
    }

    /**
     * Returns the initial values of weights, in row-major order.
     *
     * @param seed and place determine them
     * @param place the index of the weights in their network
     */
    public static float[] of(Weight weight, long seed, int place) {
        float[] values = new float[weight.count()];
        long key = CounterRandom.key(seed, place);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float)
                    (weight.deviation() == 0
                            ? weight.mean()
                            : weight.mean() + weight.deviation() * CounterRandom.normal(key, i));
        }
        return values;
    }
}
