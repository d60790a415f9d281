package org.spolia.experiment.configuration;

import java.util.List;
import org.spolia.symbolic.key.Key;

/** The problems of an experiment. */
public record ProblemSelection(
        @Key(value = "files of problems, relative to this file", byDefault = "[]", distinct = true)
        List<String> files,

        @Key(
                value = "ids, or patterns in which * matches any text and ? one character",
                byDefault = "['*']",
                minItems = 1,
                distinct = true)
        List<String> include,

        @Key(value = "ids or patterns of problems to exclude from these", byDefault = "[]", distinct = true)
        List<String> exclude) {}
