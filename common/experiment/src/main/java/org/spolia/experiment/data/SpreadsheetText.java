package org.spolia.experiment.data;

import java.util.regex.Pattern;

/**
 * Texts of users in CSV files. A spreadsheet runs a cell that begins with one of {@code = + - @}, a tab or a carriage
 * return, quoted or not, so such a text gets an apostrophe unless it is a number. Apostrophes before such a text get
 * one too, so that removing one apostrophe restores the original.
 */
public final class SpreadsheetText {
    private static final Pattern RUN = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern MARKED = Pattern.compile("'+[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?|[+-]Infinity");

    private SpreadsheetText() {}

    /** Returns a text as a cell of a file that a spreadsheet may open, quoted if necessary. */
    public static String cell(String text) {
        boolean run = RUN.matcher(text).matches() && !NUMBER.matcher(text).matches();
        return quoted(run ? "'" + text : text);
    }

    /** Returns a text without the apostrophe of {@link #cell}. */
    public static String original(String text) {
        return MARKED.matcher(text).matches() ? text.substring(1) : text;
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
