package org.spolia.jobs.cli.common;

/**
 * The properties of standard output that the launcher detected.
 *
 * @param interactive whether it is a terminal
 * @param columns its width in characters
 * @param coloured whether to use colours
 */
public record Terminal(boolean interactive, int columns, boolean coloured) {
    private static final int UNLIMITED = 10_000;

    /**
     * Reads the system property {@code spolia.terminal}: the width of the terminal, or absent if output is not a
     * terminal. The environment variable NO_COLOR and the terminal type dumb disable colours (no-color.org).
     */
    public static Terminal detect() {
        Integer columns = Integer.getInteger("spolia.terminal");
        if (columns == null) {
            return new Terminal(false, UNLIMITED, false);
        }
        boolean refused =
                !System.getenv().getOrDefault("NO_COLOR", "").isEmpty() || "dumb".equals(System.getenv("TERM"));
        return new Terminal(true, Math.max(40, columns), !refused);
    }

    /** Truncates the text to fit into a line that already holds {@code used} characters. */
    public String fit(String text, int used) {
        int room = columns - used;
        return text.length() <= room ? text : text.substring(0, Math.max(0, room - 1)) + "…";
    }

    /** Highlights the important part. */
    public String strong(String text) {
        return styled("1;32", text);
    }

    /** Dims an explanation. */
    public String faint(String text) {
        return styled("2", text);
    }

    private String styled(String style, String text) {
        return coloured && !text.isEmpty() ? "\033[" + style + "m" + text + "\033[0m" : text;
    }
}
