package org.spolia.jobs.columns;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.SizeStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.statistics.geospatial.GeospatialStatistics;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.spark.sql.catalyst.expressions.UnsafeArrayData;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.unsafe.Platform;
import org.apache.spark.unsafe.bitset.BitSetMethods;
import org.jspecify.annotations.Nullable;

/**
 * Writes a column of arrays into plain pages of whole rows. Pages have no minimum and maximum, because no query uses
 * them for numbers in arrays. There is no dictionary, because real numbers hardly repeat.
 */
final class ArrayWriter {
    /** The default page size of Parquet. */
    private static final int PAGE_BYTES = 1 << 20;

    private static final int NULLS_OFFSET = Long.BYTES;

    private final ColumnDescriptor column;
    private final PageWriter pages;
    private final Element element;
    private final int defined;
    private final LevelEncoder repetitions = new LevelEncoder();
    private final LevelEncoder definitions = new LevelEncoder();
    private byte[] bytes = new byte[0];
    private ByteBuffer values = page(bytes);
    private int entries;
    private int rows;

    /**
     * Creates a writer.
     *
     * @param defined the definition level of an array that is not NULL, possibly empty
     */
    ArrayWriter(ColumnDescriptor column, PageWriter pages, Element element, int defined) {
        this.column = column;
        this.pages = pages;
        this.element = element;
        this.defined = defined;
    }

    private static ByteBuffer page(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Adds the array of a row.
     *
     * @param array null for NULL, if the column allows it
     * @return whether a page was full and written
     */
    boolean add(@Nullable ArrayData array) throws IOException {
        int length = array == null ? 0 : array.numElements();
        repetitions.add(0, 1);
        if (array == null || length == 0) {
            definitions.add(array == null ? defined - 1 : defined, 1);
            entries++;
        } else {
            repetitions.add(1, length - 1);
            copy(array, length);
            entries += length;
        }
        rows++;
        if (values.position() < PAGE_BYTES) {
            return false;
        }
        endPage();
        return true;
    }

    private void copy(ArrayData array, int length) {
        makeRoom(Math.multiplyExact(length, element.bytes()));
        if (array instanceof UnsafeArrayData packed && Element.areAsInPages() && !hasNulls(packed, length)) {
            Platform.copyMemory(
                    packed.getBaseObject(),
                    packed.getBaseOffset() + UnsafeArrayData.calculateHeaderPortionInBytes(length),
                    bytes,
                    (long) Platform.BYTE_ARRAY_OFFSET + values.position(),
                    (long) length * element.bytes());
            values.position(values.position() + length * element.bytes());
            definitions.add(column.getMaxDefinitionLevel(), length);
            return;
        }
        for (int i = 0; i < length; i++) {
            boolean present = !array.isNullAt(i);
            if (present) {
                element.put(array, i, values);
            }
            definitions.add(column.getMaxDefinitionLevel() - (present ? 0 : 1), 1);
        }
    }

    private static boolean hasNulls(UnsafeArrayData array, int length) {
        return BitSetMethods.anySet(
                array.getBaseObject(),
                array.getBaseOffset() + NULLS_OFFSET,
                (UnsafeArrayData.calculateHeaderPortionInBytes(length) - NULLS_OFFSET) / Long.BYTES);
    }

    private void makeRoom(int added) {
        if (values.remaining() < added) {
            int wanted = Math.addExact(values.position(), added);
            bytes = Arrays.copyOf(bytes, Math.max(wanted, Math.min(2 * bytes.length, PAGE_BYTES)));
            values = page(bytes).position(values.position());
        }
    }

    /** The size of the data in memory: the packed pages, and the current one. */
    long bufferedBytes() {
        return pages.getMemSize() + values.position();
    }

    /** Writes the rows that are not in a page yet. */
    void endPage() throws IOException {
        if (rows == 0) {
            return;
        }
        PrimitiveType type = column.getPrimitiveType();
        pages.writePage(
                BytesInput.concat(repetitions.take(), definitions.take(), BytesInput.from(bytes, 0, values.position())),
                entries,
                rows,
                Statistics.noopStats(type),
                SizeStatistics.noopBuilder(type, column.getMaxRepetitionLevel(), column.getMaxDefinitionLevel())
                        .build(),
                GeospatialStatistics.noopBuilder().build(),
                Encoding.RLE,
                Encoding.RLE,
                Encoding.PLAIN);
        values.clear();
        entries = 0;
        rows = 0;
    }
}
