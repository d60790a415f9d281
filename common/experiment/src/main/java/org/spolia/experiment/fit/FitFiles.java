package org.spolia.experiment.fit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.data.SpreadsheetText;
import org.spolia.symbolic.expression.Composition;
import org.spolia.symbolic.expression.Decimal;
import org.spolia.symbolic.rows.CellSums;
import org.spolia.symbolic.search.result.Candidate;
import org.spolia.symbolic.search.result.SearchResult;

/**
 * The files of a fit: {@code hall_of_fame.csv}, {@code variables.csv}, {@code search.state} and the exports. Each is
 * replaced as a whole, so a process that is killed leaves the previous version.
 */
final class FitFiles {
    private static final String HALL_OF_FAME = "hall_of_fame.csv";
    private static final String VARIABLES = "variables.csv";
    private static final String STATE = "search.state";

    private final Path folder;

    FitFiles(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new ExperimentException(
                    folder + ": cannot be made a folder (" + e + "); give --output a folder that can be written", e);
        }
        if (!Files.isWritable(folder)) {
            throw new ExperimentException(folder + ": cannot be written; give --output a folder that can");
        }
    }

    /**
     * Writes the Pareto front and the selected model, with equations in the syntax of SymPy; also held-out losses and
     * sub-expressions if there are any.
     *
     * @param rows the rows that the losses are means over, if the search saw a sample of a table
     */
    void writeHallOfFame(SearchResult result, VariableNames names, OptionalLong rows) {
        boolean heldOut = result.candidates().stream()
                .anyMatch(candidate -> candidate.heldOut().isPresent());
        StringBuilder text = new StringBuilder("complexity,loss,equation,selected");
        text.append(rows.isPresent() ? ",rows" : "");
        text.append(heldOut ? ",held_out_loss,held_out_error" : "");
        parts(result.best()).forEach(part -> text.append(',').append(part.name()));
        text.append('\n');
        for (int i = 0; i < result.candidates().size(); i++) {
            Candidate candidate = result.candidates().get(i);
            if (result.isOnFrontOrChosen(i)) {
                text.append(candidate.complexity()).append(',');
                text.append(Decimal.shortest(candidate.loss())).append(',');
                text.append(quoted(BoundedText.sympy(candidate.expression(), names.names())))
                        .append(',');
                text.append(i == result.selected());
                text.append(rows.isPresent() ? "," + rows.getAsLong() : "");
                text.append(heldOut ? heldOut(candidate) : "");
                parts(candidate)
                        .forEach(part -> text.append(',')
                                .append(quoted(BoundedText.sympy(part.expression(), part.arguments()))));
                text.append('\n');
            }
        }
        replace(HALL_OF_FAME, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes the constants of the selected model in each group, in the order of the equation without its round ones.
     *
     * @param names the groups; those without rows have no line
     */
    void writeGroups(List<String> names, CellSums[] sums, double[][] constants) {
        StringBuilder text = new StringBuilder("group,rows,loss");
        for (int i = 1; i <= constants[0].length; i++) {
            text.append(",constant").append(i);
        }
        text.append('\n');
        for (CellSums group : sums) {
            text.append(SpreadsheetText.cell(names.get(group.group()))).append(',');
            text.append(group.rows()).append(',');
            double loss = group.meanLoss(0);
            text.append(Double.isFinite(loss) ? Decimal.shortest(loss) : "");
            for (double constant : constants[group.group()]) {
                text.append(',').append(Decimal.shortest(constant));
            }
            text.append('\n');
        }
        replace("groups.csv", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<Composition.Part> parts(Candidate candidate) {
        return candidate.composition().map(Composition::parts).orElse(List.of());
    }

    /** Returns two cells, empty if the model was not evaluated or is undefined at some row. */
    private static String heldOut(Candidate candidate) {
        return candidate
                .heldOut()
                .filter(held -> Double.isFinite(held.loss()))
                .map(held -> "," + Decimal.shortest(held.loss()) + "," + Decimal.shortest(held.standardError()))
                .orElse(",,");
    }

    void writeOutputs(String json) {
        replace(SavedOutputs.FILE, json.getBytes(StandardCharsets.UTF_8));
    }

    /** Removes the index of a fit of several targets. */
    void removeOutputs() {
        Path file = folder.resolve(SavedOutputs.FILE);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new ExperimentException(file + ": cannot be removed (" + e + "); give --output another folder", e);
        }
    }

    static boolean hasState(Path folder) {
        return Files.exists(folder.resolve(STATE));
    }

    /** Writes the models of the present front in each language. */
    void writeExports(Map<String, String> exports) {
        exports.forEach((name, text) -> replace(name, text.getBytes(StandardCharsets.UTF_8)));
    }

    void writeVariables(VariableNames names) {
        StringBuilder text = new StringBuilder("name,column\n");
        for (int i = 0; i < names.names().size(); i++) {
            text.append(names.names().get(i)).append(',');
            text.append(SpreadsheetText.cell(names.columns().get(i))).append('\n');
        }
        replace(VARIABLES, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    void writeState(byte[] state) {
        replace(STATE, state);
    }

    byte[] readState() {
        Path file = folder.resolve(STATE);
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ExperimentException(
                    file + ": cannot be read (" + e + "); --resume takes the --output folder of an earlier fit", e);
        }
    }

    Path hallOfFame() {
        return folder.resolve(HALL_OF_FAME);
    }

    Optional<Path> variablesIfRenamed(VariableNames names) {
        return names.anyRenamed() ? Optional.of(folder.resolve(VARIABLES)) : Optional.empty();
    }

    /** Equations consist of names and operators only, and stay readable for other programs without quotes. */
    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    private void replace(String name, byte[] content) {
        Path target = folder.resolve(name);
        Path fresh = folder.resolve("." + name + ".new");
        try {
            Files.write(fresh, content);
            move(fresh, target);
        } catch (IOException e) {
            throw new ExperimentException(
                    target + ": cannot be written (" + e + "); is the disk full or the folder read-only?", e);
        }
    }

    private static void move(Path fresh, Path target) throws IOException {
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
