package org.spolia.jobs.encoder;

import org.spolia.embedding.EncoderBundle;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.encoder.EmbeddingConfig;
import org.spolia.experiment.probe.ProbeArm;
import org.spolia.jobs.tables.ShardTable;
import org.spolia.jobs.tables.Warehouse;

/**
 * A table with the embeddings that an entry of 'embeddings' made of it.
 *
 * @param config the entry
 * @param arm the encoder and the setting that the entry means for the table
 */
public record EmbeddedTable(EmbeddingConfig config, ShardTable table, ProbeArm arm) {
    /** The table and the encoder, in words. */
    public String title() {
        return table + " with " + arm.encoder() + (config.hasSeed() ? " " + config.seed() : "");
    }

    /**
     * The encoder itself, for predictors that start from its weights.
     *
     * @throws ExperimentException if the entry means another encoder by now
     */
    public EncoderBundle bundle(Warehouse warehouse) {
        return ConfiguredEncoder.of(config, table, warehouse)
                .map(ConfiguredEncoder::bundle)
                .filter(bundle -> bundle.id().equals(arm.encoderId()))
                .orElseThrow(() -> new ExperimentException("The encoder of " + title()
                        + " has changed since the table was embedded; run ./spolia embed CONFIG first"));
    }
}
