package org.spolia.bench.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.spolia.bench.common.Options;
import org.spolia.bench.common.Peers;
import org.spolia.bench.common.Pipe;
import org.spolia.bench.common.Ratios;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Loss;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.rows.Demand;
import org.spolia.symbolic.rows.Generation;
import org.spolia.symbolic.rows.GenerationSums;
import org.spolia.symbolic.rows.RowBlock;

/**
 * Passes of a generation over a table in memory, with exact losses and all threads. {@code rows.machine} compares the
 * rate at the largest number of rows with that of as many threads that each run the evaluator on a sample in the
 * caches, which is the rate of one core times cores times the scaling of the machine. {@code rows.pyoperon} is the time
 * of Operon (single precision, as many threads) for the predictions of the same generation divided by ours. Both are
 * medians of interleaved repetitions.
 *
 * <p>Options: {@code --expressions N}, {@code --rows N,N…}, {@code --threads N}, {@code --repetitions N},
 * {@code --peer-rows N}.
 */
public final class Rows {
    private static final int BLOCK = 16_384;

    /** A sample in the second-level cache. */
    private static final int FEW = 10_000;

    private final Peers peers;
    private final List<Integer> rows;
    private final int threads;
    private final int repetitions;
    private final int peerRows;
    private final Subjects subjects;
    private final Generation generation;

    public Rows(Path home, Options options) {
        this.peers = new Peers(home);
        this.rows = options.numbers("rows", List.of(1_000_000, 10_000_000));
        this.threads = options.number("threads", Runtime.getRuntime().availableProcessors());
        this.repetitions = options.number("repetitions", 3);
        int most = rows.stream().mapToInt(Integer::intValue).max().orElseThrow();
        this.peerRows = Math.min(most, options.number("peer-rows", 1_000_000));
        this.subjects = new Subjects(most, options.number("expressions", 1000));
        this.generation =
                Generation.of(subjects.trees().stream().map(Tree::toExpression).toList(), Demand.LOSS, Loss.SQUARE);
    }

    public void run() throws Exception {
        System.out.printf(
                Locale.ROOT,
                "%d expressions, %d nodes, %d threads, median of %d repetitions, JDK %s%n",
                generation.size(),
                generation.nodes(),
                threads,
                repetitions,
                Runtime.version());
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        Path folder = Files.createTempDirectory("spolia-rows");
        try (Closing peer = peer(folder)) {
            pass(pool, blocks(FEW));
            machine(pool, 1);
            double share = 0;
            for (int count : rows) {
                share = measure(pool, count);
            }
            double ratio = peer.pipe().isPresent() ? compare(pool, peer.pipe().get()) : Double.NaN;
            System.out.printf(Locale.ROOT, "rows.machine\tratio\t%.2f%n", share);
            if (peer.pipe().isPresent()) {
                System.out.printf(Locale.ROOT, "rows.pyoperon\tratio\t%.2f%n", ratio);
            }
        } finally {
            pool.shutdown();
        }
    }

    private record Closing(Optional<Pipe> pipe) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            if (pipe.isPresent()) {
                pipe.get().close();
            }
        }
    }

    private Closing peer(Path folder) throws IOException, InterruptedException {
        Optional<List<String>> program = peers.python("operon_rows.py");
        if (program.isEmpty()) {
            return new Closing(Optional.empty());
        }
        subjects.write(folder, peerRows);
        List<String> command = new ArrayList<>(program.get());
        command.addAll(List.of(folder.toString(), Integer.toString(Subjects.VARIABLES), Integer.toString(threads)));
        return new Closing(Optional.of(new Pipe("pyoperon", command, Map.of())));
    }

    private List<RowBlock> blocks(int count) {
        List<RowBlock> blocks = new ArrayList<>();
        for (int from = 0; from < count; from += BLOCK) {
            int length = Math.min(BLOCK, count - from);
            float[][] columns = subjects.floats(from, length);
            double[] target = new double[length];
            for (int row = 0; row < length; row++) {
                target[row] = columns[0][row];
            }
            blocks.add(RowBlock.ofFloats(columns, target, new double[0], new int[0], new byte[0]));
        }
        return blocks;
    }

    /** Returns the share of the rate of the machine. */
    private double measure(ExecutorService pool, int count) throws Exception {
        List<RowBlock> blocks = blocks(count);
        double[] own = new double[repetitions];
        double[] machine = new double[repetitions];
        for (int repetition = 0; repetition < repetitions; repetition++) {
            machine[repetition] = machine(pool, threads);
            own[repetition] = pass(pool, blocks);
        }
        double seconds = Ratios.median(own);
        double nodeRows = (double) generation.nodes() * count;
        double one = machine(pool, 1);
        double all = Ratios.median(machine);
        System.out.printf(
                Locale.ROOT,
                "%10d rows  %8.2f s  %6.2f billion node-rows/s; the evaluator %.2f on one core, %.2f on %d (scaling %.2f)%n",
                count,
                seconds,
                nodeRows / seconds / 1e9,
                one / 1e9,
                all / 1e9,
                threads,
                all / one / threads);
        double[] ratios = new double[repetitions];
        for (int repetition = 0; repetition < repetitions; repetition++) {
            ratios[repetition] = nodeRows / own[repetition] / machine[repetition];
        }
        return Ratios.median(ratios);
    }

    /** Returns the seconds of a pass over all blocks. */
    private double pass(ExecutorService pool, List<RowBlock> blocks) throws Exception {
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        List<Callable<GenerationSums>> tasks = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            tasks.add(() -> generation.evaluate(new Remaining(blocks, next)));
        }
        GenerationSums sums = generation.none();
        for (GenerationSums part : results(pool, tasks)) {
            sums.add(part);
        }
        sums.total();
        return (System.nanoTime() - start) / 1e9;
    }

    private static <T> List<T> results(ExecutorService pool, List<Callable<T>> tasks)
            throws InterruptedException, ExecutionException {
        List<T> results = new ArrayList<>();
        for (Future<T> result : pool.invokeAll(tasks)) {
            results.add(result.get());
        }
        return results;
    }

    /** The blocks that no thread has taken. */
    private static final class Remaining implements Iterator<RowBlock> {
        private final List<RowBlock> blocks;
        private final AtomicInteger taken;
        private int next;

        Remaining(List<RowBlock> blocks, AtomicInteger taken) {
            this.blocks = blocks;
            this.taken = taken;
            this.next = taken.getAndIncrement();
        }

        @Override
        public boolean hasNext() {
            return next < blocks.size();
        }

        @Override
        public RowBlock next() {
            RowBlock block = blocks.get(next);
            next = taken.getAndIncrement();
            return block;
        }
    }

    /** Returns the node-rows a second of some threads with an evaluator each. */
    private double machine(ExecutorService pool, int count) throws Exception {
        List<Callable<Double>> tasks = new ArrayList<>();
        for (int thread = 0; thread < count; thread++) {
            tasks.add(() -> {
                double[][] columns = subjects.columns(FEW);
                Sample sample = Sample.of(columns, columns[0]);
                Evaluator evaluator = new Evaluator();
                double[] losses = new double[subjects.size()];
                evaluator.residualSquares(subjects.trees(), sample, losses);
                long start = System.nanoTime();
                int calls = 0;
                while (System.nanoTime() - start < 1e9) {
                    evaluator.residualSquares(subjects.trees(), sample, losses);
                    calls++;
                }
                return generation.nodes() * (double) FEW * calls / (System.nanoTime() - start) * 1e9;
            });
        }
        return results(pool, tasks).stream().mapToDouble(Double::doubleValue).sum();
    }

    private double compare(ExecutorService pool, Pipe peer) throws Exception {
        List<RowBlock> blocks = blocks(peerRows);
        peer.ask("rows " + peerRows);
        peer.ask("time");
        double[] own = new double[repetitions];
        double[] other = new double[repetitions];
        for (int repetition = 0; repetition < repetitions; repetition++) {
            own[repetition] = pass(pool, blocks);
            other[repetition] = Double.parseDouble(peer.ask("time"));
        }
        System.out.printf(
                Locale.ROOT,
                "%10d rows  ours %.2f s, pyoperon %.2f s%n",
                peerRows,
                Ratios.median(own),
                Ratios.median(other));
        return Ratios.of(new double[] {Ratios.median(other)}, new double[] {Ratios.median(own)})
                .geometricMean();
    }
}
