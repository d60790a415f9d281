package org.spolia.bench.common;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The options of a benchmark, each {@code --name value}. */
public final class Options {
    private final Map<String, String> values = new HashMap<>();

    /**
     * Parses arguments.
     *
     * @throws IllegalArgumentException if they are not pairs of a name and a value
     */
    public static Options of(List<String> arguments) {
        Options options = new Options();
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (!name.startsWith("--") || i + 1 == arguments.size()) {
                throw new IllegalArgumentException("Option '" + name + "' is not of the form --name value");
            }
            options.values.put(name.substring(2), arguments.get(i + 1));
        }
        return options;
    }

    public int number(String name, int otherwise) {
        return numbers(name, List.of(otherwise)).get(0);
    }

    /** Integers, separated by commas. */
    public List<Integer> numbers(String name, List<Integer> otherwise) {
        return list(name, otherwise, Integer::valueOf, "whole numbers belong");
    }

    /** Numbers, separated by commas. */
    public List<Double> decimals(String name, List<Double> otherwise) {
        return list(name, otherwise, Double::valueOf, "numbers belong");
    }

    /** Words, separated by commas. */
    public List<String> words(String name, List<String> otherwise) {
        return list(name, otherwise, String::strip, "words belong");
    }

    private <T> List<T> list(String name, List<T> otherwise, Function<String, T> parse, String instead) {
        String text = values.get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            return Arrays.stream(text.split(",")).map(parse).toList();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "Option --" + name + " has the value '" + text + "' where " + instead, e);
        }
    }
}
