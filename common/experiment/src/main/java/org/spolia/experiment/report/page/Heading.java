package org.spolia.experiment.report.page;

/**
 * What the top of a report says.
 *
 * @param experimentId the experiment
 * @param name its name
 * @param description what it asks; empty if its configuration does not say
 */
public record Heading(String experimentId, String name, String description) {}
