package org.spolia.symbolic.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.spolia.symbolic.evaluation.Loss;
import org.spolia.symbolic.expression.Expression;

/**
 * The fit of constants to more rows than fit in memory, by the method of Levenberg and Marquardt. A pass over all rows
 * moves every candidate, or every group, by one step; it returns the loss at the new constants together with the sums
 * of the step after it. The result is a function of the data: neither partitions nor their order change a bit.
 */
public final class RowFit {
    private static final double[] LEFT_OUT = {};

    private RowFit() {}

    /**
     * Fitted candidates.
     *
     * @param generation the same candidates with fitted constants, slopes and intercepts
     * @param losses the sum of the losses of each; positive infinity if an invalid row is left
     * @param passes the passes over the rows
     */
    public record Fitted(Generation generation, double[] losses, int passes) {}

    /**
     * Constants of groups.
     *
     * @param parameters the constants of each group
     * @param losses the sum of the losses in each group; positive infinity for a group without rows
     * @param passes the passes over the rows
     */
    public record FittedGroups(double[][] parameters, double[] losses, int passes) {}

    /** Like {@link #fit(Generation, double, int, Function)}, until rounding decides. */
    public static Fitted fit(Generation generation, int most, Function<Generation, GenerationSums> pass) {
        return fit(generation, 0, most, pass);
    }

    /**
     * Fits the free constants of all candidates of a generation.
     *
     * @param generation its demand is {@link Demand#NORMAL}, or {@link Demand#SCALED_NORMAL} to fit slope and intercept
     * @param enough a candidate is fitted when a step promises at most this share of its loss
     * @param most the most passes
     * @param pass evaluates a generation over all rows
     */
    public static Fitted fit(
            Generation generation, double enough, int most, Function<Generation, GenerationSums> pass) {
        requireNormal(generation);
        int linear = generation.demand().linearColumns();
        Generation start = linear == 0 ? generation : shifted(generation, pass);
        List<Descent> descents = new ArrayList<>();
        for (Candidate candidate : start.candidates()) {
            descents.add(new Descent(candidate.constants(), linear, candidate.slope(), candidate.intercept(), enough));
        }
        int passes = linear == 0 ? 0 : 1;
        for (; passes < most; passes++) {
            List<Integer> active = new ArrayList<>();
            List<Candidate> trials = new ArrayList<>();
            for (int i = 0; i < descents.size(); i++) {
                Descent descent = descents.get(i);
                if (!descent.isFinished()) {
                    active.add(i);
                    trials.add(start.candidate(i)
                            .withConstants(descent.trial())
                            .scaled(
                                    descent.trialSlope(),
                                    descent.trialIntercept(),
                                    start.candidate(i).shift()));
                }
            }
            if (active.isEmpty()) {
                break;
            }
            CellSums sums = pass.apply(start.with(trials)).total();
            for (int i = 0; i < active.size(); i++) {
                descents.get(active.get(i)).see(values(sums, i), sums.invalid(i) == 0);
            }
        }
        List<Candidate> fitted = new ArrayList<>();
        for (int i = 0; i < descents.size(); i++) {
            Descent descent = descents.get(i);
            fitted.add(start.candidate(i)
                    .withConstants(descent.constants())
                    .scaled(
                            descent.slope(),
                            descent.intercept(),
                            start.candidate(i).shift()));
        }
        return new Fitted(
                generation.with(fitted),
                descents.stream().mapToDouble(Descent::loss).toArray(),
                passes);
    }

    /**
     * The step of the free constants from a fit to other rows towards a fit to the rows of these sums, which a pass
     * with the demand {@link Demand#NORMAL} gave.
     */
    public static double[] step(Generation generation, int candidate, CellSums sums) {
        return Descent.step(
                values(sums, candidate), generation.candidate(candidate).freeConstants());
    }

    private static void requireNormal(Generation generation) {
        if (!generation.demand().isNormal()) {
            throw new IllegalArgumentException(
                    "A fit needs the demand NORMAL or SCALED_NORMAL, not " + generation.demand());
        }
        if (generation.demand() == Demand.SCALED_NORMAL && !generation.loss().isSquare()) {
            throw new IllegalArgumentException(
                    "Slope and intercept are fitted to squares only, not to " + generation.loss());
        }
    }

    /** Moves the shift of each candidate to the mean of its values, so that slope and intercept hardly correlate. */
    private static Generation shifted(Generation generation, Function<Generation, GenerationSums> pass) {
        CellSums sums = pass.apply(generation.with(Demand.MOMENTS)).total();
        List<Candidate> shifted = new ArrayList<>();
        for (int i = 0; i < generation.size(); i++) {
            Candidate candidate = generation.candidate(i);
            double mean = sums.invalid(i) > 0 ? 0 : sums.value(i, 0) / sums.weight();
            shifted.add(candidate.scaled(
                    candidate.slope(), candidate.intercept() + candidate.slope() * mean, candidate.shift() + mean));
        }
        return generation.with(shifted);
    }

    private static double[] values(CellSums sums, int candidate) {
        double[] values = new double[sums.count(candidate)];
        for (int i = 0; i < values.length; i++) {
            values[i] = sums.value(candidate, i);
        }
        return values;
    }

    /**
     * Fits the parameters of one model in each group by itself.
     *
     * @param start the first values, one row for each group
     * @param most the most passes
     * @param pass evaluates a generation over all rows; folds are added up
     */
    public static FittedGroups fitGroups(
            Expression model, double[][] start, Loss loss, int most, Function<Generation, GenerationSums> pass) {
        Descent[] descents = new Descent[start.length];
        Arrays.setAll(descents, group -> new Descent(start[group], 0, 1, 0, 0));
        int passes = 0;
        for (; passes < most && !Arrays.stream(descents).allMatch(Descent::isFinished); passes++) {
            double[][] trials = Arrays.stream(descents)
                    .map(descent -> descent.isFinished() ? LEFT_OUT : descent.trial())
                    .toArray(double[][]::new);
            GenerationSums sums = pass.apply(Generation.ofGroups(model, trials, Demand.NORMAL, loss));
            Map<Integer, CellSums> groups = sums.groups();
            for (int group = 0; group < descents.length; group++) {
                if (descents[group].isFinished()) {
                    continue;
                }
                CellSums own = groups.get(group);
                if (own == null) {
                    descents[group].see(new double[sums.count(0)], false);
                } else {
                    descents[group].see(values(own, 0), own.invalid(0) == 0);
                }
            }
        }
        return new FittedGroups(
                Arrays.stream(descents).map(Descent::constants).toArray(double[][]::new),
                Arrays.stream(descents).mapToDouble(Descent::loss).toArray(),
                passes);
    }
}
