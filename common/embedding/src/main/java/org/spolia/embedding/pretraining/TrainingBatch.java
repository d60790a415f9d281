package org.spolia.embedding.pretraining;

import org.spolia.embedding.Preprocessing;
import org.spolia.embedding.SampleShape;
import org.spolia.embedding.network.CounterRandom;
import org.spolia.embedding.network.EncoderNetwork;

/**
 * The samples of a step.
 *
 * @param shape the shape of each
 * @param values prepared, in row-major order; hidden values are 0, the mean of their channel
 * @param targets the prepared values, at the positions where the decoder predicts them: see {@link PatchLayout}
 * @param weights 1 at hidden targets, 0 at others
 */
@SuppressWarnings("ArrayRecordComponent")
record TrainingBatch(SampleShape shape, int size, float[] values, float[] targets, float[] weights, int hidden) {

    /** Returns the input of a step, a function of samples, settings and the number of the step. */
    static TrainingBatch of(SampleSource source, PretrainingSettings settings, int step) {
        long draws = CounterRandom.key(settings.learning().seed(), (1L << 32) + step);
        SampleSet set = source.setOf(CounterRandom.below(source.size(), draws, 0));
        SampleShape shape = set.shape();
        EncoderNetwork network = source.network();
        int[] image = network.image(shape);
        PatchLayout layout = PatchLayout.of(network, shape);
        int size = settings.learning().batchSize();
        float[] values = new float[Math.multiplyExact(size, shape.values())];
        float[] targets = new float[Math.multiplyExact(size, layout.values())];
        float[] weights = new float[targets.length];
        int hidden = 0;
        for (int i = 0; i < size; i++) {
            float[] sample = set.samples().get(CounterRandom.below(set.samples().size(), draws, 1 + i));
            int start = i * shape.values();
            System.arraycopy(sample, 0, values, start, sample.length);
            Preprocessing.REVIN.apply(values, start, shape);
            boolean[] mask = settings.objective()
                    .hide(shape, image, settings.learning().hidden(), CounterRandom.key(draws, 1 + i));
            for (int j = 0; j < sample.length; j++) {
                int to = i * layout.values() + layout.place(j);
                targets[to] = values[start + j];
                if (mask[j % mask.length]) {
                    values[start + j] = 0;
                    weights[to] = 1;
                    hidden++;
                }
            }
        }
        return new TrainingBatch(shape, size, values, targets, weights, hidden);
    }
}
