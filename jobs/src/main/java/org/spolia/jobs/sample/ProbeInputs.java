package org.spolia.jobs.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.spolia.embedding.HalfPrecision;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.Suggestion;
import org.spolia.experiment.configuration.probe.ProbeConfig;
import org.spolia.experiment.probe.ProbeArm;
import org.spolia.experiment.probe.ProbeTarget;
import org.spolia.experiment.probe.ProbeTargets;
import org.spolia.experiment.probe.SampleVector;
import org.spolia.experiment.row.EmbeddingRow;
import org.spolia.jobs.tables.RecordRows;
import org.spolia.jobs.tables.Relation;
import org.spolia.jobs.tables.ShardKind;
import org.spolia.jobs.tables.ShardTable;
import org.spolia.jobs.tables.Table;
import org.spolia.symbolic.export.Sql;

/** The input of stage probe: the targets in the tables of data sets, and the embeddings of one encoder at a time. */
public final class ProbeInputs {
    /** The limit of the data that the driver holds for one table and encoder. */
    static final long MOST_BYTES = 512L << 20;

    private static final double MEGABYTE = 1 << 20;

    private final Function<Relation, Dataset<Row>> tables;
    private final Set<String> datasets;
    private final Map<List<Object>, Long> numbers = new HashMap<>();

    /**
     * Creates the inputs.
     *
     * @param tables returns the rows of a table
     * @param datasets the tables whose embeddings are needed
     */
    public ProbeInputs(Function<Relation, Dataset<Row>> tables, Set<String> datasets) {
        this.tables = tables;
        this.datasets = Set.copyOf(datasets);
    }

    /**
     * Returns the targets of a table.
     *
     * @throws ExperimentException if the table has no such column, or the probe predicts numbers and the column is
     * neither a number nor an array
     */
    public ProbeTargets targets(ProbeConfig probe, ShardTable table) {
        boolean simulations = table.kind() == ShardKind.SIMULATIONS;
        boolean arrays = ProbedArrays.require(probe, table);
        if (!probe.predictsFrames() && !arrays) {
            requireColumn(probe, table, probe.target(), !probe.classes());
        }
        if (probe.shifted().hasRange()) {
            requireColumn(probe, table, probe.shifted().parameter(), true);
        }
        // Every trajectory has frames, so all rows count.
        Column target = probe.predictsFrames() ? functions.lit(0) : column(probe.target());
        Dataset<Row> rows = tables.apply(table)
                .select(
                        functions.col("file"),
                        simulations
                                ? functions.col("trajectory")
                                : nothing("int").as("trajectory"),
                        simulations ? nothing("bigint").as("row") : functions.col("row"),
                        simulations
                                ? nothing("string").as("object_id")
                                : functions.col("object_id").cast("string").as("object_id"),
                        (arrays ? functions.when(target.isNotNull(), "") : target.cast("string")).as("text"),
                        (probe.classes() || arrays ? nothing("double") : target.cast("double")).as("number"),
                        (arrays ? ProbedArrays.numbers(target) : nothing("array<double>")).as("numbers"),
                        (probe.hasMask() ? ProbedArrays.numbers(column(probe.mask())) : nothing("array<double>"))
                                .as("mask"),
                        (probe.shifted().hasRange()
                                        ? column(probe.shifted().parameter()).cast("double")
                                        : nothing("double"))
                                .as("shift"));
        if (arrays) {
            ProbedArrays.requireRoom(probe, table, rows);
        }
        List<ProbeTarget> targets = new ArrayList<>();
        // Arrays are read one partition at a time, because boxed numbers take several times the space. Simulations are
        // read once for each trajectory, which has a row for each tile of each frame, all with the parameters of its
        // file.
        Iterator<Row> found = arrays
                ? rows.toLocalIterator()
                : (simulations ? rows.distinct() : rows).collectAsList().iterator();
        found.forEachRemaining(row -> targets.add(RecordRows.toRecord(row, ProbeTarget.class)));
        return ProbeTargets.of(probe, table.tableName(), targets);
    }

    private static void requireColumn(ProbeConfig probe, ShardTable table, String name, boolean number) {
        List<String> plain = Arrays.stream(table.schema().fields())
                .filter(field -> isPlain(field) && (!number || field.dataType() instanceof NumericType))
                .map(StructField::name)
                .toList();
        if (!plain.contains(name)) {
            throw new ExperimentException("Probe '" + probe.name() + "': table " + table + " has no column '" + name
                    + "' of " + (number ? "numbers" : "plain values") + "; " + Suggestion.instead(name, plain));
        }
    }

    private static boolean isPlain(StructField field) {
        String type = field.dataType().typeName();
        return !type.equals("array") && !type.equals("map") && !type.equals("struct");
    }

    /**
     * Returns the embeddings of a table by an encoder, in no particular order.
     *
     * @param title their name in messages
     * @throws ExperimentException if there are none, or more than fit on the driver
     */
    public List<SampleVector> vectors(ProbeArm arm, String dataset, String title) {
        Dataset<Row> rows = tables.apply(Table.EMBEDDINGS)
                .filter(functions.col("encoder_id").equalTo(arm.encoderId()))
                .filter(functions.col("setting").equalTo(arm.setting()))
                .filter(functions.col("dataset").equalTo(dataset));
        List<Object> key = List.of(arm.encoderId(), arm.setting(), dataset);
        if (!numbers().containsKey(key)) {
            throw new ExperimentException(
                    "There are no embeddings of " + title + " to probe; create them with stage embed");
        }
        requireRoom(title, numbers().getOrDefault(key, 0L));
        List<SampleVector> vectors = new ArrayList<>();
        // One partition at a time, because boxed numbers take several times the space.
        Iterator<Row> found = rows.filter("reason IS NULL").toLocalIterator();
        while (found.hasNext()) {
            vectors.add(vector(RecordRows.toRecord(found.next(), EmbeddingRow.class)));
        }
        return vectors;
    }

    /** The count of numbers by encoder, setting and table, queried once. */
    private Map<List<Object>, Long> numbers() {
        if (numbers.isEmpty()) {
            tables.apply(Table.EMBEDDINGS)
                    .filter(functions.col("dataset").isInCollection(datasets))
                    .groupBy("encoder_id", "setting", "dataset")
                    .agg(functions.expr("coalesce(sum(size(coalesce(embedding, half))), 0)"))
                    .collectAsList()
                    .forEach(row -> numbers.put(List.of(row.get(0), row.get(1), row.get(2)), row.getLong(3)));
        }
        return numbers;
    }

    /**
     * Checks that this many numbers fit on the driver.
     *
     * @param title the name of their embeddings in messages
     */
    public static void requireRoom(String title, long numbers) {
        long bytes = numbers * Float.BYTES;
        if (bytes > MOST_BYTES) {
            throw new ExperimentException(String.format(
                    Locale.ROOT,
                    "The embeddings of %s take %.0f MB, and stage probe holds at most %.0f MB of one encoder and table; "
                            + "embed with a coarser grid, a smaller window or a larger stride",
                    title,
                    bytes / MEGABYTE,
                    MOST_BYTES / MEGABYTE));
        }
    }

    private static SampleVector vector(EmbeddingRow row) {
        float[] vector = row.embedding();
        short[] half = row.half();
        if (half != null) {
            vector = new float[half.length];
            for (int i = 0; i < half.length; i++) {
                vector[i] = HalfPrecision.value(half[i]);
            }
        }
        if (vector == null) {
            throw new IllegalStateException("An embedding of " + row.file() + " is missing without a reason");
        }
        return new SampleVector(row.key(), vector);
    }

    private static Column column(String name) {
        return functions.col(Sql.quoted(name));
    }

    private static Column nothing(String type) {
        return functions.lit(null).cast(type);
    }
}
