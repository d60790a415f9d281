package org.spolia.experiment.configuration.operator;

import java.util.List;
import org.spolia.experiment.binding.ChosenBy;
import org.spolia.symbolic.key.Key;

/** The operator sets of another file. */
@ChosenBy("file")
public record OperatorSetFile(
        @Key("file with a list 'operator-sets', relative to this file")
        String file,

        @Key(
                value = "names of the sets to use, or patterns in which * matches any text and ? one character",
                byDefault = "['*']",
                minItems = 1,
                distinct = true)
        List<String> include)
        implements OperatorSetConfig {
    /** The content of such a file. */
    public record Content(
            @Key(
                    value =
                            "operators that the file defines, each by a formula such as 'hill(x, k) = x/(x + k)', in addition to those of the experiment",
                    byDefault = "[]")
            List<String> operators,

            @Key(value = "the sets", minItems = 1) List<ListedOperators> operatorSets) {}
}
