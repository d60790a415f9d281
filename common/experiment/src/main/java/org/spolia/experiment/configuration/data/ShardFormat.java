package org.spolia.experiment.configuration.data;

/** The layouts of files that stage shard can read. */
public enum ShardFormat {
    /** Simulations in the layout of The Well. */
    WELL,
    /** Objects of a survey in the HDF5 layout of the Multimodal Universe. */
    UNIVERSE,
    /** Objects of a survey in a HATS catalogue of Parquet files. */
    HATS
}
