package org.spolia.experiment.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.spolia.experiment.ExperimentException;

/**
 * Detects delimiter and decimal mark in the head of a file. The delimiter is the one that splits the header and divides
 * most rows into the same number of cells. The decimal mark is a comma if some cell is a number with a comma and none
 * is a number with a point. All cells together determine whether that comma is a thousands separator
 * ({@link MarkEvidence}).
 */
final class FormatDetection {
    private static final int MOST_ROWS = 200;

    private final Path file;
    private final String head;

    FormatDetection(Path file, String head) {
        this.file = file;
        this.head = head;
    }

    DelimitedFormat resolve(DelimitedFormat format) {
        char delimiter = format.delimiter() == DelimitedFormat.DETECTED ? delimiter() : given(format.delimiter());
        char decimal = format.decimal() == DelimitedFormat.DETECTED
                ? decimal(delimiter, format.thousands())
                : format.decimal();
        return new DelimitedFormat(delimiter, decimal, format.thousands());
    }

    private char delimiter() {
        char best = ',';
        double bestScore = 0;
        for (char candidate : DelimitedFormat.DELIMITERS) {
            List<CsvRecord> records = records(candidate);
            int columns = records.get(0).getFieldCount();
            double regular = records.stream()
                    .filter(row -> row.getFieldCount() == columns)
                    .count();
            // The number of columns decides between delimiters that divide the rows equally well.
            double score = columns > 1 ? regular / records.size() + 1e-9 * columns : 0;
            if (score > bestScore) {
                bestScore = score;
                best = candidate;
            }
        }
        return best;
    }

    private char given(char delimiter) {
        char detected = delimiter();
        if (records(delimiter).get(0).getFieldCount() == 1
                && records(detected).get(0).getFieldCount() > 1) {
            throw new ExperimentException(file + ":1: the delimiter " + DelimitedFormat.name(delimiter)
                    + " does not split the header; the file appears to be delimited by "
                    + DelimitedFormat.name(detected));
        }
        return delimiter;
    }

    private char decimal(char delimiter, char thousands) {
        if (thousands == ',' || thousands == '.') {
            return thousands == ',' ? '.' : ',';
        }
        boolean comma = false;
        List<CsvRecord> records = records(delimiter);
        for (CsvRecord row : records.subList(1, records.size())) {
            for (String field : row.getFields()) {
                String cell = thousands == DelimitedFormat.NONE
                        ? field
                        : Thousands.removed(Thousands.removed(field.strip(), thousands, '.'), thousands, ',');
                if (NumberText.shows(cell, '.')) {
                    return '.';
                }
                comma |= NumberText.shows(cell, ',');
            }
        }
        return comma ? ',' : '.';
    }

    /** Returns the header and the first rows; at least the header. */
    List<CsvRecord> records(char delimiter) {
        List<CsvRecord> records = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = DelimitedFile.reader(new StringReader(head), delimiter)) {
            Iterator<CsvRecord> rows = reader.iterator();
            while (rows.hasNext() && records.size() <= MOST_ROWS) {
                records.add(rows.next());
            }
            if (!head.endsWith("\n") && !rows.hasNext() && records.size() > 1) {
                // The file continues after the head, so this row may be incomplete.
                records.remove(records.size() - 1);
            }
        } catch (CsvParseException e) {
            if (records.isEmpty()) {
                throw DelimitedFile.broken(file, 0, e);
            }
        } catch (IOException e) {
            throw new IllegalStateException("Reading from a string failed", e);
        }
        if (records.isEmpty()) {
            throw new ExperimentException(file + ":1: names no column; the first line must name the columns");
        }
        return records;
    }
}
