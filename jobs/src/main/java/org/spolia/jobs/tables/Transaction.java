package org.spolia.jobs.tables;

/**
 * What makes a write happen once: Delta skips a version that is not above the last one of the same application.
 *
 * @param application who writes
 * @param version which write of it this is
 */
public record Transaction(String application, long version) {}
