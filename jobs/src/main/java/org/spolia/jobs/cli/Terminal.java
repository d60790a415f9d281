package org.spolia.jobs.cli;

/**
 * What standard output is, as the launcher found it.
 *
 * @param interactive whether it is a terminal
 * @param columns its width in characters
 */
record Terminal(boolean interactive, int columns) {
    private static final int UNLIMITED = 10_000;

    /** From the system property {@code spolia.terminal}: the width of the terminal, or absent when output is no terminal. */
    static Terminal detect() {
        Integer columns = Integer.getInteger("spolia.terminal");
        return columns == null ? new Terminal(false, UNLIMITED) : new Terminal(true, Math.max(40, columns));
    }

    /** The text, cut to what fits into a line that already holds {@code used} characters. */
    String fit(String text, int used) {
        int room = columns - used;
        return text.length() <= room ? text : text.substring(0, Math.max(0, room - 1)) + "…";
    }
}
