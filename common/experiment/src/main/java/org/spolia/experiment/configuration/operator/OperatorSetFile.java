package org.spolia.experiment.configuration.operator;

import java.util.List;
import org.spolia.experiment.binding.ChosenBy;
import org.spolia.symbolic.key.Key;

/** The sets of operators of a file of their own. */
@ChosenBy("file")
public record OperatorSetFile(
        @Key("file with a list 'operator-sets', relative to this file")
        String file,

        @Key(
                value = "names of the sets to take, or patterns in which * stands for any text and ? for one character",
                byDefault = "['*']",
                minItems = 1,
                distinct = true)
        List<String> include)
        implements OperatorSetConfig {
    /** What such a file holds. */
    public record Content(
            @Key(
                    value =
                            "operators of the file's own, each by a formula as in 'hill(x, k) = x/(x + k)', beside those of the experiment",
                    byDefault = "[]")
            List<String> operators,

            @Key(value = "the sets", minItems = 1) List<ListedOperators> operatorSets) {}
}
