package org.spolia.experiment.concept;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.data.ContentHash;
import org.spolia.experiment.row.ConceptRow;
import org.spolia.experiment.row.ProblemRow;
import org.spolia.symbolic.concept.Concept;
import org.spolia.symbolic.concept.ConceptMiner;
import org.spolia.symbolic.expression.Expression;

/**
 * The concepts of an experiment: those of all its laws, and those without the laws of each field and of each problem,
 * so that the concepts for a problem were never learned from it. Laws are those that searches found; the ground truth
 * is not used.
 */
public final class ConceptRows {
    /** The most concepts that are sought. */
    public static final int MOST = 12;

    /** The number of draws of the control. */
    static final int DRAWS = 4;

    private static final String NOTHING_IN_COMMON = "no piece that two laws or more have saves what it costs";
    private static final List<String> OPERANDS = List.of("x", "y", "z");

    private final String experimentId;
    private final SortedMap<String, Expression> laws;
    private final ConceptMiner miner;
    private final List<ConceptRow> rows = new ArrayList<>();

    private ConceptRows(String experimentId, SortedMap<String, Expression> laws) {
        this.experimentId = experimentId;
        this.laws = laws;
        this.miner = ConceptMiner.of(laws);
    }

    /**
     * Returns the rows.
     *
     * @param problems the problems of the laws
     * @param laws the laws of all trials; each problem counts with the law that has the shortest description of its
     * data
     */
    public static List<ConceptRow> of(String experimentId, List<ProblemRow> problems, List<DiscoveredLaw> laws) {
        ConceptRows concepts = new ConceptRows(experimentId, BestLaws.of(problems, laws));
        SortedMap<String, ProblemRow> byName = new TreeMap<>();
        problems.forEach(problem -> byName.put(problem.name(), problem));
        concepts.addAll(byName);
        return List.copyOf(concepts.rows);
    }

    private void addAll(Map<String, ProblemRow> problems) {
        if (laws.isEmpty()) {
            return;
        }
        add(ConceptRow.NOTHING, null, null, law -> true);
        laws.keySet().stream()
                .map(law -> problem(problems, law).field())
                .distinct()
                .sorted()
                .forEach(field -> add(
                        ConceptRow.FIELD,
                        field,
                        null,
                        law -> !problem(problems, law).field().equals(field)));
        laws.keySet().forEach(left -> add(ConceptRow.PROBLEM, null, problem(problems, left), law -> !law.equals(left)));
    }

    private static ProblemRow problem(Map<String, ProblemRow> problems, String name) {
        ProblemRow problem = problems.get(name);
        if (problem == null) {
            throw new IllegalStateException("A law of problem '" + name + "', which is not of the experiment");
        }
        return problem;
    }

    private void add(String leftOut, @Nullable String field, @Nullable ProblemRow problem, Predicate<String> chosen) {
        List<String> looked = laws.keySet().stream().filter(chosen).toList();
        List<Concept> concepts = miner.mine(chosen, MOST);
        Place place = new Place(experimentId, leftOut, field, problem, looked.size());
        if (concepts.isEmpty()) {
            rows.add(place.row(0, 0, null));
            return;
        }
        rows.addAll(place.rows(0, concepts));
        RandomPieces pieces = new RandomPieces(miner.pieces(chosen));
        for (int draw = 1; draw <= DRAWS; draw++) {
            ContentHash key = ContentHash.of("control of concepts").add(looked).add(draw);
            rows.addAll(place.rows(draw, pieces.like(concepts, key)));
        }
    }

    /** The laws that rows are about. */
    private record Place(
            String experimentId,
            String leftOut,
            @Nullable String field,
            @Nullable ProblemRow problem,
            int laws) {
        List<ConceptRow> rows(int draw, List<Concept> concepts) {
            return IntStream.range(0, concepts.size())
                    .mapToObj(i -> row(draw, i + 1, concepts.get(i)))
                    .toList();
        }

        ConceptRow row(int draw, int place, @Nullable Concept concept) {
            return new ConceptRow(
                    experimentId,
                    leftOut,
                    field,
                    problem == null ? null : problem.problemId(),
                    problem == null ? null : problem.name(),
                    draw,
                    place,
                    concept == null ? null : definition(concept),
                    concept == null ? null : concept.operands(),
                    concept == null ? null : concept.formula().size(),
                    concept == null ? null : concept.saved(),
                    concept == null ? 0 : concept.laws().size(),
                    concept == null ? List.of() : concept.laws(),
                    laws,
                    concept == null ? NOTHING_IN_COMMON : null);
        }
    }

    /** Returns a name derived from the formula, so that equal concepts are equal operators in all experiments. */
    private static String definition(Concept concept) {
        List<String> operands = OPERANDS.subList(0, concept.operands());
        String formula = concept.formula().infix(operands);
        String name = "concept_" + ContentHash.of("concept").add(formula).hex().substring(0, 8);
        return name + "(" + String.join(", ", operands) + ") = " + formula;
    }
}
