package org.spolia.experiment.utility;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.prior.LearnedCosts;
import org.spolia.experiment.row.CostAucRow;
import org.spolia.experiment.row.ProblemRow;
import org.spolia.statistics.ConfidenceInterval;
import org.spolia.statistics.Metrics;
import org.spolia.statistics.effect.CostAuc;
import org.spolia.statistics.effect.FoundLaw;
import org.spolia.statistics.effect.OperatorCosts;
import org.spolia.statistics.effect.Utility;

/** The rows of cost_auc for one design. For each problem, corpus and utility are learned from all other problems. */
final class CostAreas {
    private static final List<String> MEASURES =
            List.of(CostAucRow.NODES, CostAucRow.CORPUS, CostAucRow.UTILITY, CostAucRow.SHUFFLED);
    private static final int SHUFFLES = 20;
    private static final int COSTS = MEASURES.size() - 1 + SHUFFLES;
    private static final int RESAMPLES = 10_000;
    private static final double LEVEL = 0.95;
    private static final long SEED = 0;

    private final String experimentId;
    private final DesignEffects design;
    private final List<ProblemRow> problems;
    private final List<CostAuc> parts = new ArrayList<>();

    CostAreas(String experimentId, DesignEffects design, List<ProblemRow> problems) {
        this.experimentId = experimentId;
        this.design = design;
        this.problems = problems;
    }

    /** Counts the pairs among the laws of one problem. Sets outside the design do not count. */
    void add(List<LawScore> laws) {
        List<LawScore> own = laws.stream()
                .filter(law -> design.operatorSetIds().contains(law.operatorSetId()))
                .toList();
        if (own.isEmpty() || design.utility().isEmpty()) {
            return;
        }
        List<OperatorCosts> costs = costs(design.utility().get(), own);
        parts.add(CostAuc.of(own.stream().map(law -> found(law, costs)).toList(), COSTS));
    }

    private List<OperatorCosts> costs(Utility utility, List<LawScore> laws) {
        String problemId = laws.get(0).problemId();
        List<Map<String, Integer>> corpus = problems.stream()
                .filter(problem -> !problem.problemId().equals(problemId))
                .map(ProblemRow::formulaOperators)
                .filter(Objects::nonNull)
                .toList();
        Map<String, Double> utilities = design.utilitiesWithout(utility, problemId);
        SortedSet<String> operators = new TreeSet<>(utilities.keySet());
        corpus.forEach(formula -> operators.addAll(formula.keySet()));
        laws.forEach(law -> operators.addAll(law.operators().keySet()));
        List<String> names = List.copyOf(operators);
        OperatorCosts useful = LearnedCosts.ofUtilities(utilities, names, corpus);
        List<OperatorCosts> costs = new ArrayList<>(
                List.of(OperatorCosts.ofNodes(names), OperatorCosts.ofFrequencies(names, corpus), useful));
        for (int shuffle = 0; shuffle < SHUFFLES; shuffle++) {
            costs.add(useful.shuffled(corpus, shuffle));
        }
        return costs;
    }

    /** A law that is not finite everywhere out of distribution counts as the worst possible there. */
    private static FoundLaw found(LawScore law, List<OperatorCosts> costs) {
        Double ood = law.nmseOod();
        return new FoundLaw(
                law.problemId(),
                law.trialId(),
                Metrics.boundedDecade(law.nmseTrain()),
                ood == null ? Metrics.MOST_DECADE : Metrics.boundedDecade(ood),
                costs.stream()
                        .map(cost -> cost.complexity(law.size(), law.operators()))
                        .toList());
    }

    List<CostAucRow> rows() {
        CostAuc auc = CostAuc.joined(parts, COSTS).withMeanFrom(MEASURES.size() - 1);
        List<CostAucRow> rows = new ArrayList<>();
        for (int measure = 0; measure < MEASURES.size(); measure++) {
            rows.add(auc.problems().isEmpty() ? unknown(measure) : mean(auc, measure));
            for (int problem = 0; problem < auc.problems().size(); problem++) {
                rows.add(ofProblem(auc, measure, problem));
            }
        }
        return rows;
    }

    private CostAucRow unknown(int measure) {
        String reason = design.utility().isEmpty()
                ? DesignEffects.NO_BLOCK
                : "no search found two laws that fit alike and differ out of distribution";
        return row(measure, null, 0, 0, null, null, null, null, reason);
    }

    private CostAucRow mean(CostAuc auc, int measure) {
        int[] each = IntStream.range(0, auc.problems().size()).toArray();
        boolean several = each.length > 1;
        return row(
                measure,
                null,
                each.length,
                IntStream.of(each).mapToLong(auc::pairs).sum(),
                auc.area(measure),
                several ? auc.interval(measure, RESAMPLES, LEVEL, SEED) : null,
                auc.area(measure) - auc.area(0),
                several ? auc.difference(measure, 0, RESAMPLES, LEVEL, SEED) : null,
                null);
    }

    private CostAucRow ofProblem(CostAuc auc, int measure, int problem) {
        double area = auc.areas(measure)[problem];
        return row(
                measure,
                auc.problems().get(problem),
                1,
                auc.pairs(problem),
                area,
                null,
                area - auc.areas(0)[problem],
                null,
                null);
    }

    private CostAucRow row(
            int measure,
            @Nullable String problemId,
            int count,
            long pairs,
            @Nullable Double auc,
            @Nullable ConfidenceInterval interval,
            @Nullable Double gain,
            @Nullable ConfidenceInterval gainInterval,
            @Nullable String reason) {
        return new CostAucRow(
                experimentId,
                design.name(),
                MEASURES.get(measure),
                problemId,
                count,
                pairs,
                auc,
                interval == null ? null : interval.lower(),
                interval == null ? null : interval.upper(),
                gain,
                gainInterval == null ? null : gainInterval.lower(),
                gainInterval == null ? null : gainInterval.upper(),
                reason);
    }
}
