package org.spolia.embedding.pretraining;

import java.util.List;
import org.spolia.embedding.network.CounterRandom;

/**
 * The objects of a step.
 *
 * @param size the number of objects
 * @param shown the tokens of each, 0 for absent or hidden tokens
 * @param tokens the same without hidden tokens
 * @param hidden whether each token is hidden
 */
@SuppressWarnings("ArrayRecordComponent")
record TokenBatch(int size, long[] shown, long[] tokens, boolean[] hidden) {

    /** Returns the input of a step, a function of objects, settings and the number of the step. */
    static TokenBatch of(List<float[]> objects, HiddenTokens hiding, LearningSettings settings, int step) {
        long draws = CounterRandom.key(settings.seed(), (1L << 32) + step);
        int size = settings.batchSize();
        int length = objects.get(0).length;
        TokenBatch batch =
                new TokenBatch(size, new long[size * length], new long[size * length], new boolean[size * length]);
        for (int i = 0; i < size; i++) {
            float[] object = objects.get(CounterRandom.below(objects.size(), draws, i));
            boolean[] hidden = hiding.of(object, settings.hidden(), CounterRandom.key(draws, 1 + i));
            for (int place = 0; place < length; place++) {
                int to = i * length + place;
                batch.tokens[to] = (long) object[place];
                batch.shown[to] = hidden[place] ? 0 : batch.tokens[to];
                batch.hidden[to] = hidden[place];
            }
        }
        return batch;
    }

    int hiddenTokens() {
        int count = 0;
        for (boolean one : hidden) {
            count += one ? 1 : 0;
        }
        return count;
    }
}
