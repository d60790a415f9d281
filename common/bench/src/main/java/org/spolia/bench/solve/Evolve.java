package org.spolia.bench.solve;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import org.spolia.bench.common.Options;
import org.spolia.bench.common.Peers;
import org.spolia.bench.common.Pipe;
import org.spolia.bench.common.Ratios;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.search.Search;
import org.spolia.symbolic.search.Workers;
import org.spolia.symbolic.search.options.FloatingPoint;
import org.spolia.symbolic.search.options.SearchOptions;
import org.spolia.symbolic.search.result.Candidate;
import org.spolia.symbolic.search.result.SearchCounts;

/**
 * Compares plain regularised evolution: ours without library, backsolving and fits of children, in single precision,
 * and the Rust port of SymbolicRegression.jl. A ratio is that of candidates per second: for ours, new expressions whose
 * loss was computed; for the port, the events of its evolution, some of which change nothing. Each seed has its own
 * rows, and ours gets the time that the port took.
 *
 * <p>Options: {@code --seeds N}, {@code --seconds N}, {@code --rows N}.
 */
public final class Evolve {
    private static final int VARIABLES = 5;
    private static final int THREADS = 2;
    private static final int POPULATIONS = 31;
    private static final int MEMBERS = 27;
    private static final int MAX_SIZE = 30;
    private static final long EVENTS_AN_ITERATION = 31L * 380 * 2;

    /** Candidates are comparable if their mean number of nodes differs by at most this share. */
    private static final double ALIKE = 0.2;

    private final Peers peers;
    private final int seeds;
    private final double seconds;
    private final int rows;
    private final Path folder;

    public Evolve(Path home, Options options) throws IOException {
        this.peers = new Peers(home);
        this.seeds = options.number("seeds", 5);
        this.seconds = options.number("seconds", 10);
        this.rows = options.number("rows", 1000);
        this.folder = Files.createTempDirectory("spolia-search");
    }

    /** The result of one run. */
    private record Run(double seconds, double candidates, double nodes, double loss) {
        double rate() {
            return candidates / seconds;
        }
    }

    public void run() throws IOException, InterruptedException {
        double[][] columns = new double[VARIABLES][rows];
        double[] target = new double[rows];
        draw(0, columns, target);
        try (Workers workers = Workers.of(THREADS)) {
            search(columns, target, 0, seconds, workers);
        }
        System.out.printf(
                Locale.ROOT, "search.%d.allocation\tbytes a candidate\t%.1f%n", rows, allocation(columns, target));
        Optional<List<String>> program = peers.rust("rust_port", "search");
        if (program.isEmpty()) {
            try (Workers workers = Workers.of(THREADS)) {
                print("spolia", search(columns, target, 1, seconds, workers));
            }
            return;
        }
        List<String> command = new ArrayList<>(program.get());
        command.add(String.join(",", Law.OPERATORS));
        try (Pipe pipe = new Pipe("rust-port", command, Map.of("RAYON_NUM_THREADS", Integer.toString(THREADS)));
                Workers workers = Workers.of(THREADS)) {
            compare(pipe, workers);
        }
    }

    private void compare(Pipe pipe, Workers workers) throws IOException {
        double[] rates = new double[seeds];
        double[] nodeRates = new double[seeds];
        double[] nodes = new double[seeds];
        double[] losses = new double[seeds];
        long iterations = 1;
        for (int seed = -1; seed < seeds; seed++) {
            double[][] columns = new double[VARIABLES][rows];
            double[] target = new double[rows];
            draw(seed, columns, target);
            Path file = write(seed, columns, target);
            String[] cells = pipe.ask("search " + Math.max(0, seed) + " " + iterations + " " + file)
                    .split("\t", 4);
            Run peer = new Run(
                    Double.parseDouble(cells[0]),
                    Double.parseDouble(cells[1]),
                    Double.parseDouble(cells[3]),
                    Double.parseDouble(cells[2]));
            if (seed < 0) {
                // The first run only determines how many iterations fill the given time.
                iterations = Math.max(1, Math.round(seconds * peer.rate() / EVENTS_AN_ITERATION));
                continue;
            }
            Run own = search(columns, target, seed, peer.seconds(), workers);
            print("rust-port", peer);
            print("spolia", own);
            rates[seed] = own.rate() / peer.rate();
            nodes[seed] = own.nodes() / peer.nodes();
            nodeRates[seed] = rates[seed] * nodes[seed];
            losses[seed] = peer.loss() / own.loss();
        }
        double likeness = Ratios.median(nodes);
        String alike = Math.abs(likeness - 1) <= ALIKE ? "" : "; judge node-rows";
        System.out.printf(Locale.ROOT, "nodes per candidate, divided by the port's: %.2f%s%n", likeness, alike);
        System.out.printf(Locale.ROOT, "search.%d.rust-port.least-loss\tratio\t%.3f%n", rows, Ratios.median(losses));
        System.out.printf(Locale.ROOT, "search.%d.rust-port.node-rows\tratio\t%.2f%n", rows, Ratios.median(nodeRates));
        System.out.printf(Locale.ROOT, "search.%d.rust-port\tratio\t%.2f%n", rows, Ratios.median(rates));
    }

    private static void print(String name, Run run) {
        System.out.printf(
                Locale.ROOT,
                "%-10s %9.0f candidates/s of %.1f nodes, least loss %.5f in %.2f s%n",
                name,
                run.rate(),
                run.nodes(),
                run.loss(),
                run.seconds());
    }

    /** The target has a complicated structure and noise, so no run ends early. */
    private void draw(int seed, double[][] columns, double[] target) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int row = 0; row < rows; row++) {
            for (double[] column : columns) {
                column[row] = 6 * random.nextDouble() - 3;
            }
            target[row] = Math.cos(2.13 * columns[0][row])
                    + 0.5 * columns[1][row] * Math.pow(Math.abs(columns[2][row]), 0.9)
                    - 0.3 * Math.pow(Math.abs(columns[3][row]), 1.5)
                    + 0.1 * random.nextGaussian();
        }
    }

    private Path write(int seed, double[][] columns, double[] target) throws IOException {
        List<String> lines = new ArrayList<>(List.of("a,b,c,d,e,y"));
        for (int row = 0; row < rows; row++) {
            StringJoiner cells = new StringJoiner(",");
            for (double[] column : columns) {
                cells.add(Double.toString(column[row]));
            }
            lines.add(cells.add(Double.toString(target[row])).toString());
        }
        return Files.write(folder.resolve(seed + ".csv"), lines);
    }

    private SearchOptions options() {
        return SearchOptions.of(OperatorSet.of(Law.OPERATORS), Long.MAX_VALUE)
                .withMaxSize(MAX_SIZE)
                .withPopulations(POPULATIONS, MEMBERS)
                .withSearchRows(rows)
                .withPrecision(FloatingPoint.FLOAT32)
                .plain();
    }

    private Run search(double[][] columns, double[] target, long seed, double time, Workers workers) {
        long start = System.nanoTime();
        Search search = Search.of(Sample.of(columns, target), options(), seed);
        while (System.nanoTime() - start < time * 1e9) {
            search.advance(workers, () -> false);
        }
        double passed = (System.nanoTime() - start) / 1e9;
        SearchCounts counts = search.counts();
        double loss = search.front().stream().mapToDouble(Candidate::loss).min().orElseThrow();
        return new Run(passed, counts.expressions(), (double) counts.nodes() / counts.expressions(), loss);
    }

    /** Returns the bytes that the calling thread allocates for each candidate after warm-up. */
    private double allocation(double[][] columns, double[] target) {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (Workers workers = Workers.of(1)) {
            Search search = Search.of(Sample.of(columns, target), options(), 0);
            long start = System.nanoTime();
            long bytes = 0;
            long candidates = 0;
            while (System.nanoTime() - start < seconds * 1e9) {
                if (System.nanoTime() - start < seconds * 0.5e9) {
                    bytes = thread.getCurrentThreadAllocatedBytes();
                    candidates = search.counts().expressions();
                }
                search.advance(workers, () -> false);
            }
            double allocated = thread.getCurrentThreadAllocatedBytes() - bytes;
            return allocated / (search.counts().expressions() - candidates);
        }
    }
}
