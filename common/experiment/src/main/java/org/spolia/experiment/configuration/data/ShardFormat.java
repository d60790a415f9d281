package org.spolia.experiment.configuration.data;

/** The layouts of files that become tables. */
public enum ShardFormat {
    /** Simulations as The Well has them. */
    WELL,
    /** Objects of a survey as the Multimodal Universe has them. */
    UNIVERSE,
    /** Objects of a survey as HATS has them, in Parquet. */
    HATS
}
