package org.spolia.experiment.configuration.operator;

import java.util.List;
import org.spolia.experiment.binding.ChosenBy;
import org.spolia.symbolic.key.Key;

/** An operator set together with concepts of other problems. The concepts depend on the searched problem. */
@ChosenBy("concepts")
public record LearnedOperators(
        @Key(
                value = "name of the set in tables and views",
                pattern = "[A-Za-z0-9_]+([.-][A-Za-z0-9_]+)*",
                patternInWords = "words of letters, digits and _, separated by . or -")
        String name,

        @Key(value = "the operators besides the concepts, by name or definition", minItems = 1)
        List<String> base,

        @Key("common pieces of the equations of an earlier experiment, used as operators")
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
