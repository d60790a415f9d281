package org.spolia.experiment.prior;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.operator.ConceptControl;
import org.spolia.experiment.configuration.operator.ConceptSource;
import org.spolia.experiment.configuration.operator.LearnedOperators;
import org.spolia.experiment.configuration.operator.LeftOut;
import org.spolia.experiment.data.ContentHash;
import org.spolia.experiment.row.ConceptRow;
import org.spolia.experiment.row.ProblemRow;

/** Operators learned from other problems. Earlier experiments are read once. */
public final class LearnedConcepts {
    private final Map<String, List<ConceptRow>> found = new TreeMap<>();

    /**
     * Reads the concepts that some operator sets need.
     *
     * @throws ExperimentException if an experiment has none
     */
    public LearnedConcepts(List<LearnedOperators> sets, Experience experience) {
        for (LearnedOperators set : sets) {
            found.computeIfAbsent(set.concepts().from(), from -> required(from, experience.concepts(from)));
        }
    }

    private static List<ConceptRow> required(String from, List<ConceptRow> rows) {
        if (rows.stream().allMatch(row -> row.definition() == null)) {
            throw new ExperimentException("The laws of experiment '" + from
                    + "' have no concepts in common; name another one as 'from', or search more problems in it");
        }
        return rows;
    }

    /**
     * Returns the operators of a set in the searches for a problem: those of its base, then concepts that were not
     * learned from the problem; empty if every concept needs its own law.
     *
     * @param seed the seed of the search, which determines the draws of the control
     */
    public List<String> operators(LearnedOperators set, ProblemRow problem, long seed) {
        ConceptSource source = set.concepts();
        List<ConceptRow> rows = forProblem(source, problem);
        int draws = rows.stream().mapToInt(ConceptRow::draw).max().orElse(0);
        int draw = source.control() == ConceptControl.RANDOM && draws > 0 ? 1 + Math.floorMod(seed, draws) : 0;
        List<String> operators = new ArrayList<>(set.base());
        rows.stream()
                .filter(row -> row.draw() == draw && row.place() <= source.count())
                .sorted(Comparator.comparingInt(ConceptRow::place))
                .map(ConceptRow::definition)
                .filter(Objects::nonNull)
                .forEach(operators::add);
        return operators;
    }

    /** Concepts of all laws are for problems to which none of the laws belongs. */
    private List<ConceptRow> forProblem(ConceptSource source, ProblemRow problem) {
        List<ConceptRow> rows = Objects.requireNonNull(found.get(source.from()), source.from());
        List<ConceptRow> without = source.leaveOut() == LeftOut.FIELD
                ? where(rows, row -> problem.field().equals(row.field()))
                : where(rows, row -> problem.problemId().equals(row.problemId()));
        if (without.isEmpty() && source.leaveOut() == LeftOut.PROBLEM) {
            // The same problem with another range has another id and the same law.
            without = where(rows, row -> problem.name().equals(row.problem()));
        }
        return without.isEmpty() ? where(rows, row -> row.leftOut().equals(ConceptRow.NOTHING)) : without;
    }

    private static List<ConceptRow> where(List<ConceptRow> rows, Predicate<ConceptRow> condition) {
        return rows.stream().filter(condition).toList();
    }

    /** Returns a hash of what was learned from each experiment. Other concepts make another experiment. */
    public Map<String, String> hashes() {
        Map<String, String> hashes = new TreeMap<>();
        found.forEach((from, rows) -> hashes.put(from, hash(rows)));
        return hashes;
    }

    private static String hash(List<ConceptRow> rows) {
        List<String> lines = rows.stream()
                .map(row -> row.leftOut() + " " + row.field() + " " + row.problemId() + " " + row.problem() + " "
                        + row.draw() + " " + row.place() + " " + row.definition())
                .sorted()
                .toList();
        return ContentHash.of("concepts").add(lines).hex();
    }
}
