package org.spolia.jobs.pipeline;

import java.util.Optional;
import java.util.function.Supplier;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.jobs.tables.TableRows;
import org.spolia.jobs.tables.Warehouse;

/**
 * How far is a stage?
 *
 * @param rows the rows of the tables
 * @param config of the experiment that is asked about; the whole warehouse if there is none
 * @param experiment the id of that experiment; empty if there is none
 * @param warehouse with Spark, which starts when it is asked for
 */
public record StatusQuery(
        TableRows rows,
        Optional<ExperimentConfig> config,
        Supplier<Optional<String>> experiment,
        Supplier<Warehouse> warehouse) {}
