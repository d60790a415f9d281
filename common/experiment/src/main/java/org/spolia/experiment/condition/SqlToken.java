package org.spolia.experiment.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A token of an expression in SQL. Other tokens of Spark's grammar, such as comments and raw texts, are
 * {@link Kind#OTHER}.
 *
 * @param text the original text
 */
record SqlToken(Kind kind, String text) {
    enum Kind {
        WORD,
        /** A name in backquotes. */
        QUOTED,
        TEXT,
        NUMBER,
        SIGN,
        OTHER
    }

    private static final Pattern NEXT = Pattern.compile(
            "(?<text>'(?:[^'\\\\]|\\\\.)*+'|\"(?:[^\"\\\\]|\\\\.)*+\")|(?<quoted>`(?:[^`]|``)*+`)"
                    + "|(?<number>(?:\\d++\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?[a-zA-Z]{0,2}(?![\\p{L}\\p{N}_]))"
                    + "|(?<word>[\\p{L}\\p{N}_]++)|(?<other>--|/\\*)"
                    + "|(?<sign><=>|->|<>|!=|==|<=|>=|\\|\\||[-+*/%&|^~!<>=(),.\\[\\]])",
            Pattern.DOTALL);

    static List<SqlToken> of(String text) {
        List<SqlToken> tokens = new ArrayList<>();
        Matcher matcher = NEXT.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            if (!matcher.region(at, text.length()).lookingAt()) {
                tokens.add(new SqlToken(Kind.OTHER, text.substring(at, at + 1)));
                return tokens;
            }
            tokens.add(new SqlToken(kind(matcher), matcher.group()));
            at = matcher.end();
        }
        return tokens;
    }

    private static Kind kind(Matcher matcher) {
        if (matcher.group("text") != null) {
            return Kind.TEXT;
        }
        if (matcher.group("quoted") != null) {
            return Kind.QUOTED;
        }
        if (matcher.group("number") != null) {
            return Kind.NUMBER;
        }
        if (matcher.group("word") != null) {
            return Kind.WORD;
        }
        return matcher.group("sign") != null ? Kind.SIGN : Kind.OTHER;
    }

    /** Returns the name in backquotes, or the text itself. */
    String unquoted() {
        return kind == Kind.QUOTED ? text.substring(1, text.length() - 1).replace("``", "`") : text;
    }
}
