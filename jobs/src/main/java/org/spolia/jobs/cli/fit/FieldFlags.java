package org.spolia.jobs.cli.fit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.ExperimentException;
import org.spolia.jobs.cli.common.ExistingWarehouse;
import org.spolia.jobs.cli.common.SessionFlags;
import org.spolia.jobs.experience.FieldComplexities;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.symbolic.expression.Decimal;
import picocli.CommandLine.Option;

/** The options of {@code fit} that give operators lower complexities if they were useful in a field. */
final class FieldFlags {
    @Option(
            names = "--field",
            paramLabel = "FIELD",
            description = "operators that helped in this field, according to an experiment of the --warehouse,"
                    + " cost less; --complexity-of-operators takes precedence")
    private @Nullable String field;

    @Option(
            names = "--experiment",
            paramLabel = "NAME",
            description = "with --field: the experiment to learn from, if the warehouse has several")
    private @Nullable String experiment;

    @Option(
            names = "--design",
            paramLabel = "NAME",
            description = "with --field: the design of that experiment, if it has several")
    private String design = "";

    /**
     * The complexities of operators; empty if no field is named.
     *
     * @param operators the operators of the search, with their names in the tables
     */
    Map<String, Double> complexities(List<String> operators, SessionFlags session) {
        if (field == null) {
            if (experiment != null || !design.isEmpty()) {
                throw new ExperimentException("--experiment and --design need --field; give --field too");
            }
            return Map.of();
        }
        Warehouse warehouse = ExistingWarehouse.open(session);
        try {
            Map<String, Double> complexities =
                    FieldComplexities.of(warehouse, Optional.ofNullable(experiment), design, field, operators);
            System.out.println("complexities in " + field + ": "
                    + complexities.entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + Decimal.shortest(entry.getValue()))
                            .collect(Collectors.joining(" ")));
            return complexities;
        } finally {
            // The search gets the cores and the memory of Spark.
            warehouse.spark().stop();
        }
    }
}
