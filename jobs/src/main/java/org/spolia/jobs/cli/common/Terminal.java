package org.spolia.jobs.cli.common;

/**
 * What standard output is, as the launcher found it.
 *
 * @param interactive whether it is a terminal
 * @param columns its width in characters
 * @param coloured whether colours are wanted there
 */
public record Terminal(boolean interactive, int columns, boolean coloured) {
    private static final int UNLIMITED = 10_000;

    /**
     * From the system property {@code spolia.terminal}: the width of the terminal, or absent when output is no terminal. The environment
     * variable NO_COLOR and a terminal that calls itself dumb get no colours (no-color.org).
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

    /** The text, cut to what fits into a line that already holds {@code used} characters. */
    public String fit(String text, int used) {
        int room = columns - used;
        return text.length() <= room ? text : text.substring(0, Math.max(0, room - 1)) + "…";
    }

    /** What the reader looks for. */
    public String strong(String text) {
        return styled("1;32", text);
    }

    /** What explains it. */
    public String faint(String text) {
        return styled("2", text);
    }

    private String styled(String style, String text) {
        return coloured && !text.isEmpty() ? "\033[" + style + "m" + text + "\033[0m" : text;
    }
}
