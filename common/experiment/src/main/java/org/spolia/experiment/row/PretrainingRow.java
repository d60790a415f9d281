package org.spolia.experiment.row;

import java.util.List;

/**
 * An encoder that learned from frames without labels.
 *
 * @param pretrainingId of its entry in a configuration and its seed
 * @param encoderId the encoder that it became
 * @param versions of the tables, in their order
 * @param samples that were learned from
 * @param samplesFound of which they are those whose places have the least hash
 * @param samplesUnusable that have a value which is no number, or lack frames
 * @param losses of each step
 */
@SuppressWarnings("ArrayRecordComponent")
public record PretrainingRow(
        String pretrainingId,
        String name,
        long seed,
        String encoderId,
        String architecture,
        String objective,
        double hidden,
        int steps,
        int batchSize,
        double learningRate,
        String setting,
        List<String> datasets,
        List<Long> versions,
        List<String> splits,
        String condition,
        int samples,
        long samplesFound,
        long samplesUnusable,
        float[] losses) {}
