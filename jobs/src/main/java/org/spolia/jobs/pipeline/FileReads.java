package org.spolia.jobs.pipeline;

import java.io.Serializable;

/**
 * What was asked of the file system for a file.
 *
 * @param requests how often
 * @param bytes how much
 */
public record FileReads(long requests, long bytes) implements Serializable {}
