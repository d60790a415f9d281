package org.spolia.symbolic.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.key.Records;
import org.spolia.symbolic.search.form.Randomness;
import org.spolia.symbolic.search.form.Simplifier;
import org.spolia.symbolic.search.mutation.Mutator;
import org.spolia.symbolic.search.mutation.TreeGenerator;
import org.spolia.symbolic.search.options.EvolutionOptions;
import org.spolia.symbolic.search.options.LibraryOptions;
import org.spolia.symbolic.search.options.Mutation;
import org.spolia.symbolic.search.options.MutationWeights;
import org.spolia.symbolic.search.options.SearchOptions;

/** Each option of the evolution has the effect that its name promises. */
class EvolutionOptionsTest {
    private static final OperatorSet OPERATORS = OperatorSet.of(List.of("+", "-", "*", "/"));
    private static final int CAPACITY = 100;

    /** Parents are copied, and nothing else happens. */
    private static final Map<String, Object> STILL = Map.of(
            "mutationWeights",
            only("do_nothing"),
            "crossoverProbability",
            0.0,
            "fractionReplaced",
            0.0,
            "fractionReplacedHof",
            0.0,
            "optimizeProbability",
            0.0);

    @ParameterizedTest
    @EnumSource(Mutation.class)
    void aMutationWithoutWeightNeverHappensAndOneAloneAlwaysDoes(Mutation mutation) {
        Mutator without = mutator(Map.of("mutationWeights", MutationWeights.of(Map.of(mutation.text(), 0.0))));
        Mutator alone = mutator(Map.of("mutationWeights", only(mutation.text())));
        Tree parent = Expression.parse("(x + 1.5)*y/(z - 0.5)", List.of("x", "y", "z"))
                .toTree();
        Randomness random = new Randomness().at(1, 0, 0, 0);
        for (int i = 0; i < 500; i++) {
            assertThat(without.draw(parent, random)).isNotEqualTo(mutation);
            assertThat(alone.draw(parent, random)).isEqualTo(mutation);
        }
    }

    @Test
    void constantsAreNegatedAndMovedAsFarAsTheOptionsSay() {
        Mutator never = mutator(Map.of("probabilityNegateConstant", 0.0, "perturbationFactor", 0.0));
        Mutator always = mutator(Map.of("probabilityNegateConstant", 1.0, "perturbationFactor", 3.0));
        Tree parent = new Tree(CAPACITY).constant(2);
        Tree child = new Tree(CAPACITY);
        Randomness random = new Randomness().at(2, 0, 0, 0);
        double farthest = 0;
        for (int i = 0; i < 500; i++) {
            never.mutate(Mutation.CONSTANT, parent, child, 1, random);
            assertThat(child.value(0)).isBetween(2 / 1.1, 2 * 1.1);
            always.mutate(Mutation.CONSTANT, parent, child, 1, random);
            assertThat(child.value(0)).isBetween(-2 * 4.1, -2 / 4.1);
            farthest = Math.max(farthest, -child.value(0));
        }
        assertThat(farthest).isGreaterThan(2 * 3);
    }

    @Test
    void populationsCrossAsOftenAsTheOptionsSay() {
        assertThat(expressions(STILL)).isEqualTo(expressionsAtFirst());
        assertThat(expressions(with(STILL, "crossoverProbability", 1.0))).isGreaterThan(expressionsAtFirst() + 100);
    }

    private static long expressions(Map<String, Object> changes) {
        return advanced(search(changes), 3).counts().expressions();
    }

    private static long expressionsAtFirst() {
        return advanced(search(STILL), 1).counts().expressions();
    }

    @Test
    void populationsStayApartWithoutMigration() {
        Search apart = advanced(search(STILL), 1);
        Set<String> first = texts(apart.islands()[0]);
        Set<String> second = texts(apart.islands()[1]);
        advanced(apart, 4);
        assertThat(first).containsAll(texts(apart.islands()[0]));

        Search mixed = advanced(search(with(STILL, "fractionReplaced", 0.5)), 1);
        assertThat(texts(mixed.islands()[0])).containsAnyElementsOf(second);

        Search joined = advanced(search(with(STILL, "fractionReplacedHof", 1.0)), 2);
        Set<String> front = Arrays.stream(joined.hall().front())
                .mapToObj(size -> text(joined.hall().tree(size, 0)))
                .collect(Collectors.toSet());
        assertThat(front).containsAll(texts(joined.islands()[0]));
    }

    @Test
    void onlyTheBestOfEachPopulationGoToOthers() {
        Map<String, Object> all = with(STILL, "fractionReplaced", 1.0);
        Search search = advanced(search(with(all, "topn", 1)), 1);
        assertThat(texts(search.islands()[0]).size()).isLessThanOrEqualTo(search.islands().length);
        assertThat(texts(advanced(search(all), 1).islands()[0]).size()).isGreaterThan(search.islands().length);
    }

    @Test
    void aTournamentOfAllIsWonByTheBest() {
        Map<String, Object> strict = with(
                with(with(STILL, "tournamentSelectionN", 20), "tournamentSelectionP", 1.0),
                "useFrequencyInTournament",
                false);
        Search search = advanced(search(strict), 1);
        Island island = search.islands()[0];
        String best = text(island.members[island.best(1)[0]]);
        advanced(search, 2);
        assertThat(texts(island)).containsExactly(best);
        assertThat(texts(advanced(search(with(strict, "tournamentSelectionN", 1)), 1)
                        .islands()[0]))
                .hasSizeGreaterThan(3);
    }

    @Test
    void withoutAnnealingWorseChildrenAreAccepted() {
        Map<String, Object> wild = Map.of("mutationWeights", only("randomize"), "useFrequency", false);
        double greedy = meanCost(with(wild, "alpha", 1e-9));
        double blind = meanCost(with(wild, "annealing", false));
        assertThat(blind).isGreaterThan(2 * greedy);
    }

    private static double meanCost(Map<String, Object> changes) {
        return Arrays.stream(advanced(search(changes), 3).islands())
                .flatMapToDouble(island -> Arrays.stream(island.costs).filter(Double::isFinite))
                .average()
                .orElseThrow();
    }

    @Test
    void commonSizesAreHeldBackAsFarAsTheOptionsSay() {
        Frequencies usual = frequencies(Map.of());
        Frequencies doubled = frequencies(Map.of("adaptiveParsimonyScaling", 2080.0));
        Frequencies unused = frequencies(Map.of("useFrequency", false, "useFrequencyInTournament", false));
        assertThat(Math.log(doubled.penalty(7))).isCloseTo(2 * Math.log(usual.penalty(7)), within(1e-9));
        assertThat(unused.penalty(5)).isEqualTo(1);
        assertThat(unused.share(5)).isEqualTo(unused.share(7));
        assertThat(usual.share(5)).isGreaterThan(usual.share(7));
    }

    private static Frequencies frequencies(Map<String, Object> changes) {
        Frequencies frequencies = new Frequencies(20, options(changes));
        for (int i = 0; i < 20; i++) {
            frequencies.see(5);
        }
        frequencies.update();
        return frequencies;
    }

    @Test
    void anEpochIsAsLongAsItsCycles() {
        Search search = advanced(search(Map.of("ncyclesPerIteration", 100, "tournamentSelectionN", 10)), 1);
        long before = search.evaluations();
        advanced(search, 1);
        assertThat(search.evaluations() - before).isBetween(4 * 200L, 4 * 260L);
    }

    @Test
    void asManyMembersAreFittedAsTheOptionsSay() {
        Search none = advanced(search(STILL), 1);
        Set<String> before = texts(none.islands()[0]);
        assertThat(before).containsAll(texts(advanced(none, 2).islands()[0]));
        Search all = advanced(search(with(STILL, "optimizeProbability", 1.0)), 3);
        assertThat(before).doesNotContainAnyElementsOf(withConstants(all.islands()[0]));
    }

    private static List<String> withConstants(Island island) {
        return Arrays.stream(island.members)
                .filter(member -> member.constantCount() > 0 && member.size() > 3)
                .map(EvolutionOptionsTest::text)
                .toList();
    }

    @Test
    void theMutationThatOptimisesFitsConstants() {
        Search search = advanced(search(with(STILL, "mutationWeights", only("optimize"))), 1);
        Set<String> before = texts(search.islands()[0]);
        assertThat(texts(advanced(search, 1).islands()[0])).anyMatch(member -> !before.contains(member));
    }

    @Test
    void theGreatestComplexityGrowsWhileASearchWarmsUp() {
        EvolutionOptions half = options(Map.of("warmupMaxsizeBy", 0.5));
        assertThat(half.maxSize(30, 0)).isEqualTo(3);
        assertThat(half.maxSize(30, 0.25)).isEqualTo(16);
        assertThat(half.maxSize(30, 0.5)).isEqualTo(30);
        assertThat(EvolutionOptions.DEFAULT.maxSize(30, 0)).isEqualTo(30);

        // A member starts with at most seven nodes.
        assertThat(largest(Map.of("warmupMaxsizeBy", 1.0))).isLessThanOrEqualTo(7);
        assertThat(largest(Map.of())).isGreaterThan(7);
    }

    private static int largest(Map<String, Object> changes) {
        return Arrays.stream(advanced(search(changes), 3).islands())
                .flatMap(island -> Arrays.stream(island.members))
                .mapToInt(Tree::size)
                .max()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            crossoverProbability | 1.5 | crossover-probability must be from 0 to 1: 1.5
            tournamentSelectionN | 0 | tournament-selection-n must be >= 1: 0
            tournamentSelectionP | 0 | tournament-selection-p must be above 0 and at most 1: 0
            topn | 0 | topn must be >= 1: 0
            alpha | 0 | alpha must be > 0 and finite: 0
            adaptiveParsimonyScaling | -1 | adaptive-parsimony-scaling must be >= 0 and finite: -1
            warmupMaxsizeBy | 2 | warmup-maxsize-by must be from 0 to 1: 2
            """)
    void mistakesAreNamed(String name, double value, String message) {
        Object given = name.equals("topn") || name.endsWith("N") ? (Object) (int) value : (Object) value;
        assertThatThrownBy(() -> options(Map.of(name, given))).hasMessage(message);
    }

    @Test
    void aSearchRefusesOptionsThatNothingHasChecked() {
        LibraryOptions library = new LibraryOptions(-1, 0, 0, 0, 0, 0);
        SearchOptions options = SearchOptions.of(OPERATORS, 100).withLibrary(library);
        assertThatThrownBy(() -> Search.of(Sample.of(new double[1][3], new double[3]), options, 1))
                .hasMessage("entries must be from 0 to 1048576: -1");
        assertThatThrownBy(
                        () -> Search.of(Sample.of(new double[1][3], new double[3]), SearchOptions.of(OPERATORS, 0), 1))
                .hasMessage("evaluations must be > 0: 0");
    }

    @Test
    void mistakesInWeightsAreNamed() {
        assertThatThrownBy(() -> MutationWeights.of(Map.of("add_nodes", 1.0)))
                .hasMessageStartingWith(
                        "'add_nodes' is not a mutation; mutations are mutate_constant, mutate_operator,");
        assertThatThrownBy(() -> MutationWeights.of(Map.of("add-node", -1.0)))
                .hasMessage("add-node must be >= 0 and finite: -1");
        assertThatThrownBy(() -> MutationWeights.of(
                        Arrays.stream(Mutation.values()).collect(Collectors.toMap(Mutation::text, kind -> 0.0))))
                .hasMessage("all weights of mutations are 0; give one mutation a weight");
    }

    private static MutationWeights only(String name) {
        return MutationWeights.of(Arrays.stream(Mutation.values())
                .collect(Collectors.toMap(Mutation::text, kind -> kind.text().equals(name) ? 1.0 : 0.0)));
    }

    private static Mutator mutator(Map<String, Object> changes) {
        return new Mutator(new TreeGenerator(OPERATORS, 3, CAPACITY), new Simplifier(CAPACITY), 40, options(changes));
    }

    private static Map<String, Object> with(Map<String, Object> changes, String name, Object value) {
        Map<String, Object> more = new HashMap<>(changes);
        more.put(name, value);
        return more;
    }

    /** The defaults with some components in their places. */
    private static EvolutionOptions options(Map<String, Object> changes) {
        return Records.with(EvolutionOptions.DEFAULT, changes);
    }

    /** Plain evolution of four populations, which stands before its first epoch. */
    private static Search search(Map<String, Object> changes) {
        SplittableRandom random = new SplittableRandom(5);
        double[][] columns = new double[2][100];
        double[] target = new double[100];
        for (int row = 0; row < target.length; row++) {
            columns[0][row] = random.nextDouble(1, 3);
            columns[1][row] = random.nextDouble(1, 3);
            target[row] = columns[0][row] * columns[1][row] + 0.7 / columns[0][row] + 0.1 * random.nextGaussian();
        }
        SearchOptions options = SearchOptions.of(OPERATORS, 100_000)
                .plain()
                .withPopulations(4, 20)
                .withEvolutionOptions(options(changes));
        return Search.of(Sample.of(columns, target), options, 1);
    }

    private static Search advanced(Search search, int epochs) {
        try (Workers workers = Workers.of(1)) {
            for (int epoch = 0; epoch < epochs; epoch++) {
                search.advance(workers, () -> false);
            }
        }
        return search;
    }

    private static Set<String> texts(Island island) {
        return Arrays.stream(island.members).map(EvolutionOptionsTest::text).collect(Collectors.toSet());
    }

    private static String text(Tree tree) {
        return tree.toExpression().infix(List.of("x", "y"));
    }
}
