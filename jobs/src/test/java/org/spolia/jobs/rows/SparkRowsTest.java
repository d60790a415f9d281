package org.spolia.jobs.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.data.TrainingTable;
import org.spolia.experiment.fit.FitListener;
import org.spolia.experiment.fit.FitOptions;
import org.spolia.experiment.fit.FitRun;
import org.spolia.experiment.fit.SavedConstant;
import org.spolia.experiment.fit.SavedFit;
import org.spolia.experiment.fit.VariableNames;
import org.spolia.jobs.WithSpark;
import org.spolia.symbolic.evaluation.Loss;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.rows.AllRows;
import org.spolia.symbolic.rows.Demand;
import org.spolia.symbolic.rows.Generation;
import org.spolia.symbolic.rows.GenerationSums;
import org.spolia.symbolic.rows.RowBlock;
import org.spolia.symbolic.search.options.SearchOptions;
import org.spolia.symbolic.search.options.Selection;
import org.spolia.symbolic.search.options.Validation;
import org.spolia.symbolic.search.result.Candidate;
import org.spolia.symbolic.search.result.SearchResult;

/** A fit of all rows of a table has the same bytes however they lie, with and without Spark. */
@WithSpark
class SparkRowsTest {
    private static final int ROWS = 20_000;
    private static final StructType COLUMNS = new StructType()
            .add("a", DataTypes.DoubleType)
            .add("b", DataTypes.DoubleType)
            .add("w", DataTypes.DoubleType)
            .add("y", DataTypes.DoubleType);
    private static final SearchOptions SEARCH = SearchOptions.of(OperatorSet.of(List.of("+", "*", "/", "sqrt")), 2000);

    @TempDir
    private Path folder;

    @Test
    void partitionsDoNotMatter(SparkSession spark) {
        RowRoles roles = RowRoles.of(List.of("a", "b"), "y", Optional.empty());
        List<Row> rows = rows();
        Generation generation = Generation.of(
                List.of(
                        Expression.parse("3*a*sqrt(b)", List.of("a", "b")),
                        Expression.parse("a/b + 0.7", List.of("a", "b"))),
                Demand.NORMAL,
                Loss.parse("HuberLoss(0.3)"));
        byte[] sums = inOneBlock(rows).evaluate(generation).toBytes();
        for (int partitions : new int[] {1, 2, 7, 200}) {
            Collections.rotate(rows, 7777);
            Collections.reverse(rows);
            try (RowTable table = table(spark, rows, partitions, roles, 0)) {
                assertThat(table.rows(ROWS).evaluate(generation).toBytes())
                        .as(partitions + " partitions")
                        .isEqualTo(sums);
            }
        }
        try (RowTable table = table(spark, rows, 3, roles, 0)) {
            assertThat(table.count()).isEqualTo(new RowCount(ROWS, Optional.empty()));
        }
        String threads = fit("threads", table(spark, rows, 1, roles, 0), roles, Optional.of(inOneBlock(rows)), SEARCH);
        String tasks = fit("tasks", table(spark, rows, 3, roles, 0), roles, Optional.empty(), SEARCH);
        assertThat(tasks).isEqualTo(threads).contains(",true," + ROWS);
        SavedFit saved = SavedFit.read(folder.resolve("tasks"));
        assertThat(saved.rows()).isEqualTo(ROWS);
        assertThat(saved.selected().expression()).contains("sqrt(b)");
        // Least squares of all rows: 3.3 ± 0.0006 and 0.7 ± 0.0023. The sample of 1000 rows leaves 4.5 times as much.
        List<SavedConstant> constants = saved.selected().constants();
        assertThat(constants).hasSize(2);
        assertThat(constants.get(0).value()).isCloseTo(3.3, within(0.0025));
        assertThat(constants.get(0).standardError()).isBetween(0.0004, 0.0009);
        assertThat(constants.get(1).value()).isCloseTo(0.7, within(0.009));
        assertThat(constants.get(1).standardError()).isBetween(0.0015, 0.003);
    }

    @Test
    void weightsAndFoldsAreThoseOfAllRows(SparkSession spark) {
        RowRoles roles = RowRoles.of(List.of("a", "b"), "y", Optional.of("w"));
        SearchOptions folds = SEARCH.withValidation(new Validation(Selection.ONE_STANDARD_ERROR, 5, false));
        List<Row> rows = rows();
        String three = fit("three", table(spark, rows, 3, roles, 5), roles, Optional.empty(), folds);
        Collections.reverse(rows);
        String four = fit("four", table(spark, rows, 4, roles, 5), roles, Optional.empty(), folds);
        assertThat(four).isEqualTo(three).startsWith("complexity,loss,equation,selected,rows,held_out_loss");
    }

    @Test
    void eachGroupHasItsOwnConstants(SparkSession spark) throws IOException {
        List<String> lines = groups(spark).lines().toList();
        assertThat(lines).hasSize(31).first().isEqualTo("group,rows,loss,constant1,constant2");
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            int group = Integer.parseInt(cells[0]);
            assertThat(cells[1]).isEqualTo("200");
            // The standard errors are about 0.002 and 0.005.
            double[] constants = {Double.parseDouble(cells[3]), Double.parseDouble(cells[4])};
            Arrays.sort(constants);
            double[] truth = {0.5 + 0.01 * group, 2 + 0.1 * group};
            assertThat(constants).as("group " + group).containsExactly(truth, within(0.03));
        }
    }

    /** Returns the file with the constants. */
    private String groups(SparkSession spark) throws IOException {
        SplittableRandom random = new SplittableRandom(6);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 6000; i++) {
            int group = i % 30;
            double a = 1 + random.nextDouble();
            double b = 1 + 9 * random.nextDouble();
            double y = (2 + 0.1 * group) * a * Math.sqrt(b) + 0.5 + 0.01 * group + 0.01 * random.nextGaussian();
            rows.add(RowFactory.create(a, b, group, y));
        }
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Dataset<Row> data = spark.createDataFrame(
                context.parallelize(rows, 3),
                new StructType()
                        .add("a", DataTypes.DoubleType)
                        .add("b", DataTypes.DoubleType)
                        .add("g", DataTypes.IntegerType)
                        .add("y", DataTypes.DoubleType));
        RowRoles roles = RowRoles.of(List.of("a", "b"), "y", Optional.empty());
        RowGroups groups = RowGroups.of("here", data, "g");
        assertThat(groups.largest()).isEqualTo("0");
        Path output = folder.resolve("groups");
        try (RowTable one = RowTable.of("here", groups.largestOf(data), roles, 0, 0);
                RowTable all = RowTable.ofGroups("here", data, roles, 0, groups)) {
            FitOptions options = new FitOptions(SEARCH, Optional.empty(), 2, 0, output, false);
            new FitRun(
                            TrainingTable.read(one.sample(1000), "y", roles.variables(), Optional.empty()),
                            options,
                            new Quiet(),
                            Instant.EPOCH,
                            InstantSource.system())
                    .over(all.rows(all.count().rows()))
                    .run();
        }
        return Files.readString(output.resolve("groups.csv"));
    }

    private static List<Row> rows() {
        SplittableRandom random = new SplittableRandom(5);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            double a = 1 + random.nextDouble();
            double b = 1 + 9 * random.nextDouble();
            double w = 0.5 + random.nextDouble();
            rows.add(RowFactory.create(a, b, w, 3.3 * a * Math.sqrt(b) + 0.7 + 0.1 * random.nextGaussian()));
        }
        return rows;
    }

    private static RowTable table(SparkSession spark, List<Row> rows, int partitions, RowRoles roles, int folds) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        return RowTable.of(
                "here", spark.createDataFrame(context.parallelize(rows, partitions), COLUMNS), roles, 0, folds);
    }

    /** All rows in this process. */
    private static AllRows inOneBlock(List<Row> rows) {
        double[][] columns = IntStream.of(0, 1, 3)
                .mapToObj(column ->
                        rows.stream().mapToDouble(row -> row.getDouble(column)).toArray())
                .toArray(double[][]::new);
        RowBlock block = RowBlock.of(Arrays.copyOf(columns, 2), columns[2]);
        return new AllRows() {
            @Override
            public long count() {
                return ROWS;
            }

            @Override
            public int folds() {
                return 0;
            }

            @Override
            public GenerationSums evaluate(Generation generation) {
                return generation.evaluate(block);
            }
        };
    }

    /** Returns the hall of fame. */
    private String fit(String name, RowTable table, RowRoles roles, Optional<AllRows> instead, SearchOptions search) {
        try (table) {
            RowSample sample = table.sample(1000);
            assertThat(sample.all()).isEqualTo(ROWS);
            Optional<String> weight = roles.weight().isEmpty() ? Optional.empty() : Optional.of(roles.weight());
            FitOptions options = new FitOptions(search, Optional.empty(), 2, 0, folder.resolve(name), false);
            assertThat(new FitRun(
                                    TrainingTable.read(sample, "y", roles.variables(), weight),
                                    options,
                                    new Quiet(),
                                    Instant.EPOCH,
                                    InstantSource.system())
                            .over(instead.orElseGet(() -> table.rows(sample.all())))
                            .run())
                    .isTrue();
            return Files.readString(folder.resolve(name).resolve("hall_of_fame.csv"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static final class Quiet implements FitListener {
        @Override
        public void started(int rows, VariableNames names) {}

        @Override
        public void progressed(List<Candidate> front, double share, long evaluations, VariableNames names) {}

        @Override
        public void finished(SearchResult result, VariableNames names, Path hallOfFame, Optional<Path> variables) {}

        @Override
        public void interrupted(Path hallOfFame) {}
    }
}
