package org.spolia.jobs.pages;

import java.util.List;

/**
 * A block of code in a page.
 *
 * @param place file and line, for messages
 * @param language the info string of a fenced block, as in {@code sh}; empty for an indented block
 * @param mark the text of an HTML comment in the line above, as in {@code run} or {@code file: PATH}; empty if absent
 */
record Block(String place, String language, String mark, String text) {
    private static final String FILE = "file: ";

    Block {
        mark = mark.strip();
    }

    boolean isFile() {
        return mark.startsWith(FILE);
    }

    String fileName() {
        return mark.substring(FILE.length());
    }

    boolean isIndented() {
        return language.isEmpty();
    }

    List<String> lines() {
        return text.lines().toList();
    }

    @Override
    public String toString() {
        return place;
    }
}
