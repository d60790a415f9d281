import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.configuration.data.ShardConfig;
import org.spolia.jobs.session.SessionOptions;
import org.spolia.jobs.session.SparkSessions;
import org.spolia.jobs.stage.ProgressListener;
import org.spolia.jobs.shard.ShardStage;
import org.spolia.jobs.tables.ShardKind;
import org.spolia.jobs.tables.ShardTable;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.jobs.tables.WarehouseLocation;

/**
 * Stage {@code shard} and its parts in one Spark session. CONFIG names data sets of The Well; FOLDER is for the output.
 * Each command on standard input is answered with its time in seconds: {@code read} (only reads every value), {@code
 * stage}, and {@code write} (Spark appends the rows from memory to the tables of the previous stage).
 */
final class ShardTimes {
    private static final Map<String, String> READ = Map.of("target-bytes", "192m", "whole-trajectories", "true");

    /** Row groups like those of the stage, without dictionaries, because numbers of fields rarely repeat. */
    private static final Map<String, String> GROUPS = Map.of(
            "parquet.block.size",
            Integer.toString(32 << 20),
            "parquet.page.size.row.check.min",
            "8",
            "parquet.enable.dictionary",
            "false");

    private final SparkSession spark;
    private final List<ShardConfig> shards;
    private final Path folder;
    private final List<Dataset<Row>> rows = new ArrayList<>();
    private Optional<Warehouse> staged = Optional.empty();
    private int number;

    private ShardTimes(SparkSession spark, List<ShardConfig> shards, Path folder) {
        this.spark = spark;
        this.shards = shards;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        SparkSession spark = SparkSessions.open(
                new SessionOptions("local[2]", Map.of("spark.sql.inMemoryColumnarStorage.compressed", "false")));
        spark.sparkContext().setLogLevel("ERROR");
        List<ShardConfig> shards =
                ExperimentConfig.load(Path.of(arguments[0]), Map.of()).shards();
        ShardTimes times = new ShardTimes(spark, shards, Path.of(arguments[1]));
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String command = commands.readLine(); command != null; command = commands.readLine()) {
            System.out.printf(Locale.ROOT, "%.3f%n", times.seconds(command));
        }
        spark.stop();
    }

    private double seconds(String command) {
        return switch (command) {
            case "read" -> read();
            case "write" -> write();
            case "stage" -> stage();
            default -> throw new IllegalArgumentException(command);
        };
    }

    private double read() {
        long start = System.nanoTime();
        for (ShardConfig shard : shards) {
            forget(spark.read().format("well").options(READ).load(shard.path()));
        }
        return since(start);
    }

    private double write() {
        if (rows.isEmpty()) {
            for (ShardConfig shard : shards) {
                Dataset<Row> dataset = spark.read()
                        .format("well")
                        .options(READ)
                        .option("moments", "true")
                        .load(shard.path());
                rows.add(dataset.persist(StorageLevel.MEMORY_ONLY()));
                forget(dataset);
            }
        }
        Warehouse warehouse = staged.orElseThrow();
        GROUPS.forEach((key, value) -> spark.conf().set(key, value));
        long start = System.nanoTime();
        for (int i = 0; i < shards.size(); i++) {
            String name = shards.get(i).name();
            ShardTable table =
                    warehouse.shardTable(ShardKind.SIMULATIONS, name).orElseThrow();
            rows.get(i)
                    .write()
                    .format("delta")
                    .mode("append")
                    .option("compression", "zstd")
                    .save(warehouse.folder(table));
        }
        double seconds = since(start);
        delete(warehouse);
        return seconds;
    }

    private double stage() {
        Warehouse warehouse = warehouse();
        warehouse.create();
        List<ShardStage> stages =
                shards.stream().map(shard -> ShardStage.of(shard, warehouse)).toList();
        long start = System.nanoTime();
        stages.forEach(stage -> stage.runOnce(true, ProgressListener.SILENT));
        staged = Optional.of(warehouse);
        return since(start);
    }

    private Warehouse warehouse() {
        Path place = folder.resolve("warehouse-" + number++);
        return Warehouse.at(spark, WarehouseLocation.parse(place.toString()));
    }

    /** Computes every row and discards it. */
    private static void forget(Dataset<Row> dataset) {
        dataset.write().format("noop").mode("overwrite").save();
    }

    private static void delete(Warehouse warehouse) {
        try {
            warehouse.fileSystem().delete(warehouse.path("."), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
