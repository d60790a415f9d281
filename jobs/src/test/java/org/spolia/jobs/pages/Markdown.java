package org.spolia.jobs.pages;

import java.util.List;
import java.util.stream.Collectors;

/** The rows of a table in Markdown. */
final class Markdown {
    private Markdown() {}

    static String head(String... names) {
        return row(names) + "|" + "---|".repeat(names.length) + "\n";
    }

    static String row(String... cells) {
        return List.of(cells).stream()
                .map(cell -> cell.replaceAll("\\s+", " ").replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }
}
