package org.spolia.experiment.row;

import java.util.List;

/**
 * An encoder that was pretrained without labels.
 *
 * @param pretrainingId the hash of its entry in a configuration and its seed
 * @param encoderId the resulting encoder
 * @param versions the versions of the tables, in their order
 * @param samples the number of training samples
 * @param samplesFound the number of samples from which those with the smallest hashes are taken
 * @param samplesUnusable the number of samples with a value that is not a number, or with missing frames
 * @param losses the loss of each step
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
