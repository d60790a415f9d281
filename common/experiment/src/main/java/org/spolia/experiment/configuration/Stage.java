package org.spolia.experiment.configuration;

/** A step of an experiment that a configuration can name; the constants are in the order in which they run. */
public enum Stage {
    /** Makes tables of HDF5 files. */
    SHARD,
    /** Pairs objects of surveys. */
    SKY,
    /** Lets encoders learn from frames. */
    PRETRAIN,
    /** Makes vectors of frames and objects. */
    EMBED,
    /** Makes rows for regressions of these tables. */
    FEATURES,
    /** Writes the trials and their data. */
    PLAN,
    /** Runs the trials. */
    SEARCH,
    /** Scores what they found on every split. */
    SCORE,
    /** Says what each operator adds. */
    UTILITY,
    /** Says what frozen vectors are worth. */
    PROBE,
    /** Writes what the tables say as one page. */
    REPORT
}
