package org.spolia.jobs.cli.query;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes tables, views, the columns of tables that a statement names, and a few words of SQL. */
final class NameCompleter implements Completer {
    private static final List<String> WORDS = List.of(
            "SELECT", "FROM", "WHERE", "GROUP BY", "ORDER BY", "JOIN", "LIMIT", "DESCRIBE", "COUNT", "DISTINCT");

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        String word = line.word();
        int dot = word.lastIndexOf('.');
        String before = dot < 0 ? "" : word.substring(0, dot + 1);
        for (String name : names(line.line())) {
            candidates.add(new Candidate(before + name));
        }
        if (dot < 0) {
            WORDS.forEach(known -> candidates.add(
                    new Candidate(Character.isLowerCase(first(word)) ? known.toLowerCase(Locale.ROOT) : known)));
        }
    }

    private static char first(String word) {
        return word.isEmpty() ? ' ' : word.charAt(0);
    }

    static Set<String> names(String statement) {
        Set<String> names = new TreeSet<>(QuerySession.names());
        names.addAll(QuerySession.columns(statement));
        return names;
    }
}
