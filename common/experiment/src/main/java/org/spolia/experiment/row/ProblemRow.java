package org.spolia.experiment.row;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem that trials refer to.
 *
 * @param kind {@code formula} or {@code data}
 * @param formula the law, with certified parameters inserted
 * @param variableUnits a unit or null for each variable
 * @param variableChoice {@link #ALL}, {@link #LEARNED} or {@link #RANDOM}: the choice among the variables of the
 * catalogue
 * @param probe the probe with the same target; null unless variables come from embeddings
 * @param encoder the encoder of the embeddings that the variables come from; null likewise
 */
public record ProblemRow(
        String problemId,
        String name,
        String field,
        @Nullable String description,
        String kind,
        @Nullable String formula,
        @Nullable Integer formulaSize,
        @Nullable Map<String, Integer> formulaOperators,
        String target,
        @Nullable String targetUnit,
        List<String> variables,
        List<@Nullable String> variableUnits,
        String variableChoice,
        @Nullable String difficulty,
        @Nullable String citation,
        @Nullable String probe,
        @Nullable String encoder) {
    public static final String ALL = "all";
    public static final String LEARNED = "learned";
    public static final String RANDOM = "random";
}
