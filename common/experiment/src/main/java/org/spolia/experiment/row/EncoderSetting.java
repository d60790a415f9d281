package org.spolia.experiment.row;

/**
 * The encoder and the setting that an entry of 'embeddings' means for a table; the greatest version holds.
 *
 * @param version from 1
 */
public record EncoderSetting(String entryId, String dataset, long version, String encoderId, String setting) {}
