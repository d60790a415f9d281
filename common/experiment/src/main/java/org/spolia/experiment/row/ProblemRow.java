package org.spolia.experiment.row;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem that trials refer to.
 *
 * @param kind {@code formula} or {@code data}
 * @param formula the law, certified parameters inserted
 * @param variableUnits a unit or null for each variable
 * @param probe whose target it has; null where variables are no vectors
 * @param encoder whose vectors the variables are made of; null likewise
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
        @Nullable String difficulty,
        @Nullable String citation,
        @Nullable String probe,
        @Nullable String encoder) {}
