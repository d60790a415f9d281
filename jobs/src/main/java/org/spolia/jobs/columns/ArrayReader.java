package org.spolia.jobs.columns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.spark.sql.catalyst.expressions.UnsafeArrayData;
import org.apache.spark.sql.catalyst.expressions.codegen.UnsafeArrayWriter;
import org.apache.spark.sql.catalyst.expressions.codegen.UnsafeRowWriter;
import org.apache.spark.unsafe.Platform;
import org.jspecify.annotations.Nullable;

/** A column of arrays. Holds one page at a time, or the pages that an array spans. */
final class ArrayReader implements CellReader {
    private final ColumnDescriptor column;
    private final PageReader pages;
    private final Element element;
    private final @Nullable Dictionary dictionary;
    private final int defined;
    private final UnsafeArrayWriter array;
    private final List<Piece> pieces = new ArrayList<>();
    private long unread;
    private @Nullable ArrayPage page;

    /** Entries of an array that are in one page. */
    private record Piece(ArrayPage page, int entries) {}

    /**
     * Creates a reader.
     *
     * @param defined the definition level of an array that is not NULL, possibly empty
     * @param row the writer of the arrays
     */
    ArrayReader(ColumnDescriptor column, PageReader pages, Element element, int defined, UnsafeRowWriter row) {
        this.column = column;
        this.pages = pages;
        this.element = element;
        this.dictionary = dictionary(column, pages);
        this.defined = defined;
        this.array = new UnsafeArrayWriter(row, element.bytes());
        this.unread = pages.getTotalValueCount();
    }

    private static @Nullable Dictionary dictionary(ColumnDescriptor column, PageReader pages) {
        DictionaryPage page = pages.readDictionaryPage();
        try {
            return page == null ? null : page.getEncoding().initDictionary(column, page);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot read the dictionary of column " + String.join(".", column.getPath()), e);
        }
    }

    @Override
    public void next(UnsafeRowWriter row, int place) {
        findPieces();
        ArrayPage first = pieces.get(0).page;
        int definition = first.definition();
        if (definition < defined) {
            row.setNullAt(place);
            first.skip();
            return;
        }
        int start = row.cursor();
        if (definition == defined) {
            array.initialize(0);
            first.skip();
        } else {
            copy(row, start);
        }
        row.setOffsetAndSizeFromPreviousCursor(place, start);
    }

    private void copy(UnsafeRowWriter row, int start) {
        int length = 0;
        for (Piece piece : pieces) {
            length += piece.entries;
        }
        array.initialize(length);
        byte[] buffer = row.getBuffer();
        int from = start - Platform.BYTE_ARRAY_OFFSET + UnsafeArrayData.calculateHeaderPortionInBytes(length);
        int index = 0;
        for (Piece piece : pieces) {
            piece.page.copy(piece.entries, array, index, buffer, from);
            index += piece.entries;
        }
    }

    /** Finds the entries of the next row. Only the next page shows whether the row ends with a page. */
    private void findPieces() {
        pieces.clear();
        ArrayPage from = page == null || page.isCounted() ? readPage() : page;
        pieces.add(new Piece(from, from.countRow()));
        while (from.isCounted() && unread > 0) {
            from = readPage();
            int entries = from.countRest();
            if (entries > 0) {
                pieces.add(new Piece(from, entries));
            }
        }
        page = from;
    }

    private ArrayPage readPage() {
        DataPage read = pages.readPage();
        unread -= read.getValueCount();
        return ArrayPage.of(read, column, element, dictionary);
    }
}
