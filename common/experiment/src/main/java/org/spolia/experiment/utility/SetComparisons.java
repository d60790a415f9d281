package org.spolia.experiment.utility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.configuration.operator.ListedOperators;
import org.spolia.experiment.planning.Designs;
import org.spolia.experiment.row.ProblemRow;
import org.spolia.experiment.row.SetComparison;
import org.spolia.statistics.ConfidenceInterval;
import org.spolia.statistics.MedianInterval;
import org.spolia.statistics.Metrics;
import org.spolia.statistics.Moments;
import org.spolia.statistics.MultipleTests;
import org.spolia.statistics.SignFlip;
import org.spolia.statistics.SignFlipInterval;
import org.spolia.statistics.effect.Outcome;
import org.spolia.statistics.effect.SetMeans;

/**
 * The operator lists of an experiment, each compared with the first one on the same problems, which are the unit of
 * inference.
 */
public final class SetComparisons {
    private static final double LEVEL = 0.95;
    private static final long SEED = 0;

    /** The bounded score of an error at rounding level. Differences between scores above it do not count. */
    private static final double MOST_SCORE = 1 / (1 + Math.sqrt(1e-12));

    private final String experimentId;
    private final List<ListedOperators> lists;
    private final List<String> ids;
    private final Map<String, ProblemRow> problems = new HashMap<>();
    private final List<ListScore> scores;

    private SetComparisons(
            String experimentId, List<ListedOperators> lists, List<ProblemRow> problems, List<ListScore> scores) {
        this.experimentId = experimentId;
        this.lists = lists;
        this.ids = lists.stream().map(Designs::operatorSetId).toList();
        problems.forEach(problem -> this.problems.put(problem.problemId(), problem));
        this.scores = scores.stream()
                .filter(score -> ids.contains(score.operatorSetId()) && this.problems.containsKey(score.problemId()))
                .toList();
    }

    /**
     * Returns the rows; none for fewer than two lists.
     *
     * @param scores one for each scored trial; those of other sets do not count
     */
    public static List<SetComparison> of(
            String experimentId, List<ListedOperators> lists, List<ProblemRow> problems, List<ListScore> scores) {
        if (lists.size() < 2) {
            return List.of();
        }
        SetComparisons comparisons = new SetComparisons(experimentId, lists, problems, scores);
        List<SetComparison> rows = new ArrayList<>(
                comparisons.rows(SetComparison.RECOVERED, comparisons.means(comparisons::recovered), null));
        rows.addAll(comparisons.rows(
                SetComparison.TEST,
                comparisons.means(score -> score(score.gTest())),
                comparisons.means(score -> decade(score.gTest(), score.nmseTest()))));
        rows.addAll(comparisons.rows(
                SetComparison.OOD,
                comparisons.means(score -> score(score.gOod())),
                comparisons.means(score -> decade(score.gOod(), score.nmseOod()))));
        return rows;
    }

    private @Nullable Double recovered(ListScore score) {
        ProblemRow problem = problems.get(score.problemId());
        boolean known = problem != null && problem.kind().equals("formula");
        return score.recovered() == null || score.noise() > 0 || !known ? null : score.recovered() ? 1.0 : 0.0;
    }

    private static @Nullable Double score(@Nullable Double g) {
        return g == null ? null : Math.min(g, MOST_SCORE);
    }

    /** Returns the decade of an existing split; an undefined error counts as the worst. */
    private static @Nullable Double decade(@Nullable Double g, @Nullable Double nmse) {
        return g == null ? null : nmse == null ? Double.valueOf(Metrics.MOST_DECADE) : Metrics.boundedDecade(nmse);
    }

    private SetMeans means(Function<ListScore, @Nullable Double> measure) {
        List<Outcome> outcomes = new ArrayList<>();
        for (ListScore score : scores) {
            Double value = measure.apply(score);
            ProblemRow problem = problems.get(score.problemId());
            if (value != null && problem != null) {
                outcomes.add(
                        new Outcome(score.problemId(), problem.field(), score.block(), score.operatorSetId(), value));
            }
        }
        return SetMeans.of(ids, outcomes);
    }

    private List<SetComparison> rows(String measure, SetMeans means, @Nullable SetMeans decades) {
        int problemCount = means.problems().size();
        double[] p = problemCount == 0
                ? new double[0]
                : IntStream.range(1, lists.size())
                        .mapToDouble(set -> SignFlip.pValue(means.differences(set, 0), SEED))
                        .toArray();
        double[] adjusted = MultipleTests.holm(p);
        List<SetComparison> rows = new ArrayList<>();
        for (int set = 0; set < lists.size(); set++) {
            SetComparisonBuilder row = new SetComparisonBuilder(
                    experimentId,
                    lists.get(set).name(),
                    measure,
                    set + 1,
                    set == 0 ? null : lists.get(0).name());
            if (problemCount > 0) {
                row.reached(problemCount, means.blocks(), Moments.mean(means.means(set)));
                if (measure.equals(SetComparison.RECOVERED)) {
                    row.recovered(Math.toIntExact(Math.round(means.total(set))));
                }
                if (decades != null) {
                    error(row, decades.means(set));
                }
                if (set > 0) {
                    double[] differences = means.differences(set, 0);
                    row.difference(differences, SignFlipInterval.of(differences, LEVEL, SEED))
                            .test(p[set - 1], SignFlip.smallest(problemCount), adjusted[set - 1]);
                }
            }
            rows.add(row.build());
        }
        return rows;
    }

    private static void error(SetComparisonBuilder row, double[] decades) {
        double[] sorted = decades.clone();
        Arrays.sort(sorted);
        ConfidenceInterval interval = MedianInterval.of(sorted, LEVEL);
        row.error(
                power(Moments.quantile(sorted, 0.5)),
                new ConfidenceInterval(power(interval.lower()), power(interval.upper()), interval.resamples()));
    }

    /** StrictMath, because Math may round differently on another JDK; infinite for an infinite decade. */
    private static double power(double decade) {
        return Double.isInfinite(decade) ? decade : StrictMath.pow(10, decade);
    }
}
