package org.spolia.experiment.row;

import org.jspecify.annotations.Nullable;

/**
 * An experiment that was planned.
 *
 * @param config what determines the trials, resolved, as canonical JSON
 */
public record Experiment(
        String experimentId, String name, @Nullable String description, String config) {}
