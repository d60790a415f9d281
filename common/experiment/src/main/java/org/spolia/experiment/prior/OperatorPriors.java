package org.spolia.experiment.prior;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.spolia.experiment.configuration.operator.ComplexityPrior;
import org.spolia.experiment.configuration.operator.CostSource;
import org.spolia.experiment.configuration.operator.LeftOut;
import org.spolia.experiment.row.ProblemRow;
import org.spolia.statistics.effect.OperatorCosts;
import org.spolia.symbolic.search.options.OperatorComplexity;

/** Complexities of operators for the problems of an experiment. Earlier experiments are read once. */
public final class OperatorPriors {
    /** Costs are rounded to three digits, and no cost is 0. */
    private static final double DIGITS = 1000;

    private static final double LEAST = 0.001;
    private static final double MOST = 100;

    private final Collection<ProblemRow> problems;
    private final Map<String, LearnedUtilities> learned = new TreeMap<>();

    /**
     * @param problems the problems of the experiment, whose formulas are the corpus
     * @throws org.spolia.experiment.ExperimentException if a prior needs results that no experiment has
     */
    public OperatorPriors(List<ComplexityPrior> priors, Collection<ProblemRow> problems, Experience experience) {
        this.problems = problems;
        for (ComplexityPrior prior : priors) {
            if (prior.costs().isLearned()) {
                learned.computeIfAbsent(source(prior), key -> LearnedUtilities.of(prior, experience));
            }
        }
    }

    /**
     * Returns the costs of operators in the searches for a problem.
     *
     * @param operators the operators of the search
     * @param seed the seed of the search, which determines the assignment of shuffled costs
     * @return an empty list if each costs 1
     */
    public List<OperatorComplexity> complexities(
            ComplexityPrior prior, ProblemRow problem, List<String> operators, long seed) {
        if (prior.costs() == CostSource.UNIFORM) {
            return List.of();
        }
        return complexities(costs(prior, problem, operators, seed), operators);
    }

    /**
     * Returns the costs of operators in a search for a law of the prior's field that is not a problem of the
     * experiment.
     *
     * @param operators the operators of the search
     * @throws org.spolia.experiment.ExperimentException if no problem of the experiment belongs to that field
     */
    public List<OperatorComplexity> complexities(ComplexityPrior prior, List<String> operators) {
        List<Map<String, Integer>> corpus = corpus(other -> other.field().equals(prior.field()));
        return complexities(useful(learned(prior).forField(prior.field()), operators, corpus), operators);
    }

    private static List<OperatorComplexity> complexities(OperatorCosts costs, List<String> operators) {
        return operators.stream()
                .map(operator -> new OperatorComplexity(operator, rounded(costs.of(operator))))
                .toList();
    }

    private static double rounded(double cost) {
        return Math.min(MOST, Math.max(LEAST, Math.rint(cost * DIGITS) / DIGITS));
    }

    private OperatorCosts costs(ComplexityPrior prior, ProblemRow problem, List<String> operators, long seed) {
        List<Map<String, Integer>> corpus = corpus(teaches(prior, problem));
        if (prior.costs() == CostSource.CORPUS) {
            return OperatorCosts.ofFrequencies(List.copyOf(known(operators, corpus)), corpus);
        }
        OperatorCosts useful = useful(learned(prior).forProblem(prior, problem), operators, corpus);
        return prior.costs() == CostSource.SHUFFLED ? useful.shuffled(corpus, seed) : useful;
    }

    private List<Map<String, Integer>> corpus(Predicate<ProblemRow> taught) {
        return problems.stream()
                .filter(taught)
                .map(ProblemRow::formulaOperators)
                .filter(Objects::nonNull)
                .toList();
    }

    private static SortedSet<String> known(List<String> operators, List<Map<String, Integer>> corpus) {
        SortedSet<String> known = new TreeSet<>(operators);
        corpus.forEach(formula -> known.addAll(formula.keySet()));
        return known;
    }

    private static OperatorCosts useful(
            Map<String, Double> utilities, List<String> operators, List<Map<String, Integer>> corpus) {
        SortedSet<String> known = known(operators, corpus);
        known.addAll(utilities.keySet());
        return LearnedCosts.ofUtilities(utilities, known, corpus);
    }

    private static Predicate<ProblemRow> teaches(ComplexityPrior prior, ProblemRow problem) {
        return other -> !other.problemId().equals(problem.problemId())
                && (prior.leaveOut() == LeftOut.PROBLEM || !other.field().equals(problem.field()))
                && (prior.field().isEmpty() || other.field().equals(prior.field()));
    }

    private LearnedUtilities learned(ComplexityPrior prior) {
        LearnedUtilities found = learned.get(source(prior));
        if (found == null) {
            throw new IllegalArgumentException("Prior " + prior + " was not announced");
        }
        return found;
    }

    private static String source(ComplexityPrior prior) {
        return prior.from() + " " + prior.design();
    }

    /** Returns a hash of what was learned from each source. Other utilities make another experiment. */
    public Map<String, String> hashes() {
        Map<String, String> hashes = new TreeMap<>();
        learned.forEach((source, utilities) -> hashes.put(source, utilities.hash()));
        return hashes;
    }
}
