package org.spolia.jobs.features;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.spolia.experiment.feature.SurveyBlock;
import org.spolia.experiment.problem.FeatureProblem;
import org.spolia.experiment.problem.FeatureQuantity;
import org.spolia.experiment.row.Feature;
import org.spolia.jobs.condition.RowColumns;
import org.spolia.jobs.stream.Batch;
import org.spolia.jobs.stream.BatchOutput;
import org.spolia.jobs.stream.BatchWork;
import org.spolia.jobs.stream.WorkItem;
import scala.Tuple2;

/** Rows of a survey: the values of expressions over the columns of its objects, with a task for each file. */
record SurveyFeatures(FeatureProblem problem) implements BatchWork {
    private static final String[] COLUMNS = {FeatureSplits.COLUMN, "file", "row", "_values"};

    /** Returns the objects with the target and the variables, in that order. */
    static Dataset<Row> values(FeatureProblem problem, Dataset<Row> rows) {
        Column[] values = Stream.concat(Stream.of(problem.target()), problem.variables().stream())
                .map(quantity ->
                        functions.coalesce(column(problem, quantity, rows).cast("double"), functions.lit(Double.NaN)))
                .toArray(Column[]::new);
        return FeatureSplits.of(problem, rows).withColumn("_values", functions.array(values));
    }

    private static Column column(FeatureProblem problem, FeatureQuantity quantity, Dataset<Row> rows) {
        return RowColumns.of("Problem '" + problem.id() + "': '" + quantity.name() + "'", quantity.of(), rows);
    }

    @Override
    public BatchOutput compute(Dataset<Row> rows, Batch batch) {
        List<String> files = FeatureSplits.parts(problem, rows, "file").stream()
                .map(row -> name(row.getString(0), row.getString(1)))
                .toList();
        JavaRDD<WorkItem<SurveyBlock>> items = FeatureBatch.internal(values(problem, rows), COLUMNS)
                .map(Item::of)
                .mapToPair(item -> new Tuple2<>(name(item.split, item.file), item))
                .groupByKey(Math.max(1, files.size()))
                .map(file -> new WorkItem<>(file._1, Item.join(file._2)));
        return FeatureBatch.compute(batch, problem, files, items, new OfFile(problem));
    }

    private static String name(String split, String file) {
        return file + ", " + split;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Item(String split, String file, long row, double[] values) implements Serializable {
        static Item of(InternalRow row) {
            return new Item(
                    row.getUTF8String(0).toString(),
                    row.getUTF8String(1).toString(),
                    row.getLong(2),
                    row.getArray(3).toDoubleArray());
        }

        static SurveyBlock join(Iterable<Item> items) {
            List<Item> all = new ArrayList<>();
            items.forEach(all::add);
            all.sort(Comparator.comparingLong(Item::row));
            double[][] columns = new double[all.get(0).values.length][all.size()];
            for (int i = 0; i < all.size(); i++) {
                for (int column = 0; column < columns.length; column++) {
                    columns[column][i] = all.get(i).values[column];
                }
            }
            return new SurveyBlock(
                    all.get(0).file,
                    all.get(0).split,
                    all.stream().mapToLong(Item::row).toArray(),
                    columns);
        }
    }

    private record OfFile(FeatureProblem problem) implements FeatureBatch.Function<SurveyBlock> {
        @Override
        public Optional<Feature> features(SurveyBlock block) {
            return block.features(problem);
        }
    }
}
