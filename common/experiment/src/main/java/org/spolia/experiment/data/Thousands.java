package org.spolia.experiment.data;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Thousands separators, as in {@code 1,000} or {@code 1 000 000.5}. */
final class Thousands {
    private static final Pattern ONE_GROUP = Pattern.compile("[-+]?[0-9]{1,3}[.,][0-9]{3}");
    private static final List<Character> MARKS = List.of(',', '.', ' ', '\'', '_');

    private Thousands() {}

    static boolean isMark(char mark) {
        return MARKS.contains(mark);
    }

    /** Returns whether the text is both a number with its decimal mark and an integer with a thousands separator. */
    static boolean isAmbiguous(String text) {
        return ONE_GROUP.matcher(text).matches();
    }

    /** Returns the text without thousands separators if they are in the right positions; otherwise unchanged. */
    static String removed(String text, char mark, char decimal) {
        String plain = plain(text);
        return plain.indexOf(mark) >= 0 && grouped(mark, decimal).matcher(plain).matches()
                ? plain.replace(String.valueOf(mark), "")
                : text;
    }

    /** Returns the thousands separator of a text that is a number without them. */
    static Optional<Character> markOf(String text) {
        String plain = plain(text);
        return MARKS.stream()
                .filter(mark -> plain.indexOf(mark) >= 0)
                .filter(mark -> grouped(mark, '.').matcher(plain).matches()
                        || grouped(mark, ',').matcher(plain).matches())
                .findFirst();
    }

    /** Typographic spaces and apostrophes are spaces and apostrophes. */
    private static String plain(String text) {
        return text.replace('\u00A0', ' ')
                .replace('\u2009', ' ')
                .replace('\u202F', ' ')
                .replace('\u2019', '\'');
    }

    private static Pattern grouped(char mark, char decimal) {
        String group = Pattern.quote(String.valueOf(mark));
        String fraction = mark == decimal ? "" : "(" + Pattern.quote(String.valueOf(decimal)) + "[0-9]*)?";
        return Pattern.compile("[-+]?[0-9]{1,3}(" + group + "[0-9]{3})+" + fraction + "([eE][-+]?[0-9]+)?");
    }
}
