package org.spolia.experiment.data;

import java.util.regex.Pattern;

/**
 * Texts of users in CSV files. A spreadsheet runs a cell that begins with one of {@code = + - @}, a tab or a carriage return, quoted or
 * not, so an apostrophe goes before such a text unless it is a number. It goes before apostrophes with such a text behind them too, so
 * that taking one away gives what there was.
 */
public final class SpreadsheetText {
    private static final Pattern RUN = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern MARKED = Pattern.compile("'+[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?|[+-]Infinity");

    private SpreadsheetText() {}

    /** A text as a cell of a file that a spreadsheet may open, in quotes where the file needs them. */
    public static String cell(String text) {
        boolean run = RUN.matcher(text).matches() && !NUMBER.matcher(text).matches();
        return quoted(run ? "'" + text : text);
    }

    /** A text without what {@link #cell} put before it. */
    public static String original(String text) {
        return MARKED.matcher(text).matches() ? text.substring(1) : text;
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
