package org.spolia.jobs.stream;

import java.io.Serializable;

/**
 * The reads from the file system for one file.
 *
 * @param requests the number of requests
 * @param bytes the number of bytes
 */
public record FileReads(long requests, long bytes) implements Serializable {}
