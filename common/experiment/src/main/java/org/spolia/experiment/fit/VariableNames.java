package org.spolia.experiment.fit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The names of columns in equations. A column keeps its name if it is an identifier that SymPy and Python read as a
 * symbol. Any other column is called {@code x1}, {@code x2} … by its position.
 */
public final class VariableNames {
    private static final Set<String> RESERVED = reserved();

    private final List<String> columns;
    private final List<String> names;

    private VariableNames(List<String> columns, List<String> names) {
        this.columns = List.copyOf(columns);
        this.names = List.copyOf(names);
    }

    public static VariableNames of(List<String> columns) {
        Set<String> taken = new HashSet<>();
        for (String column : columns) {
            if (isSymbol(column)) {
                taken.add(column);
            }
        }
        List<String> names = new ArrayList<>();
        for (int position = 1; position <= columns.size(); position++) {
            String column = columns.get(position - 1);
            names.add(isSymbol(column) ? column : free("x" + position, taken));
        }
        return new VariableNames(columns, names);
    }

    /** Returns these names, followed by names that stay unchanged. */
    VariableNames with(List<String> more) {
        List<String> allColumns = new ArrayList<>(columns);
        List<String> allNames = new ArrayList<>(names);
        allColumns.addAll(more);
        allNames.addAll(more);
        return new VariableNames(allColumns, allNames);
    }

    private static String free(String wanted, Set<String> taken) {
        String name = wanted;
        while (!taken.add(name)) {
            name += "_";
        }
        return name;
    }

    private static boolean isSymbol(String name) {
        if (name.isEmpty() || RESERVED.contains(name) || !Normalizer.isNormalized(name, Normalizer.Form.NFKC)) {
            return false;
        }
        int first = name.codePointAt(0);
        return (first == '_' || Character.isUnicodeIdentifierStart(first))
                && name.codePoints()
                        .allMatch(c -> Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
    }

    /** The names in equations, in the order of the columns. */
    public List<String> names() {
        return names;
    }

    /** The names in the file, in their order. */
    public List<String> columns() {
        return columns;
    }

    /** The labels for people: the names in the file, quoted if they are not names in equations. */
    public List<String> labels() {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> names.get(i).equals(columns.get(i)) ? columns.get(i) : quoted(columns.get(i)))
                .toList();
    }

    /** Returns the label of one column. */
    public static String label(String column) {
        return isSymbol(column) ? column : quoted(column);
    }

    private static String quoted(String column) {
        return '"' + column.replaceAll("\\s+", " ").replace("\"", "\"\"") + '"';
    }

    /** Returns whether some column has another name in equations. */
    public boolean anyRenamed() {
        return !names.equals(columns);
    }

    private static Set<String> reserved() {
        InputStream resource = VariableNames.class.getResourceAsStream("reserved-names.txt");
        if (resource == null) {
            throw new IllegalStateException("The resource reserved-names.txt is missing from the jar");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
