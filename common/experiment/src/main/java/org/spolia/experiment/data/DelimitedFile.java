package org.spolia.experiment.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.Suggestion;
import org.spolia.experiment.TextFile;
import org.spolia.symbolic.key.Names;

/**
 * A file of numbers in columns: UTF-8 with or without a byte order mark, one line of names, and quotes around cells
 * that need them (including cells with line breaks). Blank lines are skipped.
 *
 * <p>Only the requested columns are parsed, so other columns may contain text. Every mistake is an
 * {@link ExperimentException} with file, line, column, value and remedy.
 */
public final class DelimitedFile implements NumericTable {
    private static final int HEAD_CHARACTERS = 1 << 16;
    private static final int HEAD_LINES = 8;
    private static final int MOST_COLUMNS = 1 << 20;
    private static final int MOST_CHARACTERS_A_ROW = 1 << 28;

    private final Path file;
    private final DelimitedFormat format;
    private final boolean guessed;
    private final long estimatedRows;
    private final List<String> columns;

    private DelimitedFile(
            Path file, DelimitedFormat format, boolean guessed, long estimatedRows, List<String> columns) {
        this.file = file;
        this.format = format;
        this.guessed = guessed;
        this.estimatedRows = estimatedRows;
        this.columns = columns;
    }

    /** Reads the names of the columns, and detects the marks that the format leaves open. */
    public static DelimitedFile open(Path file, DelimitedFormat format) {
        TextFile.requireReadable(file);
        try {
            String head = head(file);
            if (head.isBlank()) {
                throw new ExperimentException(file + ": is empty; the first line must name the columns");
            }
            FormatDetection detection = new FormatDetection(file, head);
            DelimitedFormat resolved = detection.resolve(format);
            return new DelimitedFile(
                    file,
                    resolved,
                    format.decimal() == DelimitedFormat.DETECTED
                            && format.thousands() == DelimitedFormat.NONE
                            && (resolved.decimal() == ',' || resolved.delimiter() == ';'),
                    Math.round((double) Files.size(file)
                                    / head.length()
                                    * head.lines().count())
                            - 1,
                    header(file, detection.records(resolved.delimiter()).get(0)));
        } catch (IOException e) {
            throw unreadable(file, 1, e);
        }
    }

    @Override
    public String place() {
        return file.toString();
    }

    /** Estimates the number of rows from the size and the first lines of the file. */
    public long estimatedRows() {
        return estimatedRows;
    }

    /** The format with both marks known. */
    public DelimitedFormat format() {
        return format;
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public double[][] read(List<String> names) {
        int[] positions = names.stream().mapToInt(this::position).toArray();
        Values[] values = new Values[positions.length];
        Arrays.setAll(values, i -> new Values(format.decimal()));
        forEachRow(row -> append(row, positions, values));
        if (guessed) {
            requireOneReading(names, values);
        }
        double[][] numbers = new double[values.length][];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = values[i].take();
        }
        return numbers;
    }

    /**
     * Checks that the decimal mark cannot be a thousands separator. With semicolons between cells, a comma is the usual
     * decimal mark, so only a column whose numbers have marks from 1000 on contradicts it. With commas or tabs, no
     * column may be ambiguous unless another column is certain.
     */
    private void requireOneReading(List<String> names, Values[] values) {
        boolean sure = Arrays.stream(values).anyMatch(column -> column.evidence.isSure());
        for (int i = 0; i < values.length; i++) {
            MarkEvidence evidence = values[i].evidence;
            boolean open = format.delimiter() != ';' && !sure && evidence.isOpen();
            if (open || evidence.looksGrouped()) {
                throw new ExperimentException(
                        file + ":" + evidence.line() + ": column '" + names.get(i) + "': " + evidence.problem());
            }
        }
    }

    @Override
    public List<TextColumn> textColumns(List<String> names) {
        int[] positions = names.stream().mapToInt(this::position).toArray();
        int[] words = new int[positions.length];
        int[] filled = new int[positions.length];
        String[] examples = new String[positions.length];
        forEachRow(row -> {
            for (int i = 0; i < positions.length; i++) {
                String cell = positions[i] < row.getFieldCount() ? row.getField(positions[i]) : "";
                filled[i] += cell.isBlank() ? 0 : 1;
                if (NumberText.isWord(cell)) {
                    words[i]++;
                    examples[i] = examples[i] == null ? cell : examples[i];
                }
            }
        });
        List<TextColumn> columns = new ArrayList<>();
        for (int i = 0; i < positions.length; i++) {
            // Fewer words among numbers are mistakes in single cells.
            if (4L * words[i] > 3L * filled[i]) {
                columns.add(new TextColumn(names.get(i), Names.quote(examples[i])));
            }
        }
        return columns;
    }

    @Override
    public List<String> texts(String name) {
        int position = position(name);
        List<String> texts = new ArrayList<>();
        forEachRow(row -> {
            requireCells(row);
            String cell = SpreadsheetText.original(row.getField(position).strip());
            if (cell.isEmpty()) {
                throw new ExperimentException(file + ":" + row.getStartingLineNumber() + ": column '" + name
                        + "': is empty; fill it or remove the row");
            }
            texts.add(cell);
        });
        return texts;
    }

    private void forEachRow(Consumer<CsvRecord> action) {
        long line = 1;
        try (CsvReader<CsvRecord> reader = reader(open(file), format.delimiter())) {
            Iterator<CsvRecord> records = reader.iterator();
            records.next();
            while (records.hasNext()) {
                CsvRecord row = records.next();
                line = row.getStartingLineNumber();
                action.accept(row);
            }
        } catch (CsvParseException e) {
            throw broken(file, line, e);
        } catch (UncheckedIOException e) {
            throw unreadable(file, line, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw unreadable(file, line, e);
        }
    }

    private int position(String name) {
        int position = columns.indexOf(name);
        if (position < 0) {
            throw new ExperimentException(
                    file + ":1: no column " + Names.quote(name) + "; " + Suggestion.instead(name, columns));
        }
        return position;
    }

    private void requireCells(CsvRecord row) {
        if (row.getFieldCount() != columns.size()) {
            throw new ExperimentException(file + ":" + row.getStartingLineNumber() + ": has " + row.getFieldCount()
                    + " cells where the header names " + columns.size() + " columns; check the line and its quotes");
        }
    }

    private void append(CsvRecord row, int[] positions, Values[] values) {
        requireCells(row);
        for (int i = 0; i < positions.length; i++) {
            String cell = row.getField(positions[i]);
            try {
                values[i].add(NumberText.parse(cell, format.decimal(), format.thousands()));
                if (guessed) {
                    values[i].evidence.see(cell, row.getStartingLineNumber());
                }
            } catch (NumberFormatException e) {
                throw new ExperimentException(
                        file + ":" + row.getStartingLineNumber() + ": column '" + columns.get(positions[i]) + "': "
                                + e.getMessage(),
                        e);
            }
        }
    }

    private static List<String> header(Path file, CsvRecord record) {
        List<String> names = new ArrayList<>();
        Map<String, Integer> first = new HashMap<>();
        for (String field : record.getFields()) {
            String name = SpreadsheetText.original(field.strip());
            int position = names.size() + 1;
            if (name.isEmpty()) {
                throw new ExperimentException(
                        file + ":1: column " + position + " has no name; the first line must name every column");
            }
            Integer earlier = first.putIfAbsent(name, position);
            if (earlier != null) {
                throw new ExperimentException(file + ":1: columns " + earlier + " and " + position + " are both called "
                        + Names.quote(name) + "; give each its own name");
            }
            names.add(name);
        }
        if (names.stream().allMatch(name -> NumberText.matches(name, '.') || NumberText.matches(name, ','))) {
            throw new ExperimentException(file + ":1: holds numbers only (" + Names.quote(names.get(0))
                    + " …); the first line must name the columns");
        }
        return List.copyOf(names);
    }

    /**
     * Reads the first lines of the file: at least {@link #HEAD_CHARACTERS} and {@link #HEAD_LINES}, if it has as many.
     */
    private static String head(Path file) throws IOException {
        StringBuilder head = new StringBuilder();
        char[] buffer = new char[HEAD_CHARACTERS];
        try (BufferedReader reader = open(file)) {
            int count = reader.read(buffer);
            long lines = 0;
            while (count >= 0) {
                head.append(buffer, 0, count);
                lines += CharBuffer.wrap(buffer, 0, count)
                        .chars()
                        .filter(c -> c == '\n' || c == '\r')
                        .count();
                if (head.length() >= HEAD_CHARACTERS && lines >= HEAD_LINES) {
                    return head.toString();
                }
                count = reader.read(buffer);
            }
        }
        return head.append('\n').toString();
    }

    private static BufferedReader open(Path file) throws IOException {
        BufferedReader reader = new BufferedReader(
                new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder()));
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    static CsvReader<CsvRecord> reader(Reader source, char delimiter) {
        CsvRecordHandler handler = CsvRecordHandler.builder()
                .maxFields(MOST_COLUMNS)
                .maxFieldSize(MOST_CHARACTERS_A_ROW)
                .maxRecordSize(MOST_CHARACTERS_A_ROW)
                .build();
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .ignoreDifferentFieldCount(true)
                .maxBufferSize(MOST_CHARACTERS_A_ROW)
                .build(handler, source);
    }

    private static ExperimentException unreadable(Path file, long line, IOException cause) {
        return cause instanceof CharacterCodingException
                ? new ExperimentException(
                        file + ":" + line + ": is not UTF-8 text from about this line on; save the file as UTF-8",
                        cause)
                : TextFile.unreadable(file, cause);
    }

    static ExperimentException broken(Path file, long line, CsvParseException cause) {
        return new ExperimentException(
                file + ": cannot be read after line " + line + " (" + cause.getMessage() + "); check the quotes there",
                cause);
    }

    /** A growing array of doubles, and their notation. */
    private static final class Values {
        final MarkEvidence evidence;
        private double[] values = new double[64];
        private int size;

        Values(char decimal) {
            evidence = new MarkEvidence(decimal);
        }

        void add(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        /** Returns the numbers and releases them. */
        double[] take() {
            double[] taken = values.length == size ? values : Arrays.copyOf(values, size);
            values = new double[0];
            return taken;
        }
    }
}
