package org.spolia.jobs.sky;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.KeyValueGroupedDataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.data.MatchConfig;
import org.spolia.experiment.configuration.data.MatchPairs;
import org.spolia.jobs.stage.StageStatus;
import org.spolia.jobs.stream.Summary;
import org.spolia.jobs.tables.ShardTable;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.sky.CellJoin;
import org.spolia.sky.Healpix;

/**
 * {@code sky}: pairs the objects of two surveys. Each cell of the sky is processed separately, with copies of all
 * surrounding objects that can influence its pairs. Therefore no pair is lost at a border, and no pair depends on the
 * number of tasks.
 */
public final class SkyStage {
    private static final double NANOSECONDS = 1e9;

    private final MatchConfig config;
    private final Warehouse warehouse;
    private final ShardTable left;
    private final ShardTable right;
    private final Summary summary;

    private SkyStage(MatchConfig config, Warehouse warehouse, ShardTable left, ShardTable right) {
        this.config = config;
        this.warehouse = warehouse;
        this.left = left;
        this.right = right;
        this.summary = Summary.ofDatasets(warehouse, SkyDefinition.INFO, config.id(), List.of(left, right));
    }

    /**
     * Creates a match of the tables at their current versions.
     *
     * @throws ExperimentException if there is no such table
     */
    public static SkyStage of(MatchConfig config, Warehouse warehouse) {
        return new SkyStage(
                config, warehouse, table(config, config.left(), warehouse), table(config, config.right(), warehouse));
    }

    /** Counts the matches that have the pairs for the current versions of the tables. */
    public static StageStatus status(List<MatchConfig> matches, Warehouse warehouse) {
        long done = matches.stream()
                .filter(match -> warehouse.shardTable(match.left()).isPresent()
                        && warehouse.shardTable(match.right()).isPresent()
                        && of(match, warehouse).summary.lacking().isEmpty())
                .count();
        return new StageStatus(SkyDefinition.INFO, matches.size(), done, 0, 0);
    }

    private static ShardTable table(MatchConfig config, String name, Warehouse warehouse) {
        return warehouse
                .shardTable(name)
                .orElseThrow(() -> new ExperimentException("Match '" + config.name() + "': there is no table " + name
                        + "; create it with stage shard, from a data set of that name in 'shards'"));
    }

    /**
     * Replaces the pairs of the match.
     *
     * @return the number of pairs and the speed, as text; empty if there was nothing to do
     * @throws ExperimentException if the table has pairs of another match with this name
     */
    public Optional<String> run() {
        if (summary.lacking().isEmpty()) {
            return Optional.empty();
        }
        requireOwnName();
        long start = System.nanoTime();
        summary.replace(Table.SKY_MATCHES, rows());
        return Optional.of(outcome((System.nanoTime() - start) / NANOSECONDS));
    }

    private String outcome(double seconds) {
        long pairs = warehouse
                .read(Table.SKY_MATCHES)
                .filter(functions.col("match_id").equalTo(config.id()))
                .count();
        return String.format(
                Locale.ROOT,
                "%s: %d pairs of %d and %d objects in %.1f s, %.0f pairs/s",
                config.name(),
                pairs,
                objects(left).count(),
                objects(right).count(),
                seconds,
                pairs / seconds);
    }

    private void requireOwnName() {
        List<Row> others = warehouse
                .read(Table.SKY_MATCHES)
                .filter(functions.col("name").equalTo(config.name()))
                .filter(functions.col("match_id").notEqual(config.id()))
                .select("left_survey", "right_survey", "radius_arcsec", "pairs")
                .limit(1)
                .collectAsList();
        for (Row other : others) {
            throw new ExperimentException("Table sky_matches has pairs of another match '" + config.name()
                    + "', of surveys." + other.getString(0) + " and surveys." + other.getString(1) + " within "
                    + other.getDouble(2) + " arcsec, " + other.getString(3)
                    + "; give this match another name, or remove all matches with spolia reset sky --yes");
        }
    }

    private Dataset<Row> rows() {
        double radius = config.radiusArcsec();
        boolean oneToOne = config.pairs() == MatchPairs.ONE_TO_ONE;
        // Unless pairs must be one-to-one, other objects do not influence a pair, and one copy of the left object is
        // enough.
        UDF2<Double, Double, long[]> ofLeft = oneToOne
                ? (ra, dec) -> CellJoin.within(radius).rivals(ra, dec)
                : (ra, dec) -> new long[] {CellJoin.within(radius).cell(ra, dec)};
        UDF2<Double, Double, long[]> ofRight =
                (ra, dec) -> CellJoin.within(radius).copies(ra, dec);
        Dataset<Row> pairs = byCell(left, ofLeft)
                .cogroup(byCell(right, ofRight), new SkyCell(radius, oneToOne), Encoders.row(SkyCell.PAIR));
        return pairs.select(
                functions.lit(config.id()).as("match_id"),
                functions.lit(config.name()).as("name"),
                functions.lit(left.name()).as("left_survey"),
                functions.col("left_file"),
                functions.col("left_row"),
                functions.col("left_object_id"),
                functions.lit(right.name()).as("right_survey"),
                functions.col("right_file"),
                functions.col("right_row"),
                functions.col("right_object_id"),
                functions.col("separation_arcsec"),
                functions.lit(radius).as("radius_arcsec"),
                functions.lit(config.kept()).as("pairs"));
    }

    private KeyValueGroupedDataset<Long, Row> byCell(ShardTable table, UDF2<Double, Double, long[]> cells) {
        int coarser = 2
                * (Healpix.HIGHEST_ORDER
                        - CellJoin.within(config.radiusArcsec()).order());
        Column around = functions
                .udf(cells, DataTypes.createArrayType(DataTypes.LongType, false))
                .apply(functions.col("ra"), functions.col("dec"));
        return objects(table)
                .select(
                        functions.explode(around).as("cell"),
                        functions
                                .shiftright(functions.col("healpix29"), coarser)
                                .as("home"),
                        functions.col("file"),
                        functions.col("row"),
                        functions.col("object_id"),
                        functions.col("ra"),
                        functions.col("dec"))
                .groupByKey((MapFunction<Row, Long>) row -> row.getLong(0), Encoders.LONG());
    }

    /** The objects with a position. */
    private Dataset<Row> objects(ShardTable table) {
        return summary.read(table).filter("healpix29 IS NOT NULL");
    }
}
