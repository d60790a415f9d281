package org.spolia.jobs.stage;

import java.util.Optional;
import java.util.function.Supplier;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.jobs.tables.stored.TableRows;

/**
 * A request for the progress of a stage.
 *
 * @param rows the rows of the tables
 * @param config the configuration of one experiment; empty for the whole warehouse
 * @param experiment the id of that experiment; empty if there is none
 * @param warehouse the warehouse with Spark, which starts on first use
 */
public record StatusQuery(
        TableRows rows,
        Optional<ExperimentConfig> config,
        Supplier<Optional<String>> experiment,
        Supplier<Warehouse> warehouse) {}
