package org.spolia.jobs.cli.query;

import java.util.ArrayList;
import java.util.List;

/** Collects lines until a semicolon ends a statement. Semicolons in texts, quoted names and comments do not end one. */
final class StatementBuffer {
    private final StringBuilder text = new StringBuilder();

    /** Adds a line, and returns the statements that it completes, without their semicolons. */
    List<String> add(String line) {
        text.append(line).append('\n');
        List<String> statements = new ArrayList<>();
        for (int end = end(text); end >= 0; end = end(text)) {
            String statement = text.substring(0, end).strip();
            if (!isBlank(statement)) {
                statements.add(statement);
            }
            text.delete(0, end + 1);
        }
        return statements;
    }

    /** Returns whether only blanks and comments wait for a semicolon. */
    boolean isEmpty() {
        return isBlank(text);
    }

    /** Removes and returns the text that waits for a semicolon. */
    String takeRest() {
        String rest = text.toString().strip();
        text.setLength(0);
        return rest;
    }

    private static boolean isBlank(CharSequence text) {
        return text.toString()
                .replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("--[^\\n]*", "")
                .isBlank();
    }

    /** The index of the first semicolon outside quotes and comments; negative if there is none. */
    static int end(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ';') {
                return i;
            }
            if (c == '\'' || c == '"' || c == '`') {
                i = closing(text, i, c);
            } else if (startsWith(text, i, "--")) {
                i = after(text, i, "\n");
            } else if (startsWith(text, i, "/*")) {
                i = after(text, i + 2, "*/");
            }
        }
        return -1;
    }

    /**
     * Spark escapes characters of texts with a backslash. A doubled quote counts as two texts, which end at the same
     * place.
     */
    private static int closing(CharSequence text, int start, char quote) {
        for (int i = start + 1; i < text.length(); i++) {
            if (text.charAt(i) == quote) {
                return i;
            }
            if (text.charAt(i) == '\\' && quote != '`') {
                i++;
            }
        }
        return text.length();
    }

    private static int after(CharSequence text, int start, String end) {
        int found = text.toString().indexOf(end, start);
        return found < 0 ? text.length() : found + end.length() - 1;
    }

    private static boolean startsWith(CharSequence text, int at, String prefix) {
        return at + prefix.length() <= text.length()
                && text.subSequence(at, at + prefix.length()).toString().equals(prefix);
    }
}
