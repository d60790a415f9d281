package org.spolia.jobs.tables;

/**
 * The identity of a write, which makes it happen once: Delta skips a version that is not above the last one of the same
 * application.
 *
 * @param application the application that writes
 * @param version the number of the write
 */
public record Transaction(String application, long version) {}
