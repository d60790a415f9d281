package org.spolia.statistics.effect;

import java.util.function.IntPredicate;
import org.spolia.statistics.ConfidenceInterval;
import org.spolia.statistics.Moments;
import org.spolia.statistics.Sums;

/**
 * The utility of a factor in a field: its mean effect on the field's problems, shrunk towards its mean effect on all
 * problems as far as fields are alike (see {@link OneWay}). Utilities for evaluating a problem or a field leave it out,
 * so that no operator counts as useful for a problem because it occurs in its ground truth. It can occur in those of
 * the others.
 */
public final class Utility {
    private final Effects effects;
    private final double[][] values;
    private final OneWay[] models;

    private Utility(Effects effects, double[][] values, OneWay[] models) {
        this.effects = effects;
        this.values = values;
        this.models = models;
    }

    /**
     * Computes utilities from effects.
     *
     * @throws IllegalArgumentException if there is no problem
     */
    public static Utility of(Effects effects) {
        if (effects.problems().isEmpty()) {
            throw new IllegalArgumentException("There is no problem with a complete block; run the remaining trials");
        }
        int factors = effects.factors().size();
        double[][] values = new double[factors][effects.problems().size()];
        OneWay[] models = new OneWay[factors];
        for (int factor = 0; factor < factors; factor++) {
            for (int problem = 0; problem < values[factor].length; problem++) {
                values[factor][problem] = effects.effect(factor, problem);
            }
            models[factor] = model(effects, values[factor], problem -> true);
        }
        return new Utility(effects, values, models);
    }

    private static OneWay model(Effects effects, double[] values, IntPredicate kept) {
        return OneWay.of(values, effects.fieldOf(), effects.fields().size(), kept);
    }

    /** The mean effect on the problems of a field. */
    public double mean(int factor, int field) {
        return models[factor].mean(field);
    }

    /** The mean effect on all problems. */
    public double mean(int factor) {
        return models[factor].mean();
    }

    /**
     * The standard error of the mean effect in a field, from the differences between its problems; NaN for fewer than
     * two.
     */
    public double standardError(int factor, int field) {
        return standardError(effects.effects(factor, effects.problemsOf(field)));
    }

    /** The standard error of the mean effect on all problems; NaN for fewer than two. */
    public double standardError(int factor) {
        return standardError(values[factor]);
    }

    /** The percentile interval of the mean effect in a field over its resampled problems. */
    public ConfidenceInterval interval(int factor, int field, int resamples, double level, long seed) {
        double[] sample = effects.effects(factor, effects.problemsOf(field));
        return ProblemBootstrap.of(new int[sample.length], resamples, seed)
                .interval(chosen -> Sums.sum(chosen.length, i -> sample[chosen[i]]) / chosen.length, level);
    }

    /** The percentile interval of the mean effect on all problems, which are resampled within their fields. */
    public ConfidenceInterval interval(int factor, int resamples, double level, long seed) {
        double[] sample = values[factor];
        return ProblemBootstrap.of(effects.fieldOf(), resamples, seed)
                .interval(chosen -> Sums.sum(chosen.length, i -> sample[chosen[i]]) / chosen.length, level);
    }

    private static double standardError(double[] sample) {
        return sample.length < 2 ? Double.NaN : Math.sqrt(Moments.populationVariance(sample) / (sample.length - 1));
    }

    /** The mean effect in a field, shrunk towards the mean over all problems. */
    public double shrunk(int factor, int field) {
        return models[factor].shrunk(field);
    }

    /** The weight of the mean over all problems in {@link #shrunk}, in problems; infinite if fields do not differ. */
    public double pull(int factor) {
        return models[factor].pull();
    }

    /** The shrunk utility in the field of a problem, from all other problems; NaN if there is no other. */
    public double withoutProblem(int factor, int problem) {
        return model(effects, values[factor], other -> other != problem).shrunk(effects.fieldOf(problem));
    }

    /**
     * The utility of a field predicted by the other fields: the mean effect on their problems; NaN if there is no
     * other.
     */
    public double withoutField(int factor, int field) {
        return model(effects, values[factor], problem -> effects.fieldOf(problem) != field)
                .shrunk(field);
    }
}
