package org.spolia.jobs.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A text in a source file that people read: a comment, a string literal, or a whole page.
 *
 * @param line the number of its first line, from 1
 * @param text the text without the marks of comments; a line of it is a line of the file
 * @param isComment whether it is a comment or a documentation string
 */
record Prose(int line, String text, boolean isComment) {
    private static final String JAVA_COMMENT = "/\\*(?s:.*?)\\*/|//[^\n]*(?:\n[ \t]*//[^\n]*)*";
    private static final String JAVA_TEXT =
            "\"\"\"(?s:.*?)(?<!\\\\)\"\"\"|\"(?:[^\"\\\\\n]++|\\\\.)*+\"|'(?:[^'\\\\\n]++|\\\\.)++'";
    private static final String PYTHON_BLOCK = "\"\"\"(?s:.*?)\"\"\"";
    private static final String HASH_COMMENT = "(?<!\\S)#[^\n]*(?:\n[ \t]*#[^\n]*)*";
    private static final Pattern JAVA = Pattern.compile("(" + JAVA_COMMENT + ")|(" + JAVA_TEXT + ")");
    private static final Pattern YAML = Pattern.compile("(" + HASH_COMMENT + ")|(\"[^\"\n]*\")");

    /** By the ending of a file: comments are group 1, literals group 2. */
    private static final Map<String, Pattern> SYNTAX = Map.of(
            "java", JAVA,
            "rs", JAVA,
            "sql", Pattern.compile("(--[^\n]*(?:\n[ \t]*--[^\n]*)*)|('(?:[^']++|'')*+')"),
            "py",
                    Pattern.compile("((?m:^)[ \t]*" + PYTHON_BLOCK + "|" + HASH_COMMENT + ")|(" + PYTHON_BLOCK
                            + "|\"[^\"\n]*\")"),
            "yaml", YAML,
            "yml", YAML,
            "md", Pattern.compile("(?!)()|((?s:.+))"));

    private static final Pattern CONTINUATION = Pattern.compile("\n[ \t]*(?:\\*(?!/)|//|--|#)?[ \t]*");
    private static final Pattern FENCED = Pattern.compile("^```(?s:.*?)^```", Pattern.MULTILINE);
    private static final Pattern INLINE_CODE = Pattern.compile("`[^`\n]*`");

    /** Whether files with this ending have a syntax here. */
    static boolean isKnown(String ending) {
        return SYNTAX.containsKey(ending);
    }

    /** Returns the prose of a file. Code in Markdown is left out. */
    static List<Prose> of(String source, String ending) {
        String text = ending.equals("md") ? withoutCode(source) : source;
        List<Prose> prose = new ArrayList<>();
        Pattern syntax = Objects.requireNonNull(SYNTAX.get(ending), ending);
        for (MatchResult match : syntax.matcher(text).results().toList()) {
            int line = 1 + (int) text.substring(0, match.start()).lines().count();
            boolean startsLine = match.start() == 0 || text.charAt(match.start() - 1) == '\n';
            String joined = CONTINUATION.matcher(match.group()).replaceAll("\n");
            prose.add(new Prose(startsLine ? line : line - 1, joined, match.group(1) != null));
        }
        return prose;
    }

    private static String withoutCode(String page) {
        String prose = FENCED.matcher(page)
                .replaceAll(block -> "\n".repeat((int)
                        block.group().chars().filter(c -> c == '\n').count()));
        return INLINE_CODE.matcher(prose).replaceAll("`code`");
    }
}
