import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.spolia.embedding.network.Architecture;
import org.spolia.embedding.network.RandomEncoder;
import org.spolia.embedding.SampleShape;
import org.spolia.experiment.configuration.encoder.EmbeddingConfig;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.configuration.data.ShardConfig;
import org.spolia.jobs.session.SessionOptions;
import org.spolia.jobs.session.SparkSessions;
import org.spolia.jobs.embed.EmbedStage;
import org.spolia.jobs.stage.ProgressListener;
import org.spolia.jobs.shard.ShardStage;
import org.spolia.jobs.pipeline.Stages;
import org.spolia.jobs.reset.StageReset;
import org.spolia.jobs.tables.InternalRows;
import org.spolia.jobs.tables.LongArrays;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.jobs.tables.WarehouseLocation;

/**
 * Stage {@code embed} in one Spark session with two slots. CONFIG names data sets and the encoder of each; WAREHOUSE is
 * the folder for their tables. Each command on standard input is answered with a line: {@code model NUMBER FILE}
 * (writes the model of the entry, which has random weights), {@code stage NUMBER} (the seconds of the stage, from an
 * empty table), {@code scan NUMBER} (the seconds in which Spark only reads the same arrays), {@code pages NUMBER} (the
 * seconds in which the stage only reads them), {@code sum NUMBER} (the sum of the absolute values of all embeddings)
 * and {@code memory NUMBER} (the number of embeddings, and the largest resident memory in KiB until half of the rows
 * were read, and after).
 */
final class EmbedTimes {
    private static final String RESIDENT = "VmRSS:";
    private static final long BETWEEN_LOOKS_NANOSECONDS = 50_000_000;
    private static final long LEAST_RECORDS = 100;

    private final SparkSession spark;
    private final ExperimentConfig config;
    private final Warehouse warehouse;

    private EmbedTimes(SparkSession spark, ExperimentConfig config, Warehouse warehouse) {
        this.spark = spark;
        this.config = config;
        this.warehouse = warehouse;
    }

    public static void main(String[] arguments) throws Exception {
        SparkSession spark = SparkSessions.open(new SessionOptions("local[2]", Map.of()));
        spark.sparkContext().setLogLevel("ERROR");
        EmbedTimes times = new EmbedTimes(
                spark,
                ExperimentConfig.load(Path.of(arguments[0]), Map.of()),
                Warehouse.at(spark, WarehouseLocation.parse(arguments[1])));
        times.shard();
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String command = commands.readLine(); command != null; command = commands.readLine()) {
            System.out.println(times.answer(command.split(" ", 3)));
        }
        spark.stop();
    }

    private void shard() {
        warehouse.create();
        for (ShardConfig shard : config.shards()) {
            ShardStage.of(shard, warehouse).runOnce(true, ProgressListener.SILENT);
        }
    }

    private String answer(String[] command) throws IOException, InterruptedException {
        EmbeddingConfig embedding = config.embeddings().get(Integer.parseInt(command[1]));
        return switch (command[0]) {
            case "model" -> model(embedding, Path.of(command[2]));
            case "stage" -> String.format(Locale.ROOT, "%.3f", stage(embedding));
            case "scan" -> String.format(Locale.ROOT, "%.3f", scan(embedding, false));
            case "pages" -> String.format(Locale.ROOT, "%.3f", scan(embedding, true));
            case "sum" -> Double.toString(sum());
            case "memory" -> memory(embedding);
            default -> throw new IllegalArgumentException(command[0]);
        };
    }

    private static String model(EmbeddingConfig embedding, Path file) throws IOException {
        SampleShape shape = new SampleShape(1, embedding.window(), List.of(1, 1));
        Files.write(file, RandomEncoder.bundle(Architecture.CONVOLUTIONAL, shape, embedding.seed()).model());
        return "written";
    }

    private double stage(EmbeddingConfig embedding) {
        StageReset.of(warehouse, Stages.named("embed")).run();
        warehouse.create();
        EmbedStage stage =
                EmbedStage.of(embedding, embedding.tables().get(0), warehouse).orElseThrow();
        long start = System.nanoTime();
        stage.rows().runOnce(warehouse, ProgressListener.SILENT);
        return (System.nanoTime() - start) / 1e9;
    }

    private double scan(EmbeddingConfig embedding, boolean byPages) {
        spark.conf().set(LongArrays.BY_PAGES, Boolean.toString(byPages));
        Column[] columns = embedding.inputCols().stream().map(functions::col).toArray(Column[]::new);
        long start = System.nanoTime();
        InternalRows.of(table(embedding).select(columns)).foreachPartition(rows -> {
            while (rows.hasNext()) {
                rows.next();
            }
        });
        return (System.nanoTime() - start) / 1e9;
    }

    private double sum() {
        return embeddings("sum(aggregate(embedding, 0d, (sum, x) -> sum + abs(x)))").getDouble(0);
    }

    private Row embeddings(String aggregate) {
        return warehouse.read(Table.EMBEDDINGS).selectExpr(aggregate).head();
    }

    private String memory(EmbeddingConfig embedding) throws InterruptedException {
        AtomicLong read = new AtomicLong();
        spark.sparkContext().addSparkListener(new SparkListener() {
            @Override
            public void onTaskEnd(SparkListenerTaskEnd task) {
                long records = task.taskMetrics().inputMetrics().recordsRead();
                // Files of the logs of tables are read elsewhere.
                read.addAndGet(records > LEAST_RECORDS ? records : 0);
            }
        });
        long rows = table(embedding).count();
        long[] resident = new long[2];
        Thread watch = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                int half = 2 * read.get() < rows ? 0 : 1;
                resident[half] = Math.max(resident[half], residentKibibytes());
                LockSupport.parkNanos(BETWEEN_LOOKS_NANOSECONDS);
            }
        });
        watch.start();
        stage(embedding);
        watch.interrupt();
        watch.join();
        return embeddings("count(*)").getLong(0) + " " + resident[0] + " " + resident[1];
    }

    private Dataset<Row> table(EmbeddingConfig embedding) {
        return warehouse.read(warehouse.shardTable(embedding.tables().get(0)).orElseThrow());
    }

    private static long residentKibibytes() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            String line = lines.filter(text -> text.startsWith(RESIDENT)).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
