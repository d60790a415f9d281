package org.spolia.jobs.pipeline;

import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.jobs.tables.Warehouse;

/**
 * A run of stages.
 *
 * @param strict whether a damaged file ends a stage
 */
public record StageRun(ExperimentConfig config, Warehouse warehouse, boolean strict, Plans plans) {}
