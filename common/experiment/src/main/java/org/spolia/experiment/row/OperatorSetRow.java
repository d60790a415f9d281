package org.spolia.experiment.row;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set of operators that trials may use, in the fixed order of the engine.
 *
 * @param concepts {@link #NONE}, or the source of the operators besides those of the base: {@link #MINED} or
 * {@link #RANDOM}
 * @param baseId the set without them; null if there are none
 */
public record OperatorSetRow(
        String operatorSetId,
        String name,
        List<String> operators,
        String concepts,
        @Nullable String baseId) {
    public static final String NONE = "none";
    public static final String MINED = "mined";
    public static final String RANDOM = "random";
}
