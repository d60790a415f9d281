package org.spolia.experiment.condition;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.spolia.experiment.Suggestion;
import org.spolia.symbolic.key.InvalidValueException;
import org.spolia.symbolic.key.Names;

/**
 * An expression of Spark SQL over the columns of one row: columns, literals, operators and {@link RowFunctions}.
 * Anything else in SQL, such as a subquery, could read files, run code or vary between runs.
 */
public final class RowExpression {
    private static final String REMEDY =
            "; an expression may have columns, literals, operators and the functions that docs/security.md lists";

    /** Keywords that can precede a parenthesis. */
    private static final Set<String> BEFORE_PARENTHESES = Set.of(
            "all",
            "and",
            "any",
            "between",
            "case",
            "distinct",
            "div",
            "else",
            "escape",
            "from",
            "ilike",
            "in",
            "is",
            "like",
            "not",
            "or",
            "regexp",
            "rlike",
            "some",
            "then",
            "when");

    /** Keywords that can precede a text. After any other word, the text is a typed literal, such as a date. */
    private static final Set<String> BEFORE_TEXTS = Set.of(
            "and",
            "both",
            "leading",
            "trailing",
            "between",
            "case",
            "div",
            "else",
            "escape",
            "from",
            "ilike",
            "in",
            "like",
            "not",
            "or",
            "regexp",
            "rlike",
            "then",
            "when");

    /** Keywords that start a subquery after a parenthesis. */
    private static final Set<String> QUERIES = Set.of("from", "map", "reduce", "table", "values", "with");

    /** Names that read the session or the clock without parentheses. */
    private static final Set<String> SURROUNDINGS = Set.of(
            "current_catalog",
            "current_database",
            "current_date",
            "current_path",
            "current_schema",
            "current_time",
            "current_timestamp",
            "current_user",
            "localtime",
            "localtimestamp",
            "session_user",
            "system_user",
            "user");

    private RowExpression() {}

    /**
     * Checks that the text contains nothing else. Spark checks syntax and columns.
     *
     * @throws InvalidValueException at the key, with the part that is not allowed
     */
    public static void check(String key, String text) {
        if (text.contains("${")) {
            throw refusal(key, text, "${", "a variable of the session or of the environment; write its value");
        }
        List<SqlToken> tokens = SqlToken.of(text);
        for (int i = 0; i < tokens.size(); i++) {
            check(key, text, tokens, i);
        }
    }

    private static void check(String key, String text, List<SqlToken> tokens, int i) {
        SqlToken token = tokens.get(i);
        String word = token.text().toLowerCase(Locale.ROOT);
        String before = textAt(tokens, i - 1);
        String after = textAt(tokens, i + 1);
        switch (token.kind()) {
            case OTHER -> throw refusal(key, text, token.text(), "not part of an expression" + REMEDY);
            case QUOTED -> requireFunction(key, text, tokens, i, token.unquoted());
            case WORD -> {
                if (word.equals("select") || (QUERIES.contains(word) && before.equals("(") && !after.equals("("))) {
                    throw refusal(key, text, token.text(), "a subquery" + REMEDY);
                }
                if (SURROUNDINGS.contains(word) && !before.equals(".")) {
                    throw refusal(
                            key,
                            text,
                            token.text(),
                            "not a function of the row" + REMEDY + "; write a column of this name in `backquotes`");
                }
                if (kindAt(tokens, i + 1) == SqlToken.Kind.TEXT && !BEFORE_TEXTS.contains(word)) {
                    throw refusal(
                            key,
                            text,
                            token.text() + " " + after,
                            "a literal of another type; compare with a number or a text");
                }
                if (!BEFORE_PARENTHESES.contains(word) || before.equals(".")) {
                    requireFunction(key, text, tokens, i, token.text());
                }
            }
            case TEXT, NUMBER, SIGN -> {}
        }
    }

    /** Checks that a name before a parenthesis is a function. */
    private static void requireFunction(String key, String text, List<SqlToken> tokens, int i, String name) {
        if (!textAt(tokens, i + 1).equals("(")) {
            return;
        }
        if (textAt(tokens, i - 1).equals(".") || !RowFunctions.has(name.toLowerCase(Locale.ROOT))) {
            throw new InvalidValueException(key, refused(text, name));
        }
    }

    /** Returns the message for a function that is not allowed in an expression, with the remedy. */
    public static String refused(String text, String function) {
        // Names with the same first letters are better suggestions.
        String start = function.substring(0, Math.min(3, function.length())).toLowerCase(Locale.ROOT);
        List<String> alike = RowFunctions.names().stream()
                .filter(name -> name.startsWith(start))
                .toList();
        String near = Suggestion.nearest(function, alike)
                .map(name -> "; did you mean '" + name + "'?")
                .orElse("");
        return "calls '" + function + "', which is not an allowed function, in " + Names.quote(text) + near + REMEDY;
    }

    private static InvalidValueException refusal(String key, String text, String part, String problem) {
        return new InvalidValueException(key, "'" + part + "' in " + Names.quote(text) + " is " + problem);
    }

    private static String textAt(List<SqlToken> tokens, int i) {
        return i < 0 || i >= tokens.size() ? "" : tokens.get(i).text();
    }

    private static SqlToken.Kind kindAt(List<SqlToken> tokens, int i) {
        return i < 0 || i >= tokens.size() ? SqlToken.Kind.SIGN : tokens.get(i).kind();
    }
}
