package org.spolia.bench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.spolia.bench.common.Options;
import org.spolia.bench.common.Peers;
import org.spolia.bench.common.Pipe;
import org.spolia.bench.common.Ratios;
import org.spolia.bench.common.SparkProgram;

/**
 * Compares the embeddings per second of stage embed, from table to table, with ONNX Runtime in a loop over prepared
 * arrays in memory: the same model, two threads or slots, batches of 32, interleaved in one run. The cases are
 * EfficientNet-Lite0 on frames of 64² with three fields, and our network of 240 000 weights on windows of four frames
 * of 32 × 64. It also prints the fixed time of a run, measured on a few windows, and the times in which Spark and the
 * stage only read the same arrays. The memory is that of the stage over overlapping windows: its growth during the
 * second half of them.
 *
 * <p>Options: {@code --images N}, {@code --windows N}, {@code --repetitions N}.
 */
public final class Embed {
    private static final List<String> CASES = List.of("image", "small");
    private static final int OVERLAPPING = CASES.size();
    private static final int FEW = OVERLAPPING + 1;
    private static final double TOLERANCE = 1e-3;

    /** After this number of runs, the JIT compiler has compiled most of the code that plans queries and commits. */
    private static final int RUNS_TO_WARM = 8;

    /** Spark's default for an executor. All of it is resident from the start, so any growth is outside the heap. */
    private static final List<String> HEAP = List.of("-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch");

    private final Peers peers;
    private final SparkProgram program;
    private final Path folder;
    private final int images;
    private final int windows;
    private final int repetitions;

    public Embed(Path home, Options options) {
        this.peers = new Peers(home);
        this.program = new SparkProgram(home, "EmbedTimes.java");
        this.images = options.number("images", 65_536);
        this.windows = options.number("windows", 204_800);
        this.repetitions = options.number("repetitions", 3);
        this.folder = home.resolve("common/bench/target/embed-" + images + "-" + windows)
                .toAbsolutePath();
    }

    public void run() throws IOException, InterruptedException {
        Optional<List<String>> loop = peers.python("onnx_loop.py", folder.toString(), images + "", windows + "");
        if (loop.isEmpty()) {
            return;
        }
        Files.createDirectories(folder);
        StringBuilder results = new StringBuilder();
        try (Pipe onnx = new Pipe("ONNX Runtime", loop.get(), Map.of())) {
            onnx.ask("make");
            try (Pipe spark = spark(List.of())) {
                for (int i = 0; i < CASES.size(); i++) {
                    results.append(rates(i, onnx, spark));
                }
            }
        }
        try (Pipe spark = spark(HEAP)) {
            results.append(memory(spark));
        }
        System.out.print(results);
    }

    private Pipe spark(List<String> options) throws IOException {
        Path config = Files.writeString(folder.resolve("embed.yaml"), """
                name: embed
                stages: [shard, embed]
                shards:
                  - {name: image, format: well, path: datasets/image/data}
                  - {name: small, format: well, path: datasets/small/data}
                  - {name: few, format: well, path: datasets/few/data}
                embeddings:
                  - {tables: [simulations.image], model-url: encoder, input-cols: [red, green, blue]}
                  - {tables: [simulations.small], model-url: random, input-cols: [density], window: 4}
                  - {tables: [simulations.small], model-url: random, input-cols: [density], window: 4, stride: 1, files-per-batch: 1}
                  - {tables: [simulations.few], model-url: random, input-cols: [density], window: 4}
                """);
        String warehouse = folder.resolve("out").toString();
        return new Pipe("Spark", program.command(options, List.of(config.toString(), warehouse)), Map.of());
    }

    private String rates(int number, Pipe onnx, Pipe spark) throws IOException {
        String name = CASES.get(number);
        int samples = number == 0 ? images : windows;
        if (number > 0) {
            spark.ask("model " + number + " " + folder.resolve(name + ".onnx"));
        }
        spark.ask("stage " + number);
        requireEqual(name, Double.parseDouble(spark.ask("sum " + number)), Double.parseDouble(onnx.ask("sum " + name)));
        double[] ours = new double[repetitions];
        double[] theirs = new double[repetitions];
        double[] ratios = new double[repetitions];
        double[] fixed = new double[repetitions];
        double[] scans = new double[repetitions];
        double[] pages = new double[repetitions];
        for (int i = 0; i < RUNS_TO_WARM; i++) {
            spark.ask("stage " + FEW);
        }
        for (int i = 0; i < repetitions; i++) {
            fixed[i] = Double.parseDouble(spark.ask("stage " + FEW));
            scans[i] = Double.parseDouble(spark.ask("scan " + number));
            pages[i] = Double.parseDouble(spark.ask("pages " + number));
            ours[i] = Double.parseDouble(spark.ask("stage " + number));
            theirs[i] = Double.parseDouble(onnx.ask("time " + name));
            ratios[i] = theirs[i] / ours[i];
        }
        System.out.printf(
                Locale.ROOT,
                "%-6s %d embeddings in %.2f s by the stage (%.2f s without the fixed time of a run), in %.2f s by ONNX Runtime"
                        + " alone; Spark reads the arrays in %.2f s, the stage in %.2f s: medians of %d, JDK %s%n",
                name,
                samples,
                Ratios.median(ours),
                Ratios.median(ours) - Ratios.median(fixed),
                Ratios.median(theirs),
                Ratios.median(scans),
                Ratios.median(pages),
                repetitions,
                Runtime.version());
        return String.format(Locale.ROOT, "embed.onnxruntime.%s\tratio\t%.3f%n", name, Ratios.median(ratios));
    }

    private String memory(Pipe spark) throws IOException {
        String[] answer = spark.ask("memory " + OVERLAPPING).split(" ", -1);
        double before = Double.parseDouble(answer[1]);
        double after = Double.parseDouble(answer[2]);
        System.out.printf(
                Locale.ROOT,
                "memory %s vectors, at most %.0f MiB until half of the rows were read and %.0f MiB after%n",
                answer[0],
                before / 1024,
                after / 1024);
        return String.format(Locale.ROOT, "embed.memory\tratio\t%.3f%n", after / before);
    }

    private static void requireEqual(String name, double ours, double theirs) throws IOException {
        if (Math.abs(ours - theirs) > TOLERANCE * theirs) {
            throw new IOException(
                    "The vectors of " + name + " add up to " + ours + " here and to " + theirs + " in ONNX Runtime");
        }
    }
}
