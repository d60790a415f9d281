package org.spolia.statistics.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.spolia.statistics.ConfidenceInterval;
import org.spolia.statistics.Moments;
import org.spolia.statistics.Sums;

/**
 * The probability that a measure of cost identifies the law that extrapolates better. It is computed over pairs of laws
 * that one search found, that fit the training rows equally well and that differ out of distribution: the share of
 * pairs in which the better law costs less, with one half for equal costs. A measure without information reaches 1/2.
 * Pairs are pooled within a problem, problems are averaged.
 */
public final class CostAuc {
    /** The fits of two laws are equally good if the decimal logarithms of their training errors differ by less. */
    public static final double MATCHED = 0.1;

    /** Two laws differ if the decimal logarithms of their errors out of distribution differ by more. */
    public static final double DIFFERENT = 0.1;

    private final List<String> problems;
    private final double[][] areas;
    private final int[] pairs;

    private CostAuc(List<String> problems, double[][] areas, int[] pairs) {
        this.problems = problems;
        this.areas = areas;
        this.pairs = pairs;
    }

    /** Computes the areas of {@code measures} measures. Problems without a pair are left out. */
    public static CostAuc of(List<FoundLaw> members, int measures) {
        SortedMap<String, Map<String, List<FoundLaw>>> runs = new TreeMap<>();
        for (FoundLaw member : members) {
            if (member.costs().size() != measures) {
                throw new IllegalArgumentException("A law of run '" + member.run() + "' has "
                        + member.costs().size() + " costs instead of " + measures + "; give one for each measure");
            }
            runs.computeIfAbsent(member.problem(), problem -> new LinkedHashMap<>())
                    .computeIfAbsent(member.run(), run -> new ArrayList<>())
                    .add(member);
        }
        List<String> problems = new ArrayList<>();
        List<PairTally> tallies = new ArrayList<>();
        runs.forEach((problem, ofProblem) -> {
            PairTally tally = new PairTally(measures);
            ofProblem.values().forEach(tally::addRun);
            if (tally.pairs() > 0) {
                problems.add(problem);
                tallies.add(tally);
            }
        });
        double[][] areas = new double[measures][problems.size()];
        for (int measure = 0; measure < measures; measure++) {
            for (int problem = 0; problem < problems.size(); problem++) {
                areas[measure][problem] = tallies.get(problem).area(measure);
            }
        }
        return new CostAuc(
                problems,
                areas,
                tallies.stream()
                        .mapToInt(tally -> Math.toIntExact(tally.pairs()))
                        .toArray());
    }

    /**
     * Joins areas that were computed problem by problem, so that only the laws of one problem are in memory at a time.
     */
    public static CostAuc joined(List<CostAuc> unordered, int measures) {
        List<CostAuc> parts = unordered.stream()
                .filter(part -> !part.problems.isEmpty())
                .sorted(Comparator.comparing(part -> part.problems.get(0)))
                .toList();
        List<String> problems = new ArrayList<>();
        parts.forEach(part -> problems.addAll(part.problems));
        double[][] areas = new double[measures][];
        for (int measure = 0; measure < measures; measure++) {
            int of = measure;
            areas[measure] = parts.stream()
                    .flatMapToDouble(part -> Arrays.stream(part.areas[of]))
                    .toArray();
        }
        return new CostAuc(
                problems,
                areas,
                parts.stream().flatMapToInt(part -> Arrays.stream(part.pairs)).toArray());
    }

    /** Replaces the measures from index {@code first} on by one measure, whose areas are their means. */
    public CostAuc withMeanFrom(int first) {
        double[][] merged = Arrays.copyOf(areas, first + 1);
        merged[first] = IntStream.range(0, problems.size())
                .mapToDouble(problem ->
                        Sums.sum(areas.length - first, i -> areas[first + i][problem]) / (areas.length - first))
                .toArray();
        return new CostAuc(problems, merged, pairs);
    }

    /** The problems that have a pair, in alphabetical order. */
    public List<String> problems() {
        return problems;
    }

    /** The number of pairs of a problem. */
    public int pairs(int problem) {
        return pairs[problem];
    }

    /** The area under the curve of a measure for each problem. */
    public double[] areas(int measure) {
        return areas[measure].clone();
    }

    /** The mean area of a measure over problems; NaN without a pair. */
    public double area(int measure) {
        return Moments.mean(areas[measure]);
    }

    /**
     * The interval of the mean difference of two measures over resampled problems; both ends are NaN without a pair.
     */
    public ConfidenceInterval difference(int measure, int other, int resamples, double level, long seed) {
        return interval(problem -> areas[measure][problem] - areas[other][problem], resamples, level, seed);
    }

    /** The interval of the mean area of a measure over resampled problems; both ends are NaN without a pair. */
    public ConfidenceInterval interval(int measure, int resamples, double level, long seed) {
        return interval(problem -> areas[measure][problem], resamples, level, seed);
    }

    private ConfidenceInterval interval(IntToDoubleFunction value, int resamples, double level, long seed) {
        if (problems.isEmpty()) {
            return new ConfidenceInterval(Double.NaN, Double.NaN, 0);
        }
        return ProblemBootstrap.of(new int[problems.size()], resamples, seed)
                .interval(
                        chosen -> Sums.sum(chosen.length, i -> value.applyAsDouble(chosen[i])) / chosen.length, level);
    }
}
