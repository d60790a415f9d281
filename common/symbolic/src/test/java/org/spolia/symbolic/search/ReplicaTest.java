package org.spolia.symbolic.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.expression.Definitions;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.expression.Template;
import org.spolia.symbolic.search.options.FloatingPoint;
import org.spolia.symbolic.search.options.SearchOptions;
import org.spolia.symbolic.search.options.Selection;
import org.spolia.symbolic.search.options.Units;
import org.spolia.symbolic.search.options.Validation;
import org.spolia.symbolic.search.result.Failure;

/** A search whose pieces are computed elsewhere has the state of a search in threads, after each epoch. */
class ReplicaTest {
    private static final List<String> VARIABLES = List.of("x", "y");
    private static final byte[] DATA = {1};
    private static final SearchOptions OPTIONS = SearchOptions.of(
                    OperatorSet.of(List.of("+", "-", "*", "/", "pow", "sqrt", "exp", "log", "sin")), 6_000)
            .withPopulations(5, 16);

    private static final BooleanSupplier THROWS = () -> {
        throw new ArithmeticException("injected");
    };

    static Stream<SearchProblem> problems() {
        double[] weights = positive(7, 150);
        OperatorSet defined = OperatorSet.of(List.of("+", "*", "/", "hill(x, k) = x/(x + k)", "clamp"));
        Template template = Template.parse("f(x)*exp(g(y)) + p", VARIABLES, Definitions.NONE, List.of("p"), 2);
        return Stream.of(
                problem("x*exp(-y) + y", 0.05, OPTIONS.withEvaluations(16_000)),
                // Without noise and beyond the operators, so that there is an epoch that looks for relations.
                problem("erf(x*y) + gamma(x)", 0, OPTIONS.withEvaluations(16_000)),
                problem("x*exp(-y) + y", 0, OPTIONS.withPrecision(FloatingPoint.FLOAT32)),
                problem("x*exp(-y) + y", 0.05, OPTIONS.plain()),
                problem("x/(x + y)", 0.01, OPTIONS.withOperators(defined)),
                problem(
                        "1e200*x*y",
                        0,
                        OPTIONS.withConstraints(
                                OPTIONS.constraints().withUnits(new Units(List.of("m", "s"), "m*s", false)))),
                new SearchProblem(columns(), target("x*y + y", 0.1), weights, "HuberLoss(0.1)", OPTIONS, 3),
                new SearchProblem(columns(), target("x*y + y", 0.1), weights, "L2DistLoss()", OPTIONS, 3),
                withIndicators(OPTIONS.withTemplate(template)));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void replicasGiveTheBitsOfThreads(SearchProblem problem) {
        Search here = problem.search();
        Search elsewhere = problem.search();
        try (Workers workers = Workers.of(2);
                Elsewhere replicas = new Elsewhere(problem, 11)) {
            for (int epoch = 0; !here.finished(); epoch++) {
                here.advance(workers, () -> false);
                elsewhere.advance(replicas, () -> false);
                assertThat(SearchState.save(elsewhere, DATA))
                        .as("epoch " + epoch)
                        .isEqualTo(SearchState.save(here, DATA));
            }
            assertThat(elsewhere.finish(() -> false)).isEqualTo(here.finish(() -> false));
        }
    }

    @Test
    void stepsThatFailElsewhereCountAsOnesThatFailHere() {
        EpochPlan plan = new EpochPlan(1, false, 30, 500_000, 100_000, false, 0, false);
        Archipelago archipelago = populated();
        Epoch elsewhere = new Epoch(archipelago, plan, THROWS);
        Epoch received = new Epoch(archipelago, plan, () -> false);
        received.accept(2, elsewhere.result(2, elsewhere.state(2)));

        Epoch here = new Epoch(populated(), plan, THROWS);
        here.compute(2);
        assertThat(received.state(2)).isEqualTo(here.state(2));
        assertThat(received.spending().nodeRows()).isEqualTo(here.spending().nodeRows());
        assertThat(failures(received)).isNotEmpty().isEqualTo(failures(here));
    }

    private static List<Failure> failures(Epoch epoch) {
        Failures counted = Failures.ofTask();
        epoch.spending().addFailuresTo(counted);
        return counted.list();
    }

    private static Archipelago populated() {
        SearchProblem problem = problem("x*exp(-y) + y", 0.05, OPTIONS);
        Archipelago archipelago = new Archipelago(problem.sample(), problem.options(), problem.seed());
        Epoch first = new Epoch(archipelago, EpochPlan.first(30), () -> false);
        for (int piece = first.kept(); piece < first.count(); piece++) {
            first.compute(piece);
        }
        return archipelago;
    }

    @Test
    void aReplicaRefusesAnEpochThatIsOver() {
        SearchProblem problem = problem("x*exp(-y) + y", 0.05, OPTIONS);
        Recording recording = recording(problem);
        Replica replica = Replica.of(problem);
        assertThat(recording.compute(replica, 2, 12, () -> false)).hasSize(1);
        assertThatThrownBy(() -> recording.compute(replica, 1, 12, () -> false))
                .hasMessage("Epoch 1 of the search is over");
    }

    @Test
    void threadsComputePiecesOfAnEpochAtOnce() throws Exception {
        SearchProblem problem = problem("x*exp(-y) + y", 0.05, OPTIONS);
        Recording recording = recording(problem);
        Replica replica = Replica.of(problem);
        CountDownLatch computing = new CountDownLatch(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<List<Boolean>>> pieces = new ArrayList<>();
            for (int piece : new int[] {11, 12}) {
                pieces.add(threads.submit(() -> {
                    List<Boolean> met = new ArrayList<>();
                    recording.compute(replica, 2, piece, () -> {
                        if (met.isEmpty()) {
                            met.add(meets(computing));
                        }
                        return false;
                    });
                    return met;
                }));
            }
            for (Future<List<Boolean>> piece : pieces) {
                assertThat(piece.get()).containsExactly(true);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean meets(CountDownLatch computing) {
        computing.countDown();
        try {
            return computing.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Recording recording(SearchProblem problem) {
        Search search = problem.search();
        Recording recording = new Recording();
        for (int epoch = 0; epoch < 3; epoch++) {
            search.advance(recording, () -> false);
        }
        return recording;
    }

    /** Computes the pieces here, and remembers what a replica needs for them. */
    private static final class Recording implements Spread {
        private final List<byte[]> shared = new ArrayList<>();
        private final List<List<byte[]>> states = new ArrayList<>();

        @Override
        public void run(Pieces pieces) {
            shared.add(pieces.shared());
            states.add(
                    IntStream.range(0, pieces.count()).mapToObj(pieces::state).toList());
            for (int piece = 0; piece < pieces.count(); piece++) {
                pieces.compute(piece);
            }
        }

        List<byte[]> compute(Replica replica, int epoch, int piece, BooleanSupplier abandoned) {
            byte[][] state = {states.get(epoch).get(piece)};
            return replica.compute(shared.get(epoch), new int[] {piece}, state, abandoned);
        }

        @Override
        public void close() {}
    }

    /** Two replicas that read the problem as bytes. They compute in any order, some pieces twice, and get lost. */
    private static final class Elsewhere implements Spread {
        private final byte[] problem;
        private final Random random;
        private final List<Replica> replicas = new ArrayList<>();

        Elsewhere(SearchProblem problem, long seed) {
            this.problem = bytes(problem);
            this.random = new Random(seed);
            replicas.add(replica());
            replicas.add(replica());
        }

        private Replica replica() {
            return Replica.of(read(problem));
        }

        @Override
        public void run(Pieces pieces) {
            for (int piece = 0; piece < pieces.kept(); piece++) {
                pieces.compute(piece);
            }
            if (random.nextInt(8) == 0) {
                replicas.set(random.nextInt(2), replica());
            }
            byte[] shared = pieces.shared();
            List<Integer> left = new ArrayList<>();
            for (int piece = pieces.kept(); piece < pieces.count(); piece++) {
                left.add(piece);
            }
            Collections.shuffle(left, random);
            for (int piece : left) {
                byte[] state = pieces.state(piece);
                byte[] result = compute(shared, piece, state);
                if (random.nextInt(4) == 0) {
                    assertThat(compute(shared, piece, state)).isEqualTo(result);
                }
                pieces.accept(piece, result);
            }
        }

        private byte[] compute(byte[] shared, int piece, byte[] state) {
            return replicas.get(random.nextInt(2))
                    .compute(shared, new int[] {piece}, new byte[][] {state}, () -> false)
                    .get(0);
        }

        @Override
        public void close() {}
    }

    private static byte[] bytes(SearchProblem problem) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(problem);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private static SearchProblem read(byte[] bytes) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (SearchProblem) in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static SearchProblem problem(String law, double noise, SearchOptions options) {
        return SearchProblem.of(columns(), target(law, noise), options, 5);
    }

    private static SearchProblem withIndicators(SearchOptions options) {
        double[][] columns = columns();
        double[][] all = {columns[0], columns[1], new double[150], new double[150]};
        double[] target = target("x*exp(y/2)", 0.05);
        for (int row = 0; row < 150; row++) {
            all[2 + row % 2][row] = 1;
            target[row] += row % 2;
        }
        return SearchProblem.of(all, target, options, 5);
    }

    private static double[][] columns() {
        return new double[][] {positive(1, 150), positive(2, 150)};
    }

    private static double[] target(String law, double noise) {
        double[] target = new Evaluator().predict(Expression.parse(law, VARIABLES), columns());
        SplittableRandom random = new SplittableRandom(4);
        for (int row = 0; row < target.length; row++) {
            target[row] += noise * random.nextGaussian();
        }
        return target;
    }

    private static double[] positive(long seed, int rows) {
        return new SplittableRandom(seed).doubles(rows, 0.5, 2.5).toArray();
    }

    static Stream<SearchOptions> options() {
        return Stream.of(
                OPTIONS,
                OPTIONS.plain(),
                OPTIONS.withValidation(new Validation(Selection.HELD_OUT, 5, true)),
                OPTIONS.withOperators(OperatorSet.of(List.of("+", "max3", "hill(x, k) = x/(x + k)"))));
    }

    @ParameterizedTest
    @MethodSource("options")
    void aProblemIsReadAsItWasWritten(SearchOptions options) {
        assertThat(read(bytes(problem("x*y", 0, options))).options())
                .isEqualTo(options)
                .hasToString(options.toString());
    }
}
