package org.spolia.jobs.embed;

import java.io.Serializable;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * The embeddings of a batch of samples.
 *
 * @param rows their rows
 * @param values the count of numbers in the embeddings
 * @param failed the count of samples without an embedding
 * @param cpuSeconds the processor time of the model
 * @param device the device of the model; several are separated by commas
 */
record EmbeddedBatch(List<InternalRow> rows, long values, int failed, double cpuSeconds, String device)
        implements Serializable {

    /** Returns a copy without the rows. */
    EmbeddedBatch summary() {
        return new EmbeddedBatch(List.of(), values, failed, cpuSeconds, device);
    }

    EmbeddedBatch with(EmbeddedBatch other) {
        TreeSet<String> devices = new TreeSet<>(List.of(device.split(",", -1)));
        devices.addAll(List.of(other.device.split(",", -1)));
        devices.remove("");
        return new EmbeddedBatch(
                List.of(),
                values + other.values,
                failed + other.failed,
                cpuSeconds + other.cpuSeconds,
                String.join(",", devices));
    }
}
