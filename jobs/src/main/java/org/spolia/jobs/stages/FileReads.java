package org.spolia.jobs.stages;

import java.io.Serializable;

/**
 * What was asked of the file system for a file.
 *
 * @param requests how often
 * @param bytes how much
 */
record FileReads(long requests, long bytes) implements Serializable {}
