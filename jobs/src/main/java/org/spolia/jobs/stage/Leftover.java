package org.spolia.jobs.stage;

import org.apache.hadoop.fs.Path;

/**
 * Files of a stage that are neither a table nor a checkpoint.
 *
 * @param kind the kind of the files, such as page
 * @param shown the file or folder that messages show
 * @param removed what a reset of the stage removes
 */
public record Leftover(String kind, Path shown, Path removed) {}
