package org.spolia.jobs.features;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.feature.FeatureTerms;
import org.spolia.experiment.problem.FeatureProblem;
import org.spolia.jobs.stream.BatchWork;
import org.spolia.jobs.stream.RowStage;
import org.spolia.jobs.stream.TableInput;
import org.spolia.jobs.tables.ShardKind;
import org.spolia.jobs.tables.ShardTable;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

/**
 * {@code features}: computes rows for a problem from the rows appended to a table of simulations or of a survey, each
 * trajectory once. The checkpoint depends on the quantities that the problem requests, so problems with the same
 * quantities share their rows.
 */
public final class FeaturesStage {
    private final FeatureProblem problem;
    private final Warehouse warehouse;
    private final ShardTable table;

    private FeaturesStage(FeatureProblem problem, Warehouse warehouse, ShardTable table) {
        this.problem = problem;
        this.warehouse = warehouse;
        this.table = table;
    }

    /**
     * Returns the stage for a problem.
     *
     * @throws ExperimentException if its table does not exist
     */
    public static FeaturesStage of(FeatureProblem problem, Warehouse warehouse) {
        ShardTable table = table(problem, warehouse)
                .orElseThrow(() -> new ExperimentException("Problem '" + problem.id() + "': source: there is no table "
                        + problem.source() + "; name its files in 'shards' and run stage shard first"));
        return new FeaturesStage(problem, warehouse, table);
    }

    /**
     * Returns the stream of rows.
     *
     * @throws ExperimentException if the problem refers to columns that the table does not have
     */
    public RowStage rows() {
        requireColumns();
        BatchWork work = isSurvey() ? new SurveyFeatures(problem) : new SimulationFeatures(problem, terms());
        return new RowStage(
                FeaturesDefinition.INFO, new TableInput(table), List.of(Table.FEATURES), problem.featuresId(), work);
    }

    private static Optional<ShardTable> table(FeatureProblem problem, Warehouse warehouse) {
        return warehouse.shardTable(problem.source());
    }

    /** The number of trajectories, or files of a survey, that exist now for a problem. */
    public static long listed(FeatureProblem problem, Warehouse warehouse) {
        return table(problem, warehouse)
                .map(table ->
                        FeatureSplits.parts(problem, warehouse.read(table)).size())
                .orElse(0);
    }

    /** Describes the number of rows. */
    public String outcome() {
        Row counts = warehouse
                .read(Table.FEATURES)
                .filter(functions.col("features_id").equalTo(problem.featuresId()))
                .agg(functions.count(functions.lit(1)), functions.sum("rows"))
                .head();
        return (counts.isNullAt(1) ? 0 : counts.getLong(1)) + " rows of " + counts.getLong(0)
                + (isSurvey() ? " files" : " runs") + " for " + problem.id();
    }

    private boolean isSurvey() {
        return table.kind() == ShardKind.SURVEYS;
    }

    private FeatureTerms terms() {
        List<String> axes = warehouse
                .read(Table.SIMULATION_AXES)
                .filter(functions.col("dataset").equalTo(problem.dataset()))
                .select("axis", "name")
                .distinct()
                .collectAsList()
                .stream()
                .sorted(Comparator.comparingInt(row -> row.getInt(0)))
                .map(row -> row.getString(1))
                .distinct()
                .toList();
        return FeatureTerms.resolve(problem, columns(true), columns(false), axes);
    }

    /** The names of fields, or of parameters. */
    private Set<String> columns(boolean fields) {
        return Arrays.stream(table.schema().fields())
                .filter(field -> fields ? isField(field) : isParameter(field))
                .map(StructField::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isField(StructField field) {
        return field.dataType() instanceof ArrayType values
                && values.elementType().equals(DataTypes.FloatType);
    }

    private static boolean isParameter(StructField field) {
        return field.name().startsWith("parameter_");
    }

    /** Lets Spark check conditions and expressions, and reports its error message. */
    private void requireColumns() {
        Dataset<Row> none = warehouse.spark().createDataFrame(List.of(), table.schema());
        try {
            if (isSurvey()) {
                SurveyFeatures.values(problem, none);
                return;
            }
            FeatureSplits.of(problem, none);
        } catch (Exception e) {
            if (e instanceof AnalysisException) {
                throw new ExperimentException(
                        "Problem '" + problem.id() + "': table " + problem.source() + " does not fit: "
                                + String.valueOf(e.getMessage())
                                        .lines()
                                        .findFirst()
                                        .orElse(""),
                        e);
            }
            throw e;
        }
    }
}
