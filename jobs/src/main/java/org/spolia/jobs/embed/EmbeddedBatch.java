package org.spolia.jobs.embed;

import java.io.Serializable;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * The rows that a batch of samples became.
 *
 * @param values how many numbers they have
 * @param failed how many have none
 * @param cpuSeconds that the model took
 * @param device that it ran on, with commas between several
 */
record EmbeddedBatch(List<InternalRow> rows, long values, int failed, double cpuSeconds, String device)
        implements Serializable {

    /** The same without the rows. */
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
