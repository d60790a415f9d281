package org.spolia.jobs.columns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ValuesType;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.values.ValuesReader;
import org.apache.spark.sql.catalyst.expressions.codegen.UnsafeArrayWriter;
import org.jspecify.annotations.Nullable;

/**
 * A page of a column of arrays. Its entries, each an element or an empty or missing array, are counted first to know
 * the lengths of the arrays, and then copied.
 */
final class ArrayPage {
    private final Element element;
    private final int present;
    private final LevelRuns repetitions;
    private final LevelRuns definitions;
    private final Values values;
    private int uncounted;

    private interface Values {
        void copy(int count, byte[] row, int place);
    }

    private ArrayPage(
            Element element, int present, int entries, LevelRuns repetitions, LevelRuns definitions, Values values) {
        this.element = element;
        this.present = present;
        this.uncounted = entries;
        this.repetitions = repetitions;
        this.definitions = definitions;
        this.values = values;
    }

    static ArrayPage of(DataPage page, ColumnDescriptor column, Element element, @Nullable Dictionary dictionary) {
        return page.accept(new DataPage.Visitor<>() {
            @Override
            public ArrayPage visit(DataPageV1 first) {
                return of(first, column, element, dictionary);
            }

            @Override
            public ArrayPage visit(DataPageV2 second) {
                return of(second, column, element, dictionary);
            }
        });
    }

    private static ArrayPage of(
            DataPageV1 page, ColumnDescriptor column, Element element, @Nullable Dictionary dictionary) {
        try {
            ByteBufferInputStream bytes = page.getBytes().toInputStream();
            ByteBuffer repetitions = bytes.slice(BytesUtils.readIntLittleEndian(bytes));
            ByteBuffer definitions = bytes.slice(BytesUtils.readIntLittleEndian(bytes));
            Values values = values(page.getValueEncoding(), page.getValueCount(), bytes, column, element, dictionary);
            return of(page, column, element, repetitions, definitions, values);
        } catch (IOException e) {
            throw unreadable(column, e);
        }
    }

    private static ArrayPage of(
            DataPageV2 page, ColumnDescriptor column, Element element, @Nullable Dictionary dictionary) {
        try {
            Values values = values(
                    page.getDataEncoding(),
                    page.getValueCount(),
                    page.getData().toInputStream(),
                    column,
                    element,
                    dictionary);
            return of(
                    page,
                    column,
                    element,
                    whole(page.getRepetitionLevels()),
                    whole(page.getDefinitionLevels()),
                    values);
        } catch (IOException e) {
            throw unreadable(column, e);
        }
    }

    private static ArrayPage of(
            DataPage page,
            ColumnDescriptor column,
            Element element,
            ByteBuffer repetitions,
            ByteBuffer definitions,
            Values values) {
        int present = column.getMaxDefinitionLevel();
        return new ArrayPage(
                element,
                present,
                page.getValueCount(),
                new LevelRuns(repetitions, BytesUtils.getWidthFromMaxInt(column.getMaxRepetitionLevel())),
                new LevelRuns(definitions, BytesUtils.getWidthFromMaxInt(present)),
                values);
    }

    private static ByteBuffer whole(BytesInput bytes) throws IOException {
        return rest(bytes.toInputStream());
    }

    private static ByteBuffer rest(ByteBufferInputStream bytes) throws IOException {
        return bytes.slice(bytes.available());
    }

    private static Values values(
            Encoding encoding,
            int count,
            ByteBufferInputStream bytes,
            ColumnDescriptor column,
            Element element,
            @Nullable Dictionary dictionary)
            throws IOException {
        if (encoding == Encoding.PLAIN) {
            ByteBuffer plain = rest(bytes);
            return (number, row, place) -> plain.get(row, place, number * element.bytes());
        }
        ValuesReader reader = encoding.usesDictionary()
                ? encoding.getDictionaryBasedValuesReader(column, ValuesType.VALUES, dictionary)
                : encoding.getValuesReader(column, ValuesType.VALUES);
        reader.initFromPage(count, bytes);
        return (number, row, place) -> element.copy(reader, number, row, place);
    }

    private static UncheckedIOException unreadable(ColumnDescriptor column, IOException cause) {
        return new UncheckedIOException("Cannot read a page of column " + String.join(".", column.getPath()), cause);
    }

    /** Counts the entries of a row that begins here, as far as they are in this page. */
    int countRow() {
        repetitions.left();
        repetitions.skip(1);
        uncounted--;
        return 1 + countRest();
    }

    /** Counts the entries in this page of a row that began in another page. */
    int countRest() {
        int counted = 0;
        while (uncounted > 0 && repetitions.level() > 0) {
            int run = Math.min(repetitions.left(), uncounted);
            repetitions.skip(run);
            uncounted -= run;
            counted += run;
        }
        return counted;
    }

    boolean isCounted() {
        return uncounted == 0;
    }

    /** The definition level of the next entry to copy. */
    int definition() {
        return definitions.level();
    }

    /** Skips an entry that has no element. */
    void skip() {
        definitions.skip(1);
    }

    /**
     * Copies the next entries into an array.
     *
     * @param index the index of the first of them in the array
     * @param place the place of the array's first element in the buffer of the row
     */
    void copy(int entries, UnsafeArrayWriter array, int index, byte[] row, int place) {
        int end = index + entries;
        int at = index;
        while (at < end) {
            int run = Math.min(definitions.left(), end - at);
            if (definitions.level() == present) {
                values.copy(run, row, place + at * element.bytes());
            } else {
                for (int i = at; i < at + run; i++) {
                    element.setNull(array, i);
                }
            }
            definitions.skip(run);
            at += run;
        }
    }
}
