package org.spolia.experiment.report.page;

/**
 * The heading of a report.
 *
 * @param experimentId the experiment
 * @param name its name
 * @param description its question; empty if its configuration has none
 */
public record Heading(String experimentId, String name, String description) {}
