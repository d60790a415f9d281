package org.spolia.bench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.spolia.bench.common.Options;
import org.spolia.bench.common.Peers;
import org.spolia.bench.common.Pipe;
import org.spolia.bench.common.Processes;
import org.spolia.bench.common.Ratios;
import org.spolia.bench.common.SparkProgram;

/**
 * Compares stage shard with its parts, on 1.3 GB of two data sets in the layout of The Well: contiguous frames of 512²
 * and of 256² with scalars and a vector. The ratio is the time to only read every value, plus the time in which Spark
 * writes the rows of the tables from memory, divided by the time of the stage: medians of interleaved repetitions in
 * one process with two slots.
 *
 * <p>Options: {@code --repetitions N}, {@code --percent N} for a part of the 1.3 GB.
 */
public final class Shard {
    private static final List<String> PARTS = List.of("read", "stage", "write");

    private final Peers peers;
    private final SparkProgram program;
    private final Path folder;
    private final int percent;
    private final int repetitions;

    public Shard(Path home, Options options) {
        this.peers = new Peers(home);
        this.program = new SparkProgram(home, "ShardTimes.java");
        this.percent = options.number("percent", 100);
        this.folder = home.resolve("common/bench/target/well-" + percent).toAbsolutePath();
        this.repetitions = options.number("repetitions", 5);
    }

    public void run() throws IOException, InterruptedException {
        Optional<List<String>> maker = peers.python("well_files.py");
        if (maker.isEmpty()) {
            return;
        }
        Processes.run(maker.get(), folder.toString(), "shard", Double.toString(percent / 100.0));
        double[][] seconds = new double[PARTS.size()][repetitions];
        List<String> command = program.command(config().toString(), folder.toString());
        try (Pipe spark = new Pipe("Spark", command, Map.of())) {
            for (String part : PARTS) {
                spark.ask(part);
            }
            for (int i = 0; i < repetitions; i++) {
                for (int part = 0; part < PARTS.size(); part++) {
                    seconds[part][i] = Double.parseDouble(spark.ask(PARTS.get(part)));
                }
            }
        }
        double[] medians = Arrays.stream(seconds).mapToDouble(Ratios::median).toArray();
        System.out.printf(
                Locale.ROOT,
                "read %.2f s, stage %.2f s, write %.2f s: medians of %d on 2 slots, JDK %s%n",
                medians[0],
                medians[1],
                medians[2],
                repetitions,
                Runtime.version());
        System.out.printf(Locale.ROOT, "shard.raw\tratio\t%.3f%n", (medians[0] + medians[2]) / medians[1]);
    }

    private Path config() throws IOException {
        return Files.writeString(folder.resolve("shard.yaml"), """
                name: shard
                stages: [shard]
                shards:
                  - {name: euler, format: well, path: shard/datasets/euler/data}
                  - {name: matter, format: well, path: shard/datasets/matter/data}
                """);
    }
}
