package org.spolia.experiment;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Patterns for whole names, in which {@code *} matches any text and {@code ?} one character. */
public final class Glob {
    private Glob() {}

    public static Predicate<String> of(String pattern) {
        String expression = pattern.chars()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining());
        return Pattern.compile(expression).asMatchPredicate();
    }
}
