package org.spolia.jobs.encoder;

import org.spolia.embedding.EncoderBundle;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.encoder.EmbeddingConfig;
import org.spolia.experiment.probe.ProbeArm;
import org.spolia.jobs.tables.ShardTable;
import org.spolia.jobs.tables.Warehouse;

/**
 * A table with its embeddings by an entry of 'embeddings'.
 *
 * @param config the entry
 * @param arm the encoder and the setting of the entry for the table
 */
public record EmbeddedTable(EmbeddingConfig config, ShardTable table, ProbeArm arm) {
    /** The table and the encoder, for messages. */
    public String title() {
        return table + " with " + arm.encoder() + (config.hasSeed() ? " " + config.seed() : "");
    }

    /**
     * Returns the encoder, for predictors that start from its weights.
     *
     * @throws ExperimentException if the encoder of the entry has changed since
     */
    public EncoderBundle bundle(Warehouse warehouse) {
        return ConfiguredEncoder.of(config, table, warehouse)
                .map(ConfiguredEncoder::bundle)
                .filter(bundle -> bundle.id().equals(arm.encoderId()))
                .orElseThrow(() -> new ExperimentException("The encoder of " + title()
                        + " has changed since the table was embedded; run ./spolia embed CONFIG first"));
    }
}
