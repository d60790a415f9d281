package org.spolia.experiment.configuration;

import java.util.List;
import org.spolia.symbolic.key.Key;

/** Which problems an experiment is about. */
public record ProblemSelection(
        @Key(value = "files of problems, relative to this file", byDefault = "[]", distinct = true)
        List<String> files,

        @Key(
                value = "ids, or patterns in which * stands for any text and ? for one character",
                byDefault = "['*']",
                minItems = 1,
                distinct = true)
        List<String> include,

        @Key(value = "ids or patterns to leave out again", byDefault = "[]", distinct = true)
        List<String> exclude) {}
