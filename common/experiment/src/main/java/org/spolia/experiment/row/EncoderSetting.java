package org.spolia.experiment.row;

/**
 * The encoder and the setting of an entry of 'embeddings' for a table; the greatest version is valid.
 *
 * @param version from 1
 */
public record EncoderSetting(String entryId, String dataset, long version, String encoderId, String setting) {}
