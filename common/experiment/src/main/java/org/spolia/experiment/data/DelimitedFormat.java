package org.spolia.experiment.data;

import java.util.List;

/**
 * The format of a delimited file. Either mark may be {@link #DETECTED}: it is then detected in the first rows of the
 * file.
 *
 * @param delimiter between cells: a comma, a semicolon or a tab if detected
 * @param decimal the decimal mark, a point or a comma
 * @param thousands the thousands separator, or {@link #NONE}
 */
public record DelimitedFormat(char delimiter, char decimal, char thousands) {
    /** In place of a mark: detect it in the file. */
    public static final char DETECTED = 0;

    /** No thousands separator. */
    public static final char NONE = 0;

    static final List<Character> DELIMITERS = List.of(',', ';', '\t');

    public DelimitedFormat {
        if (decimal != DETECTED && decimal != '.' && decimal != ',') {
            throw new IllegalArgumentException("Decimal mark is " + name(decimal) + "; must be '.' or ','");
        }
        if (thousands != NONE && !Thousands.isMark(thousands)) {
            throw new IllegalArgumentException(
                    "Thousands separator is " + name(thousands) + "; must be ',', '.', a space, an apostrophe or '_'");
        }
        if (thousands != NONE && thousands == decimal) {
            throw new IllegalArgumentException(name(decimal)
                    + " cannot be both the decimal mark and the thousands separator; leave one of them out");
        }
        if (delimiter == '"' || delimiter == '\n' || delimiter == '\r' || Character.isLetterOrDigit(delimiter)) {
            throw new IllegalArgumentException(
                    "Delimiter is " + name(delimiter) + "; must be a mark such as ',', ';' or a tab");
        }
    }

    /** Both marks are detected in the file. */
    public static DelimitedFormat detected() {
        return new DelimitedFormat(DETECTED, DETECTED, NONE);
    }

    public DelimitedFormat withDelimiter(char mark) {
        return new DelimitedFormat(mark, decimal, thousands);
    }

    public DelimitedFormat withDecimal(char mark) {
        return new DelimitedFormat(delimiter, mark, thousands);
    }

    public DelimitedFormat withThousands(char mark) {
        return new DelimitedFormat(delimiter, decimal, mark);
    }

    /** Returns the name of a mark for messages. */
    static String name(char mark) {
        return mark == '\t' ? "tab" : mark == '\'' ? "\"'\"" : "'" + mark + "'";
    }
}
