package org.spolia.jobs.sky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.data.MatchConfig;
import org.spolia.experiment.configuration.data.MatchPairs;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.stage.StageStatus;
import org.spolia.jobs.tables.ShardKind;
import org.spolia.jobs.tables.ShardTable;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Transaction;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.jobs.tables.digest.Digest;
import org.spolia.sky.Catalogue;
import org.spolia.sky.CrossMatch;
import org.spolia.sky.Healpix;
import org.spolia.sky.Matches;

/**
 * Two crowded surveys around positions where matches are easily lost. Some objects have equal positions, and one has no
 * position.
 */
@WithSpark
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SkyStageTest {
    private static final int OBJECTS = 1500;
    private static final int OBJECTS_OF_A_FILE = 500;
    private static final double RADIUS = 2;

    /**
     * The poles, right ascension 0, and points where three or four cells of HEALPix meet, on borders of every order.
     */
    private static final double[][] DELICATE = {{0, 90}, {0, -90}, {0, 12}, {90, 41.8103148957786}, {45, 0}, {22.5, 0}};

    private static final StructType OBJECT =
            StructType.fromDDL("file STRING, row BIGINT, healpix29 BIGINT, object_id STRING, ra DOUBLE, dec DOUBLE");

    private final double[][] left = positions(1);
    private final double[][] right = positions(2);
    private Path folder;
    private Warehouse warehouse;

    @BeforeAll
    void match(SparkSession spark, @TempDir Path temporary) {
        folder = temporary;
        spark.conf().set("spark.sql.adaptive.enabled", "false");
        warehouse = shards(spark, "out", 1);
        for (MatchPairs pairs : MatchPairs.values()) {
            assertThat(SkyStage.of(config(pairs, RADIUS), warehouse).run().orElseThrow())
                    .matches("m-\\w+: \\d+ pairs of 1500 and 1500 objects in \\d+\\.\\d s, \\d+ pairs/s");
        }
    }

    private Warehouse shards(SparkSession spark, String name, int files) {
        Warehouse made = TestWarehouse.create(spark, folder.resolve(name));
        shard(made, "a", left, files);
        shard(made, "b", right, files);
        return made;
    }

    private static void shard(Warehouse warehouse, String name, double[][] positions, int files) {
        ShardTable table = new ShardTable(ShardKind.SURVEYS, name, OBJECT);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < OBJECTS; i++) {
            rows.add(RowFactory.create(
                    file(i),
                    (long) row(i),
                    Healpix.cell(29, positions[0][i], positions[1][i]),
                    i % 7 == 0 ? null : name + i,
                    positions[0][i],
                    positions[1][i]));
        }
        rows.add(RowFactory.create("nowhere", 0L, null, "nowhere", 10.0, null));
        warehouse.create(table);
        warehouse.append(
                table,
                warehouse.spark().createDataFrame(rows, OBJECT).repartition(files, functions.col("ra")),
                new Transaction("test", 0));
    }

    private static String file(int object) {
        return "f" + object / OBJECTS_OF_A_FILE;
    }

    private static int row(int object) {
        return object % OBJECTS_OF_A_FILE;
    }

    /** Positions within some radii of a place, a fifth of them on a grid that both surveys share. */
    private static double[][] positions(long seed) {
        Random random = new Random(seed);
        double[][] positions = new double[2][OBJECTS];
        for (int i = 0; i < OBJECTS; i++) {
            double[] place = DELICATE[i % DELICATE.length];
            double north = 6 * RADIUS / 3600 * random.nextGaussian();
            double east = 6 * RADIUS / 3600 * random.nextGaussian();
            if (i % 5 == 0) {
                north = Math.round(north * 1000) / 1000.0;
                east = Math.round(east * 1000) / 1000.0;
            }
            double dec = place[1] + north;
            positions[1][i] = Math.abs(dec) > 90 ? Math.copySign(180, dec) - dec : dec;
            double width = Math.abs(place[1]) == 90 ? Math.cos(Math.toRadians(positions[1][i])) : 1;
            positions[0][i] = ((place[0] + east / width) % 360 + 360) % 360;
        }
        return positions;
    }

    @ParameterizedTest
    @EnumSource
    @Order(1)
    void thePairsEqualTheLibrarysPairsOfAllObjectsAtOnce(MatchPairs pairs) {
        Matches within = CrossMatch.within(Catalogue.of(left[0], left[1]), Catalogue.of(right[0], right[1]), RADIUS);
        Matches expected = pairs == MatchPairs.ALL ? within : within.mutual();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            int l = expected.left(i);
            int r = expected.right(i);
            rows.add(RowFactory.create(
                    file(l),
                    (long) row(l),
                    l % 7 == 0 ? null : "a" + l,
                    file(r),
                    (long) row(r),
                    r % 7 == 0 ? null : "b" + r,
                    expected.separationArcseconds(i)));
        }

        assertThat(within.size()).isGreaterThan(expected.size() == within.size() ? 0 : expected.size());
        assertThat(rows).hasSizeGreaterThan(300);
        assertThat(warehouse
                        .read(Table.SKY_MATCHES)
                        .filter(functions.col("name").equalTo("m-" + pairs))
                        .select(
                                "left_file",
                                "left_row",
                                "left_object_id",
                                "right_file",
                                "right_row",
                                "right_object_id",
                                "separation_arcsec")
                        .collectAsList())
                .containsExactlyInAnyOrderElementsOf(rows);
    }

    @Test
    @Order(1)
    void cellsAndBordersAreCrossed() {
        int order = 8;
        List<Row> pairs = warehouse
                .read(Table.SKY_MATCHES)
                .filter("pairs = 'one-to-one'")
                .select("left_file", "left_row", "right_file", "right_row")
                .collectAsList();
        long cells = 0;
        long wraps = 0;
        for (Row pair : pairs) {
            int l = object(pair, 0);
            int r = object(pair, 2);
            boolean crosses =
                    Healpix.cell(order, left[0][l], left[1][l]) != Healpix.cell(order, right[0][r], right[1][r]);
            cells += crosses ? 1 : 0;
            wraps += Math.abs(left[0][l] - right[0][r]) > 180 ? 1 : 0;
        }

        assertThat(cells).isGreaterThan(10);
        assertThat(wraps).isGreaterThan(3);
    }

    private static int object(Row pair, int column) {
        return Integer.parseInt(pair.getString(column).substring(1)) * OBJECTS_OF_A_FILE
                + (int) pair.getLong(column + 1);
    }

    @Test
    @Order(1)
    void noObjectIsInTwoPairsThatAreOneToOne() {
        assertThat(warehouse
                        .read(Table.SKY_MATCHES)
                        .filter("pairs = 'one-to-one'")
                        .selectExpr(
                                "count(1)",
                                "count(DISTINCT left_file, left_row)",
                                "count(DISTINCT right_file, right_row)")
                        .first())
                .matches(counts -> counts.getLong(0) == counts.getLong(1) && counts.getLong(0) == counts.getLong(2));
    }

    @Test
    @Order(1)
    void filesAndPartitionsDoNotMatter(SparkSession spark) {
        spark.conf().set("spark.sql.adaptive.enabled", "false");
        spark.conf().set("spark.sql.shuffle.partitions", "7");
        Warehouse other = shards(spark, "other", 4);
        for (MatchPairs pairs : MatchPairs.values()) {
            SkyStage.of(config(pairs, RADIUS), other).run();
        }

        assertThat(other.read(Table.SKY_MATCHES).inputFiles().length)
                .isGreaterThan(warehouse.read(Table.SKY_MATCHES).inputFiles().length);
        assertThat(digest(other)).isEqualTo(digest(warehouse));
    }

    @Test
    @Order(2)
    void withUnchangedTablesNothingIsDone() {
        long version = warehouse.state(Table.SKY_MATCHES).version();
        warehouse.append(Table.SHARD_FILES, warehouse.read(Table.SHARD_FILES));

        assertThat(SkyStage.of(config(MatchPairs.ALL, RADIUS), warehouse).run()).isEmpty();
        assertThat(warehouse.state(Table.SKY_MATCHES).version()).isEqualTo(version);
        assertThat(SkyStage.status(
                        List.of(config(MatchPairs.ALL, RADIUS), config(MatchPairs.ONE_TO_ONE, 1)), warehouse))
                .isEqualTo(new StageStatus(SkyDefinition.INFO, 2, 1, 0, 0));
    }

    @Test
    @Order(2)
    void impossibleMatchesAreRefused() {
        MatchConfig nowhere = new MatchConfig("m", "surveys.a", "surveys.c", 1, MatchPairs.ALL);

        assertThatThrownBy(() -> SkyStage.of(nowhere, warehouse))
                .isInstanceOf(ExperimentException.class)
                .hasMessage(
                        "Match 'm': there is no table surveys.c; create it with stage shard, from a data set of that "
                                + "name in 'shards'");
        SkyStage wider = SkyStage.of(config(MatchPairs.ALL, 3), warehouse);
        assertThatThrownBy(wider::run)
                .isInstanceOf(ExperimentException.class)
                .hasMessage(
                        "Table sky_matches has pairs of another match 'm-ALL', of surveys.a and surveys.b within "
                                + "2.0 arcsec, all; give this match another name, or remove all matches with spolia reset sky --yes");
    }

    @Test
    @Order(3)
    void newObjectsReplaceThePairs() {
        Digest before = digest(warehouse);
        ShardTable table = warehouse.shardTable(ShardKind.SURVEYS, "b").orElseThrow();
        warehouse.append(
                table,
                warehouse.read(table).filter("file = 'f0'").withColumn("file", functions.lit("more")),
                new Transaction("test", 1));

        assertThat(SkyStage.of(config(MatchPairs.ALL, RADIUS), warehouse).run()).isPresent();
        assertThat(warehouse
                        .read(Table.SKY_MATCHES)
                        .filter("pairs = 'all' AND right_file = 'more'")
                        .count())
                .isPositive()
                .isEqualTo(warehouse
                        .read(Table.SKY_MATCHES)
                        .filter("pairs = 'all' AND right_file = 'f0'")
                        .count());
        assertThat(digest(warehouse)).isNotEqualTo(before);
        assertThat(warehouse
                        .spark()
                        .sql("DESCRIBE HISTORY delta.`" + warehouse.folder(Table.SKY_MATCHES) + "`")
                        .first()
                        .<String>getAs("userMetadata"))
                .isEqualTo("read surveys.a 1, surveys.b 2");
    }

    private static Digest digest(Warehouse warehouse) {
        return Digest.of(warehouse, List.of(Table.SKY_MATCHES)).get(0);
    }

    private static MatchConfig config(MatchPairs pairs, double radius) {
        return new MatchConfig("m-" + pairs, "surveys.a", "surveys.b", radius, pairs);
    }
}
