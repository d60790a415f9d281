package org.spolia.experiment.prior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.concept.ConceptRows;
import org.spolia.experiment.concept.DiscoveredLaw;
import org.spolia.experiment.configuration.operator.ConceptControl;
import org.spolia.experiment.configuration.operator.ConceptSource;
import org.spolia.experiment.configuration.operator.LearnedOperators;
import org.spolia.experiment.configuration.operator.LeftOut;
import org.spolia.experiment.row.ConceptRow;
import org.spolia.experiment.row.OperatorUtility;
import org.spolia.experiment.row.ProblemRow;

/** From laws to the operators of a later plan. */
class LearnedConceptsTest {
    private static final String SATURATION = "x/(x + y)";
    private static final String DECAY = "exp(-(x/y))";

    /** Saturation in three laws of two fields, a decay in four of three. */
    private static final Map<String, String> LAWS = laws();

    private static Map<String, String> laws() {
        Map<String, String> laws = new LinkedHashMap<>();
        laws.put("bio.binding", "a*b/(c + b)");
        laws.put("bio.growth", "sqrt(c)*d/(a + d)");
        laws.put("bio.death", "c*exp(-d/a)");
        laws.put("chem.rate", "a*exp(-c/d)");
        laws.put("chem.surface", "sin(b/(b + a)) + exp(-b/c)");
        laws.put("physics.screen", "d + exp(-a/b)");
        return laws;
    }

    @Test
    void theFirstConceptIsWhatSavesMost() {
        List<ConceptRow> rows = where(rows(), ConceptRow.NOTHING, 0);

        assertThat(rows).extracting(row -> formula(row)).startsWith(DECAY).contains(SATURATION);
        assertThat(rows.get(0).foundIn()).containsExactly("bio.death", "chem.rate", "chem.surface", "physics.screen");
        assertThat(rows).allSatisfy(row -> assertThat(row.laws()).isEqualTo(LAWS.size()));
    }

    @Test
    void noConceptOfAProblemIsMinedFromIt() {
        assertThat(rows())
                .filteredOn(row -> row.leftOut().equals(ConceptRow.PROBLEM))
                .allSatisfy(row -> assertThat(row.foundIn()).doesNotContain(String.valueOf(row.problem())));
        assertThat(rows())
                .filteredOn(row -> row.leftOut().equals(ConceptRow.FIELD))
                .allSatisfy(
                        row -> assertThat(row.foundIn()).noneMatch(problem -> problem.startsWith(row.field() + ".")));
        assertThat(rows().stream().map(ConceptRow::problem).distinct()).containsAll(LAWS.keySet());
    }

    @Test
    void theControlHasAsManyPiecesOfTheSameSizesAndOperands() {
        List<ConceptRow> mined = where(rows(), ConceptRow.NOTHING, 0);
        List<List<String>> draws = new ArrayList<>();
        for (int draw = 1; draw <= 4; draw++) {
            List<ConceptRow> drawn = where(rows(), ConceptRow.NOTHING, draw);
            draws.add(drawn.stream().map(LearnedConceptsTest::formula).toList());
            assertThat(drawn)
                    .extracting(ConceptRow::nodes)
                    .containsExactlyElementsOf(
                            mined.stream().map(ConceptRow::nodes).toList());
            assertThat(drawn)
                    .extracting(ConceptRow::operands)
                    .containsExactlyElementsOf(
                            mined.stream().map(ConceptRow::operands).toList());
            assertThat(drawn).extracting(ConceptRow::definition).doesNotHaveDuplicates();
        }
        assertThat(draws).as("draws differ").anyMatch(draw -> !draw.equals(draws.get(0)));
    }

    @Test
    void theOrderOfRowsDoesNotMatter() {
        List<DiscoveredLaw> backwards = new ArrayList<>(discovered());
        Collections.reverse(backwards);
        List<ProblemRow> problems = new ArrayList<>(problems());
        Collections.reverse(problems);

        assertThat(ConceptRows.of("e", problems, backwards)).isEqualTo(rows());
    }

    @Test
    void ofAProblemTheLawWithTheShortestDescriptionCounts() {
        List<DiscoveredLaw> more = new ArrayList<>(discovered());
        String problem = "bio.death";
        more.add(new DiscoveredLaw(problem, "0", "c*exp(-d/a) + sin(a)*cos(b)*a/(a + b)", 50, 1e-30));
        more.add(new DiscoveredLaw(problem, "1", "c", 50, 0.5));

        assertThat(ConceptRows.of("e", problems(), more)).isEqualTo(rows());
    }

    @Test
    void aLaterProblemGetsConceptsOfOthersAlone() {
        assertThat(formulas(set(LeftOut.PROBLEM, ConceptControl.NONE, 12), problem("chem.rate")))
                .containsExactlyInAnyOrder(DECAY, SATURATION);
        // Saturation occurs in two other laws, which are too few for its cost.
        assertThat(formulas(set(LeftOut.PROBLEM, ConceptControl.NONE, 12), problem("bio.growth")))
                .containsExactly(DECAY);
        assertThat(formulas(set(LeftOut.FIELD, ConceptControl.NONE, 12), problem("chem.rate")))
                .isEmpty();
        assertThat(formulas(set(LeftOut.FIELD, ConceptControl.NONE, 1), problem("geology.new")))
                .containsExactly(DECAY);
    }

    @Test
    void theSameProblemInAnotherBoxIsLeftOutByItsName() {
        ProblemRow elsewhere = row("another id", "bio.growth");

        assertThat(formulas(set(LeftOut.PROBLEM, ConceptControl.NONE, 12), elsewhere))
                .containsExactly(DECAY);
    }

    @Test
    void theControlIsDrawnForEachSeed() {
        LearnedOperators control = set(LeftOut.PROBLEM, ConceptControl.RANDOM, 12);
        LearnedConcepts concepts = new LearnedConcepts(List.of(control), experience(rows()));
        ProblemRow problem = problem("geology.new");
        List<String> first = concepts.operators(control, problem, 0);

        assertThat(first)
                .startsWith("+", "*")
                .hasSize(2 + where(rows(), ConceptRow.NOTHING, 0).size());
        assertThat(concepts.operators(control, problem, 4)).isEqualTo(first);
        assertThat(List.of(1L, 2L, 3L))
                .anyMatch(seed -> !concepts.operators(control, problem, seed).equals(first));
    }

    @Test
    void lawsWithNothingInCommonSayWhy() {
        List<DiscoveredLaw> lone = discovered().subList(0, 1);
        List<ConceptRow> rows = ConceptRows.of("e", problems(), lone);

        assertThat(rows).hasSize(3).allSatisfy(row -> {
            assertThat(row.definition()).isNull();
            assertThat(row.reason()).contains("saves what it costs");
        });
        List<LearnedOperators> sets = List.of(set(LeftOut.PROBLEM, ConceptControl.NONE, 1));
        assertThatThrownBy(() -> new LearnedConcepts(sets, experience(rows)))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("The laws of experiment 'earlier' have no concepts in common");
        assertThat(ConceptRows.of("e", problems(), List.of())).isEmpty();
    }

    private static List<String> formulas(LearnedOperators set, ProblemRow problem) {
        return new LearnedConcepts(List.of(set), experience(rows()))
                .operators(set, problem, 0).stream()
                        .skip(set.base().size())
                        .map(definition -> definition.substring(definition.indexOf("= ") + 2))
                        .toList();
    }

    private static LearnedOperators set(LeftOut leaveOut, ConceptControl control, int count) {
        return new LearnedOperators(
                "learned", List.of("+", "*"), new ConceptSource("earlier", count, leaveOut, control));
    }

    private static Experience experience(List<ConceptRow> rows) {
        return new Experience() {
            @Override
            public List<OperatorUtility> utilities(String experiment) {
                return List.of();
            }

            @Override
            public List<ConceptRow> concepts(String experiment) {
                return rows;
            }
        };
    }

    private static List<ConceptRow> rows() {
        return ConceptRows.of("e", problems(), discovered());
    }

    private static List<ConceptRow> where(List<ConceptRow> rows, String leftOut, int draw) {
        return rows.stream()
                .filter(row -> row.leftOut().equals(leftOut) && row.draw() == draw)
                .toList();
    }

    private static String formula(ConceptRow row) {
        String definition = String.valueOf(row.definition());
        return definition.substring(definition.indexOf("= ") + 2);
    }

    private static List<DiscoveredLaw> discovered() {
        return LAWS.entrySet().stream()
                .map(law -> new DiscoveredLaw(law.getKey(), "t " + law.getKey(), law.getValue(), 50, 1e-20))
                .toList();
    }

    private static List<ProblemRow> problems() {
        return LAWS.keySet().stream().map(LearnedConceptsTest::problem).toList();
    }

    private static ProblemRow problem(String name) {
        return row(name, name);
    }

    private static ProblemRow row(String id, String name) {
        return new ProblemRow(
                id,
                name,
                name.substring(0, name.indexOf('.')),
                null,
                "formula",
                null,
                null,
                null,
                "y",
                null,
                List.of("a", "b", "c", "d"),
                Collections.nCopies(4, "1"),
                ProblemRow.ALL,
                null,
                null,
                null,
                null);
    }
}
