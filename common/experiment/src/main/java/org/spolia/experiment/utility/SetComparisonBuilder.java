package org.spolia.experiment.utility;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.row.SetComparison;
import org.spolia.statistics.ConfidenceInterval;
import org.spolia.statistics.Moments;

/** Builds a row of set_comparisons. Unset values are NULL, and so are infinite ends of intervals. */
final class SetComparisonBuilder {
    private static final String NO_BLOCK = "no problem has a block in which each list of operators has a score";

    private final String experimentId;
    private final String operatorSet;
    private final String measure;
    private final int place;
    private final @Nullable String reference;
    private int problems;
    private int trials;
    private @Nullable Integer recovered;
    private @Nullable Double score;
    private @Nullable Double nmse;
    private @Nullable Double nmseLower;
    private @Nullable Double nmseUpper;
    private @Nullable Double difference;
    private @Nullable Double lower;
    private @Nullable Double upper;
    private @Nullable Integer better;
    private @Nullable Integer worse;
    private @Nullable Double pValue;
    private @Nullable Double leastPValue;
    private @Nullable Double adjustedPValue;

    SetComparisonBuilder(
            String experimentId, String operatorSet, String measure, int place, @Nullable String reference) {
        this.experimentId = experimentId;
        this.operatorSet = operatorSet;
        this.measure = measure;
        this.place = place;
        this.reference = reference;
    }

    SetComparisonBuilder reached(int onProblems, int inTrials, double meanScore) {
        problems = onProblems;
        trials = inTrials;
        score = meanScore;
        return this;
    }

    SetComparisonBuilder recovered(int count) {
        recovered = count;
        return this;
    }

    SetComparisonBuilder error(double median, ConfidenceInterval interval) {
        nmse = median;
        nmseLower = finite(interval.lower());
        nmseUpper = finite(interval.upper());
        return this;
    }

    /** Sets the differences of the problems and the interval of their centre. */
    SetComparisonBuilder difference(double[] differences, ConfidenceInterval interval) {
        difference = Moments.mean(differences);
        lower = finite(interval.lower());
        upper = finite(interval.upper());
        better = (int) Arrays.stream(differences).filter(value -> value > 0).count();
        worse = (int) Arrays.stream(differences).filter(value -> value < 0).count();
        return this;
    }

    SetComparisonBuilder test(double p, double least, double adjusted) {
        pValue = p;
        leastPValue = least;
        adjustedPValue = adjusted;
        return this;
    }

    SetComparison build() {
        return new SetComparison(
                experimentId,
                operatorSet,
                measure,
                place,
                reference,
                problems,
                trials,
                recovered,
                score,
                nmse,
                nmseLower,
                nmseUpper,
                difference,
                lower,
                upper,
                better,
                worse,
                pValue,
                leastPValue,
                adjustedPValue,
                score == null ? NO_BLOCK : null);
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
