package org.spolia.experiment.row;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The effect of a factor of a design: on a problem, in a field or over all problems.
 *
 * @param level {@link #DESIGN}, {@link #ALL}, {@link #FIELD} or {@link #PROBLEM}; it determines which numbers exist
 * @param factor null for level design, which concerns all factors together
 * @param field null for levels design and all
 * @param problemId null unless the level is problem
 * @param effect of the presence of the factor on the bounded score
 * @param utility the effect shrunk towards that on all problems
 * @param utilityWithout the same from the other fields, or the other problems, only
 * @param pull null if infinite
 * @param reason why the effect is null
 */
public record OperatorUtility(
        String experimentId,
        String design,
        String level,
        @Nullable String factor,
        @Nullable String field,
        @Nullable String problemId,
        List<String> operators,
        int problems,
        int blocks,
        @Nullable Boolean inFormula,
        @Nullable Double effect,
        @Nullable Double standardError,
        @Nullable Double lower,
        @Nullable Double upper,
        @Nullable Double utility,
        @Nullable Double utilityWithout,
        @Nullable Double pull,
        @Nullable Double pValue,
        @Nullable Double leastPValue,
        @Nullable Double adjustedPValue,
        @Nullable Double interaction,
        @Nullable Double interactionPValue,
        @Nullable String reason) {
    public static final String DESIGN = "design";
    public static final String ALL = "all";
    public static final String FIELD = "field";
    public static final String PROBLEM = "problem";
}
