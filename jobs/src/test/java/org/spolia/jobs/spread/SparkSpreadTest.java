package org.spolia.jobs.spread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.spolia.jobs.WithSpark;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.search.Pieces;
import org.spolia.symbolic.search.Search;
import org.spolia.symbolic.search.SearchProblem;
import org.spolia.symbolic.search.SearchState;
import org.spolia.symbolic.search.Spread;
import org.spolia.symbolic.search.Workers;
import org.spolia.symbolic.search.options.EvolutionOptions;
import org.spolia.symbolic.search.options.SearchOptions;

/** A search in tasks of Spark and one in threads have equal bits. */
@WithSpark
class SparkSpreadTest {
    private static final byte[] DATA = {1};
    private static final SearchOptions OPTIONS = SearchOptions.of(
                    OperatorSet.of(List.of("+", "-", "*", "/", "sqrt", "exp", "sin")), 10_000)
            .withPopulations(5, 16);

    @Test
    void tasksGiveTheBitsOfThreads(SparkSession spark) {
        SearchProblem problem = problem(OPTIONS);
        Search threads = problem.search();
        Search tasks = problem.search();
        try (Workers workers = Workers.of(2);
                SparkSpread spread = SparkSpread.of(spark, problem)) {
            while (!threads.finished()) {
                threads.advance(workers, () -> false);
                tasks.advance(spread, () -> false);
                assertThat(SearchState.save(tasks, DATA)).isEqualTo(SearchState.save(threads, DATA));
            }
            assertThat(tasks.finish(() -> false)).isEqualTo(threads.finish(() -> false));
        }
    }

    @Test
    void anotherDriverGoesOnFromAnyEpoch(SparkSession spark) {
        SearchProblem problem = problem(OPTIONS.withEvaluations(16_000));
        Search undisturbed = problem.search();
        List<byte[]> states = new ArrayList<>();
        try (Workers workers = Workers.of(2)) {
            while (!undisturbed.finished()) {
                undisturbed.advance(workers, () -> false);
                states.add(SearchState.save(undisturbed, DATA));
            }
        }
        assertThat(states).hasSizeGreaterThan(8);
        for (int killed : new int[] {0, 4, states.size() - 2}) {
            Search next = problem.search();
            SearchState.load(next, states.get(killed), DATA);
            try (SparkSpread spread = SparkSpread.of(spark, problem)) {
                run(next, spread);
            }
            assertThat(SearchState.save(next, DATA))
                    .as("killed after epoch " + killed)
                    .isEqualTo(states.get(states.size() - 1));
        }
    }

    private static void run(Search search, Spread spread) {
        while (!search.finished()) {
            search.advance(spread, () -> false);
        }
    }

    @Test
    void aPieceThatFailsForGoodEndsTheSearchAsInThreads(SparkSession spark) {
        SearchProblem problem = problem(OPTIONS);
        try (SparkSpread spread = SparkSpread.of(spark, problem)) {
            assertThatThrownBy(() -> spread.run(new Damaged()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("A search failed: ")
                    .hasRootCauseInstanceOf(java.io.EOFException.class);
        }
    }

    @Test
    void aSearchThatIsStoppedDoesNotWaitForItsPieces(SparkSession spark) {
        SearchProblem problem =
                problem(OPTIONS.withEvaluations(2_000_000_000L).withEvolutionOptions(epochsOfMinutes()));
        Search search = problem.search();
        AtomicInteger looks = new AtomicInteger();
        try (SparkSpread spread = SparkSpread.of(spark, problem)) {
            search.advance(spread, () -> false);
            long before = search.evaluations();
            search.advance(spread, () -> looks.incrementAndGet() > 0);
            assertThat(looks).hasPositiveValue();
            assertThat(search.evaluations() - before).isLessThan(100_000);
        }
    }

    private static EvolutionOptions epochsOfMinutes() {
        EvolutionOptions usual = EvolutionOptions.DEFAULT;
        return new EvolutionOptions(
                usual.mutationWeights(),
                usual.crossoverProbability(),
                usual.tournamentSelectionN(),
                usual.tournamentSelectionP(),
                usual.fractionReplaced(),
                usual.fractionReplacedHof(),
                usual.topn(),
                usual.annealing(),
                usual.alpha(),
                usual.useFrequency(),
                usual.useFrequencyInTournament(),
                usual.adaptiveParsimonyScaling(),
                usual.perturbationFactor(),
                usual.probabilityNegateConstant(),
                usual.optimizeProbability(),
                10_000_000,
                usual.warmupMaxsizeBy());
    }

    /** Pieces whose bytes are cut short. */
    private static final class Damaged implements Pieces {
        @Override
        public int count() {
            return 3;
        }

        @Override
        public int kept() {
            return 0;
        }

        @Override
        public long nodeRows() {
            return Long.MAX_VALUE;
        }

        @Override
        public boolean stopped() {
            return false;
        }

        @Override
        public void compute(int piece) {
            throw new AssertionError("computed here");
        }

        @Override
        public byte[] shared() {
            return new byte[3];
        }

        @Override
        public byte[] state(int piece) {
            return new byte[0];
        }

        @Override
        public void accept(int piece, byte[] result) {
            throw new AssertionError("has a result");
        }
    }

    private static SearchProblem problem(SearchOptions options) {
        SplittableRandom random = new SplittableRandom(8);
        double[][] columns = new double[2][120];
        double[] target = new double[120];
        for (int row = 0; row < target.length; row++) {
            columns[0][row] = 0.5 + 2 * random.nextDouble();
            columns[1][row] = 0.5 + 2 * random.nextDouble();
            target[row] = columns[0][row] * Math.exp(-columns[1][row]) + 0.05 * random.nextGaussian();
        }
        return SearchProblem.of(columns, target, options, 5);
    }
}
