package org.spolia.bench.solve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A line of a file of verdicts: its cells by column. */
record VerdictLine(Map<String, String> cells) {
    static final List<String> COLUMNS = List.of(
            "setting",
            "problem",
            "class",
            "nodes",
            "variables",
            "nuisance",
            "held_out",
            "seed",
            "rows",
            "budget",
            "contender",
            "seconds",
            "size",
            "nmse_in",
            "nmse_out",
            "nmse_front",
            "solved_in",
            "solved_out",
            "solved_front",
            "formula",
            "expression");

    /** A question to all contenders. Files of two versions of the engine are paired by it. */
    private static final List<String> QUESTION = List.of("setting", "problem", "nuisance", "seed", "rows", "formula");

    private static final Pattern CELL = Pattern.compile("(?:\"((?:[^\"]|\"\")*)\"|([^,\"]*))(?:,|$)");

    static VerdictLine of(Verdict verdict, Budget budget) {
        Map<String, String> cells = question(verdict.setting(), verdict.law(), verdict.seed());
        cells.put("budget", budget.toString());
        cells.put("contender", verdict.contender());
        cells.put("class", verdict.law().problem().field());
        cells.put("nodes", Integer.toString(verdict.law().nodes()));
        cells.put("variables", Integer.toString(verdict.law().variables()));
        cells.put("held_out", Boolean.toString(verdict.law().heldOut()));
        Answer answer = verdict.answer();
        cells.put("seconds", String.format(Locale.ROOT, "%.3f", answer.seconds()));
        cells.put("size", Integer.toString(answer.size()));
        cells.put("nmse_in", number(answer.inside()));
        cells.put("nmse_out", number(answer.outside()));
        cells.put("nmse_front", number(answer.front()));
        cells.put("solved_in", Boolean.toString(verdict.solvedInside()));
        cells.put("solved_out", Boolean.toString(verdict.solvedOutside()));
        cells.put("solved_front", Boolean.toString(verdict.solvedOnFront()));
        cells.put("expression", answer.expression());
        return new VerdictLine(cells);
    }

    private static Map<String, String> question(Setting setting, Law law, int seed) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("setting", setting.name());
        cells.put("problem", law.id());
        cells.put("nuisance", Integer.toString(law.nuisance()));
        cells.put("seed", Integer.toString(seed));
        cells.put("rows", Integer.toString(setting.trainRows()));
        cells.put("formula", law.problem().formula());
        return cells;
    }

    private static String number(double error) {
        return Double.isFinite(error) ? Double.toString(error) : "";
    }

    private static double error(String cell) {
        return cell.isEmpty() ? Double.POSITIVE_INFINITY : Double.parseDouble(cell);
    }

    /** Returns the lines of a file. A last line that was cut off is left out. */
    static List<VerdictLine> read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty() || !cells(lines.get(0)).equals(COLUMNS)) {
            throw new IllegalArgumentException(
                    file + " is not a file of verdicts of this version; name another file with --csv");
        }
        return lines.stream()
                .skip(1)
                .map(VerdictLine::cells)
                .filter(cells -> cells.size() == COLUMNS.size())
                .map(VerdictLine::of)
                .toList();
    }

    private static VerdictLine of(List<String> texts) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int column = 0; column < COLUMNS.size(); column++) {
            cells.put(COLUMNS.get(column), texts.get(column));
        }
        return new VerdictLine(cells);
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        Matcher matcher = CELL.matcher(line);
        int end = 0;
        while (end < line.length() && matcher.find(end) && matcher.start() == end) {
            cells.add(
                    matcher.group(1) == null
                            ? matcher.group(2)
                            : matcher.group(1).replace("\"\"", "\""));
            end = matcher.end();
        }
        return cells;
    }

    String text() {
        return COLUMNS.stream().map(column -> quoted(cell(column))).collect(Collectors.joining(","));
    }

    private static String quoted(String cell) {
        return cell.matches("[^,\"\\s]*")
                ? cell
                : "\"" + cell.replace("\"", "\"\"").replaceAll("\\s+", " ") + "\"";
    }

    String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    boolean is(String column) {
        return Boolean.parseBoolean(cell(column));
    }

    /** What was asked, without contender and budget. */
    List<String> question() {
        return QUESTION.stream().map(this::cell).toList();
    }

    /** What was asked, of whom, with which budget. */
    List<String> key() {
        return key(question(), cell("budget"), cell("contender"));
    }

    static List<String> key(Setting setting, Law law, int seed, Budget budget, String contender) {
        return key(new VerdictLine(question(setting, law, seed)).question(), budget.toString(), contender);
    }

    private static List<String> key(List<String> question, String budget, String contender) {
        List<String> key = new ArrayList<>(question);
        key.add(budget);
        key.add(contender);
        return key;
    }

    Answer answer() {
        return new Answer(
                Double.parseDouble(cell("seconds")),
                Integer.parseInt(cell("size")),
                cell("expression"),
                error(cell("nmse_in")),
                error(cell("nmse_out")),
                error(cell("nmse_front")));
    }
}
