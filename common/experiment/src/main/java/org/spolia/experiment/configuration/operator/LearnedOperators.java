package org.spolia.experiment.configuration.operator;

import java.util.List;
import org.spolia.experiment.binding.ChosenBy;
import org.spolia.symbolic.key.Key;

/**
 * A set of operators, and beside them concepts of other problems: which ones depends on the problem that is searched.
 */
@ChosenBy("concepts")
public record LearnedOperators(
        @Key(
                value = "name of the set in tables and views",
                pattern = "[A-Za-z0-9_]+([.-][A-Za-z0-9_]+)*",
                patternInWords = "words of letters, digits and _ with . or - between them")
        String name,

        @Key(value = "the operators beside the concepts, by name or definition", minItems = 1)
        List<String> base,

        @Key("pieces that the laws of an earlier experiment have in common, as operators")
        ConceptSource concepts)
        implements OperatorSetConfig {
    public LearnedOperators {
        base = OperatorNames.resolved("base", base);
    }

    /** The set without concepts. */
    public ListedOperators baseSet() {
        return new ListedOperators(name, base);
    }
}
