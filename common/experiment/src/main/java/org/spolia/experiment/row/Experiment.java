package org.spolia.experiment.row;

import org.jspecify.annotations.Nullable;

/**
 * A planned experiment.
 *
 * @param config the resolved configuration that determines the trials, as canonical JSON
 */
public record Experiment(
        String experimentId, String name, @Nullable String description, String config) {}
