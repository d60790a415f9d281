package org.spolia.experiment.row;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece that discovered laws have in common, as an operator; or a piece drawn at random, its control.
 *
 * @param leftOut {@link #NOTHING}, {@link #FIELD} or {@link #PROBLEM}: whose laws were not looked at
 * @param field null unless a field is left out
 * @param problemId null unless a problem is left out, as its name
 * @param draw 0 for concepts, from 1 for the draws of the control
 * @param place from 1; 0 where nothing was found
 * @param definition null with a reason if nothing was found, as what is about it
 * @param saved bits
 * @param problems whose laws have it
 * @param foundIn their names
 * @param laws that were looked at
 */
public record ConceptRow(
        String experimentId,
        String leftOut,
        @Nullable String field,
        @Nullable String problemId,
        @Nullable String problem,
        int draw,
        int place,
        @Nullable String definition,
        @Nullable Integer operands,
        @Nullable Integer nodes,
        @Nullable Double saved,
        int problems,
        List<String> foundIn,
        int laws,
        @Nullable String reason) {
    public static final String NOTHING = "nothing";
    public static final String FIELD = "field";
    public static final String PROBLEM = "problem";
}
