package org.spolia.experiment.utility;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.row.OperatorUtility;
import org.spolia.statistics.ConfidenceInterval;
import org.spolia.statistics.SignFlip;
import org.spolia.statistics.effect.Effects;
import org.spolia.statistics.effect.FieldInteraction;

/** Builds a row of operator_utility. Unset values and numbers that are not finite are null. */
final class UtilityRowBuilder {
    private final String experimentId;
    private final String design;
    private final String level;
    private final @Nullable String factor;
    private final List<String> operators;
    private final Effects effects;
    private @Nullable String field;
    private @Nullable String problemId;
    private @Nullable Boolean inFormula;
    private int problems;
    private int blocks;
    private @Nullable Double effect;
    private @Nullable Double standardError;
    private @Nullable Double lower;
    private @Nullable Double upper;
    private @Nullable Double utility;
    private @Nullable Double utilityWithout;
    private @Nullable Double pull;
    private @Nullable Double pValue;
    private @Nullable Double leastPValue;
    private @Nullable Double adjustedPValue;
    private @Nullable Double interaction;
    private @Nullable Double interactionPValue;
    private @Nullable String reason;

    UtilityRowBuilder(
            String experimentId,
            String design,
            String level,
            @Nullable String factor,
            List<String> operators,
            Effects effects) {
        this.experimentId = experimentId;
        this.design = design;
        this.level = level;
        this.factor = factor;
        this.operators = operators;
        this.effects = effects;
    }

    UtilityRowBuilder field(String name) {
        field = name;
        return this;
    }

    UtilityRowBuilder problem(String id, @Nullable Boolean hasFactor) {
        problemId = id;
        inFormula = hasFactor;
        return this;
    }

    UtilityRowBuilder over(int[] chosen) {
        problems = chosen.length;
        blocks = IntStream.of(chosen).map(effects::blocks).sum();
        return this;
    }

    UtilityRowBuilder effect(double mean, double error) {
        effect = finite(mean);
        standardError = finite(error);
        return this;
    }

    /** Resamples of a single problem are equal and say nothing about others. */
    UtilityRowBuilder interval(ConfidenceInterval interval) {
        if (problems > 1) {
            lower = finite(interval.lower());
            upper = finite(interval.upper());
        }
        return this;
    }

    UtilityRowBuilder utility(double shrunk, double without, double pulled) {
        utility = finite(shrunk);
        utilityWithout = finite(without);
        pull = finite(pulled);
        return this;
    }

    UtilityRowBuilder test(double p, double adjusted) {
        pValue = p;
        leastPValue = SignFlip.smallest(problems);
        adjustedPValue = adjusted;
        return this;
    }

    UtilityRowBuilder interaction(FieldInteraction test) {
        interaction = finite(test.statistic());
        interactionPValue = test.pValue();
        return this;
    }

    UtilityRowBuilder reason(String why) {
        reason = why;
        return this;
    }

    OperatorUtility build() {
        return new OperatorUtility(
                experimentId,
                design,
                level,
                factor,
                field,
                problemId,
                operators,
                problems,
                blocks,
                inFormula,
                effect,
                standardError,
                lower,
                upper,
                utility,
                utilityWithout,
                pull,
                pValue,
                leastPValue,
                adjustedPValue,
                interaction,
                interactionPValue,
                reason);
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
