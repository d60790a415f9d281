package org.spolia.jobs.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.spolia.experiment.ExperimentException;
import org.spolia.jobs.WithSpark;

/** A sample is a function of the rows and the seed. */
@WithSpark
class RowTableTest {
    private static final RowRoles ROLES = RowRoles.of(List.of("a", "b"), "y", Optional.empty());
    private static final StructType COLUMNS = new StructType()
            .add("y", DataTypes.DoubleType)
            .add("a", DataTypes.FloatType)
            .add("b", DataTypes.LongType);

    @Test
    void aSampleDoesNotDependOnPartitions(SparkSession spark) {
        List<Row> rows = rows(20_000, 1);
        double[][] sample = sample(spark, rows, 1, 0, 1000);
        assertThat(sample[0]).hasSize(1000);
        for (int partitions : new int[] {2, 7, 50}) {
            List<Row> shuffled = new ArrayList<>(rows);
            Collections.rotate(shuffled, 777 * partitions);
            Collections.reverse(shuffled);
            assertThat(sample(spark, shuffled, partitions, 0, 1000)).isDeepEqualTo(sample);
        }
        assertThat(sample(spark, rows, 2, 1, 1000)[2]).isNotEqualTo(sample[2]);
    }

    @Test
    void aSampleHasEveryStratumInProportion(SparkSession spark) {
        double[] all = sample(spark, rows(20_000, 2), 4, 0, 20_000)[2];
        double[] some = sample(spark, rows(20_000, 2), 4, 0, 1000)[2];
        Arrays.sort(all);
        Arrays.sort(some);
        for (int decile = 1; decile < 10; decile++) {
            double edge = all[decile * all.length / 10];
            long below = Arrays.stream(some).filter(y -> y < edge).count();
            assertThat(below).as("below decile " + decile).isBetween(100L * decile - 25, 100L * decile + 25);
        }
    }

    @Test
    void aSmallTableIsItsSample(SparkSession spark) {
        double[][] sample = sample(spark, rows(500, 3), 3, 0, 1000);
        assertThat(sample[0]).hasSize(500);
    }

    /** A million copies of few rows are not one of them. */
    @Test
    void rowsThatOccurOftenStayAsFrequent(SparkSession spark) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 30_000; i++) {
            int value = i % 10 == 0 ? 1 : 2;
            rows.add(RowFactory.create((double) value, (float) value, (long) value));
        }
        double[] targets = sample(spark, rows, 5, 0, 1000)[2];
        assertThat(targets).hasSize(1000);
        assertThat(Arrays.stream(targets).filter(y -> y == 1)).hasSize(100);
    }

    @Test
    void rowsWithoutANumberAreLeftOutAndCounted(SparkSession spark) {
        List<Row> rows = new ArrayList<>(rows(100, 4));
        rows.add(RowFactory.create(null, 1f, 1L));
        rows.add(RowFactory.create(Double.NaN, 1f, 1L));
        rows.add(RowFactory.create(1.0, Float.POSITIVE_INFINITY, null));
        try (RowTable table = table(spark, rows, 3, 0)) {
            RowSample sample = table.sample(1000);
            assertThat(sample.all()).isEqualTo(100);
            assertThat(sample.leftOut())
                    .contains("3 rows are left out, without a finite number in 'a' (1), 'b' (1), 'y' (2)");
        }
    }

    @Test
    void numbersThatADoubleCannotHoldAreRefused(SparkSession spark) {
        List<Row> rows = new ArrayList<>(rows(100, 4));
        rows.add(RowFactory.create(1.0, 1f, (1L << 53) + 1));
        try (RowTable table = table(spark, rows, 3, 0)) {
            assertThatThrownBy(() -> table.sample(1000))
                    .isInstanceOf(ExperimentException.class)
                    .hasMessage("here: column 'b': 1 values have more digits than a double can hold; scale it with"
                            + " --query");
        }
    }

    private static double[][] sample(SparkSession spark, List<Row> rows, int partitions, long seed, int count) {
        try (RowTable table = table(spark, rows, partitions, seed)) {
            return table.sample(count).read(List.of("a", "b", "y"));
        }
    }

    private static RowTable table(SparkSession spark, List<Row> rows, int partitions, long seed) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        return RowTable.of(
                "here", spark.createDataFrame(context.parallelize(rows, partitions), COLUMNS), ROLES, seed, 0);
    }

    private static List<Row> rows(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float a = (float) random.nextDouble();
            long b = random.nextInt(1000);
            rows.add(RowFactory.create(a * Math.sqrt(b), a, b));
        }
        return rows;
    }
}
