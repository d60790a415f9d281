package org.spolia.jobs.pipeline;

import org.apache.hadoop.fs.Path;

/**
 * Files of a stage that are neither a table nor a checkpoint.
 *
 * @param kind what they are, such as page
 * @param shown the file or folder that a user knows
 * @param removed what goes when the stage is reset
 */
public record Leftover(String kind, Path shown, Path removed) {}
