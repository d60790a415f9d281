package org.spolia.bench.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.spolia.bench.common.Options;
import org.spolia.bench.common.Peers;
import org.spolia.bench.common.Pinning;
import org.spolia.bench.common.Ratios;

/**
 * Compares evaluators on one thread: ours in both precisions, Operon's, and that of the Rust port of
 * SymbolicRegression.jl (both in single precision). A ratio is the peer's time divided by ours: the geometric mean over
 * expressions of medians of interleaved repetitions. The last lines give the cost of a pass of the Levenberg–Marquardt
 * method in evaluations of the loss, and compare our rates at a million and at ten thousand rows.
 *
 * <p>Options: {@code --expressions N} random trees, {@code --rows N,N…}, {@code --repetitions N}.
 */
public final class Evaluate {
    /** The number of rows at which predictions are compared. */
    private static final int COMPARED = 1000;

    private static final double TOLERANCE = 1e-5;
    /** The smallest number of node-rows in one timing: about a millisecond. */
    private static final double WORK = 2e6;

    /** The rates at these numbers of rows are compared. */
    private static final int MANY = 1_000_000;

    private static final int FEW = 10_000;

    private static final int MOST_WARM_ROUNDS = 10;

    private final Peers peers;
    private final int repetitions;
    private final List<Integer> rows;
    private final int most;
    private final Subjects subjects;
    private final List<String> results = new ArrayList<>();

    public Evaluate(Path home, Options options) {
        this.peers = new Peers(home);
        this.repetitions = options.number("repetitions", 7);
        this.rows = options.numbers("rows", List.of(100, 1000, 10_000, 100_000, 1_000_000));
        this.most = Math.max(
                COMPARED, rows.stream().mapToInt(Integer::intValue).max().orElseThrow());
        this.subjects = new Subjects(most, options.number("expressions", 1000));
    }

    public void run() throws IOException, InterruptedException {
        Pinning pinning = Pinning.ofThisThread();
        System.out.printf(
                "%d expressions, median of %d repetitions, one thread %s, JDK %s%n",
                subjects.size(), repetitions, pinning, Runtime.version());
        Path folder = Files.createTempDirectory("spolia-evaluate");
        subjects.write(folder, most);
        List<OwnEvaluator> ours = List.of(OwnEvaluator.ofDoubles(subjects), OwnEvaluator.ofFloats(subjects));
        List<Contender> contenders = new ArrayList<>(ours);
        int own = contenders.size();
        start("pyoperon", peers.python("operon_evaluate.py"), pinning, folder, contenders);
        start("rust-port", peers.rust("rust_port", "evaluate"), pinning, folder, contenders);
        try {
            compare(contenders);
            for (int count : rows) {
                measure(contenders, own, count);
            }
            for (int count : rows) {
                if (count <= FEW) {
                    results.add(String.format(
                            Locale.ROOT,
                            "evaluate.jacobian.%d\tratio\t%.2f",
                            count,
                            new JacobianCost(repetitions).evaluations(subjects.columns(count))));
                }
            }
            if (rows.contains(MANY) && rows.contains(FEW)) {
                for (OwnEvaluator evaluator : ours) {
                    results.add(String.format(
                            Locale.ROOT,
                            "evaluate.%s.%d.%d\tratio\t%.2f",
                            evaluator.name(),
                            MANY,
                            FEW,
                            evaluator.scaling(MANY, FEW)));
                }
            }
        } finally {
            for (Contender contender : contenders) {
                contender.close();
            }
        }
        results.forEach(System.out::println);
    }

    private void start(
            String name, Optional<List<String>> program, Pinning pinning, Path folder, List<Contender> contenders)
            throws IOException {
        if (program.isPresent()) {
            contenders.add(new PeerEvaluator(name, program.get(), pinning, folder, subjects));
        }
    }

    /** Counts the expressions on which the others agree with our doubles, relative to the largest value of each. */
    private void compare(List<Contender> contenders) throws IOException {
        float[][] reference = new float[0][];
        for (Contender contender : contenders) {
            contender.take(COMPARED);
            float[][] predictions = contender.predictions();
            if (reference.length == 0) {
                reference = predictions;
                continue;
            }
            int equal = 0;
            double[] errors = new double[reference.length];
            for (int expression = 0; expression < reference.length; expression++) {
                errors[expression] = error(predictions[expression], reference[expression]);
                equal += errors[expression] <= TOLERANCE ? 1 : 0;
            }
            Arrays.sort(errors);
            System.out.printf(
                    Locale.ROOT,
                    "%s agrees with double on %d of %d expressions to %.0e (median error %.1e, largest %.1e)%n",
                    contender.name(),
                    equal,
                    reference.length,
                    TOLERANCE,
                    errors[errors.length / 2],
                    errors[errors.length - 1]);
        }
    }

    private static double error(float[] values, float[] expected) {
        double scale = Float.MIN_NORMAL;
        double error = 0;
        for (int row = 0; row < expected.length; row++) {
            scale = Math.max(scale, Math.abs(expected[row]));
            double difference = Math.abs((double) values[row] - expected[row]);
            error = Math.max(error, Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference);
        }
        return error / scale;
    }

    private void measure(List<Contender> contenders, int own, int count) throws IOException {
        double[][][] seconds = new double[contenders.size()][subjects.size()][repetitions];
        for (Contender contender : contenders) {
            contender.take(count);
        }
        warm(contenders.subList(0, own), count);
        for (int repetition = 0; repetition < repetitions; repetition++) {
            for (int expression = 0; expression < subjects.size(); expression++) {
                int calls = calls(expression, count);
                for (int i = 0; i < contenders.size(); i++) {
                    seconds[i][expression][repetition] = contenders.get(i).seconds(expression, calls) / calls;
                }
            }
        }
        double[][] medians = new double[contenders.size()][];
        for (int i = 0; i < medians.length; i++) {
            medians[i] = Arrays.stream(seconds[i]).mapToDouble(Ratios::median).toArray();
            double rate = rate(medians[i], count);
            System.out.printf(
                    Locale.ROOT,
                    "%9d rows  %-10s %8.3f billion node-rows/s%n",
                    count,
                    contenders.get(i).name(),
                    rate / 1e9);
        }
        for (int mine = 0; mine < own; mine++) {
            for (int peer = own; peer < medians.length; peer++) {
                Ratios ratios = Ratios.of(medians[peer], medians[mine]);
                String name = "evaluate." + contenders.get(mine).name() + "." + count + "."
                        + contenders.get(peer).name();
                results.add(String.format(Locale.ROOT, "%s.minimum\tratio\t%.2f", name, ratios.minimum()));
                results.add(String.format(Locale.ROOT, "%s\tratio\t%.2f", name, ratios.geometricMean()));
            }
        }
    }

    /** Warms up until a round over all expressions is not faster than the previous one. */
    private void warm(List<Contender> contenders, int count) throws IOException {
        double before = Double.POSITIVE_INFINITY;
        for (int round = 0; round < MOST_WARM_ROUNDS; round++) {
            double seconds = 0;
            for (Contender contender : contenders) {
                for (int expression = 0; expression < subjects.size(); expression++) {
                    seconds += contender.seconds(expression, calls(expression, count));
                }
            }
            if (seconds > 0.95 * before) {
                return;
            }
            before = seconds;
        }
    }

    private int calls(int expression, int count) {
        return (int) Math.max(1, Math.round(WORK / subjects.tree(expression).size() / count));
    }

    private double rate(double[] seconds, int count) {
        double nodeRows = 0;
        for (int expression = 0; expression < seconds.length; expression++) {
            nodeRows += (double) subjects.tree(expression).size() * count;
        }
        return nodeRows / Arrays.stream(seconds).sum();
    }
}
