package org.spolia.experiment.row;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece that discovered laws share, as an operator; or a piece drawn at random, its control.
 *
 * @param leftOut {@link #NOTHING}, {@link #FIELD} or {@link #PROBLEM}: whose laws were left out
 * @param field null unless a field is left out
 * @param problemId null unless a problem is left out, as its name
 * @param draw 0 for concepts, from 1 for the draws of the control
 * @param place from 1; 0 if nothing was found
 * @param definition null with a reason if nothing was found, as is everything about it
 * @param saved in bits
 * @param problems the number of problems whose laws contain it
 * @param foundIn their names
 * @param laws the number of laws that were searched
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
