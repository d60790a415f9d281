package org.spolia.bench.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.spolia.experiment.data.ContentHash;
import org.spolia.experiment.data.Dataset;
import org.spolia.experiment.data.Rows;
import org.spolia.experiment.data.Split;
import org.spolia.experiment.problem.DataRequest;
import org.spolia.experiment.problem.FormulaProblem;
import org.spolia.experiment.problem.Variable;
import org.spolia.statistics.Moments;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.search.form.Simplifier;
import org.spolia.symbolic.search.front.DimensionalAnalysis;
import org.spolia.symbolic.search.options.Units;

class LawGeneratorTest {
    private static final List<StructureClass> ALL = List.of(StructureClass.values());
    private static final int LAWS = 66;

    /** Failures contain it. */
    private static final long SEED = ThreadLocalRandom.current().nextInt(1 << 24);

    private static final List<GeneratedLaw> GENERATED = LawGenerator.laws(SEED, LAWS, ALL);

    @Test
    void unitsAreConsistentAndEachConstantHasItsOwn() {
        assertThat(GENERATED)
                .allSatisfy(law -> assertThat(isConsistent(law, law.constantUnits()))
                        .as(describe(law))
                        .isTrue());
    }

    @Test
    void aConstantWithAnotherUnitIsInconsistent() {
        List<GeneratedLaw> withUnits = GENERATED.stream()
                .filter(law -> law.constantUnits().stream().anyMatch(unit -> !unit.equals("1")))
                .toList();

        assertThat(withUnits).isNotEmpty();
        for (GeneratedLaw law : withUnits) {
            List<String> others = law.constantUnits().stream()
                    .map(unit -> unit.equals("1") ? unit : unit + "*cd")
                    .toList();
            assertThat(isConsistent(law, others)).as(describe(law)).isFalse();
        }
    }

    /** Constants with units become variables, and all others are pure numbers. */
    private static boolean isConsistent(GeneratedLaw law, List<String> constantUnits) {
        FormulaProblem problem = law.problem();
        List<String> units = new ArrayList<>(problem.variableUnits());
        Tree tree = problem.expression().toTree();
        int constant = 0;
        for (int node = 0; node < tree.size(); node++) {
            if (tree.opcode(node) == Opcode.CONSTANT) {
                String unit = constantUnits.get(constant++);
                if (!unit.equals("1")) {
                    tree.setOpcode(node, Opcode.VARIABLE);
                    tree.setArgument(node, units.size());
                    units.add(unit);
                }
            }
        }
        assertThat(constant).isEqualTo(constantUnits.size());
        Simplifier simplifier = new Simplifier(tree.size());
        while (simplifier.simplify(tree)) {
            // An exponent such as 3/2 becomes one number.
        }
        Units given = new Units(units, problem.targetUnit(), true);
        return new DimensionalAnalysis(given, tree.size()).givesTarget(tree);
    }

    @Test
    void valuesAreFiniteOnBothRanges() {
        for (GeneratedLaw law : GENERATED) {
            Dataset dataset = law.problem().open().dataset(new DataRequest(1000, 1000, 0, 0, SEED));
            for (Split split : List.of(Split.TRAIN, Split.TEST, Split.OOD)) {
                Rows rows = dataset.rows(split);
                assertThat(Arrays.stream(rows.target()).allMatch(Double::isFinite))
                        .as(describe(law))
                        .isTrue();
                assertThat(Moments.populationDeviation(rows.target()))
                        .as(describe(law))
                        .isPositive();
            }
        }
    }

    @Test
    void eachVariableMattersOnFreshRows() {
        for (GeneratedLaw law : GENERATED) {
            FormulaProblem problem = law.problem();
            Rows rows = problem.open()
                    .dataset(new DataRequest(2000, 1, 0, 0, SEED + 1))
                    .rows(Split.TRAIN);
            for (int variable = 0; variable < problem.variables().size(); variable++) {
                assertThat(effect(problem.expression(), rows, variable))
                        .as(describe(law) + " " + variable)
                        .isGreaterThan(Soundness.OF_A_VARIABLE / 5);
            }
        }
    }

    /** The share of the variance that remains if all other variables keep their values. */
    private static double effect(Expression law, Rows rows, int variable) {
        double[][] columns = rows.columns().clone();
        double[] own = columns[variable];
        columns[variable] = IntStream.range(0, own.length)
                .mapToDouble(row -> own[own.length - 1 - row])
                .toArray();
        double[] moved = new Evaluator().predict(law, columns);
        double squares = IntStream.range(0, moved.length)
                .mapToDouble(row -> Math.pow(moved[row] - rows.target()[row], 2))
                .average()
                .orElseThrow();
        return squares / (2 * Moments.populationVariance(rows.target()));
    }

    @Test
    void classesSizesAndNumbersOfVariablesAreCovered() {
        Map<StructureClass, Long> classes = counts(GeneratedLaw::structure);
        assertThat(classes).hasSameSizeAs(ALL);
        assertThat(classes.values()).allMatch(count -> count == LAWS / ALL.size());
        for (SizeRange sizes : SizeRange.ALL) {
            assertThat(GENERATED.stream()
                            .filter(law -> sizes.contains(law.nodes()))
                            .count())
                    .as(sizes + " nodes")
                    .isGreaterThan(LAWS / 8);
        }
        assertThat(GENERATED).allMatch(law -> law.nodes() >= 5 && law.nodes() <= 35);
        assertThat(counts(law -> law.problem().variables().size()).keySet())
                .contains(1, 2, 3)
                .anyMatch(count -> count >= 5)
                .allMatch(count -> count <= 8);
    }

    @Test
    void equalSeedsGiveEqualLawsAndMoreLawsStartWithTheSame() {
        assertThat(LawGenerator.laws(SEED, 20, ALL)).isEqualTo(GENERATED.subList(0, 20));
        assertThat(LawGenerator.laws(SEED + 1, 20, ALL)).isNotEqualTo(GENERATED.subList(0, 20));
        assertThat(LawGenerator.laws(SEED, 3, List.of(StructureClass.SHARED)))
                .isEqualTo(GENERATED.stream()
                        .filter(law -> law.structure() == StructureClass.SHARED)
                        .limit(3)
                        .toList());
    }

    @Test
    void lawsAreDistinct() {
        assertThat(GENERATED.stream().map(law -> law.problem().formula())).doesNotHaveDuplicates();
        assertThat(GENERATED.stream().map(law -> law.problem().id())).doesNotHaveDuplicates();
    }

    @Test
    void seedZeroKeepsItsLawsOnEveryJdk() {
        ContentHash hash = ContentHash.of("laws");
        for (GeneratedLaw law : LawGenerator.laws(0, 33, ALL)) {
            hash.add(law.problem().id()).add(law.problem().formula());
            for (Variable variable : law.problem().variables()) {
                hash.add(variable.name()).add(variable.unit());
                hash.add(variable.train().lower()).add(variable.ood().upper());
            }
        }
        assertThat(hash.hex()).isEqualTo("a165ca253c6ea92c3577c3924710e26eed100b05b8f2dc226b26afd8e87c776e");
    }

    private static <T> Map<T, Long> counts(Function<GeneratedLaw, T> key) {
        return GENERATED.stream().collect(Collectors.groupingBy(key, Collectors.counting()));
    }

    private static String describe(GeneratedLaw law) {
        return Stream.of(
                        "seed " + SEED,
                        law.problem().id(),
                        law.problem().formula(),
                        law.constantUnits().toString())
                .collect(Collectors.joining(" "));
    }
}
