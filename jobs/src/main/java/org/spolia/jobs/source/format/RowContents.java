package org.spolia.jobs.source.format;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeArrayData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.jspecify.annotations.Nullable;
import org.spolia.hdf5.layout.FrameUnit;
import org.spolia.jobs.source.file.SourceFile;

/** A file whose datasets are columns of the same rows. */
public final class RowContents implements FileContents {
    public static final String ROW = "row";

    /** The suffix of the shape column of a column with two or more axes. */
    private static final String SHAPE = "_shape";

    /** A column of eight bytes then needs one read of the file, and a batch fits in the second-level cache. */
    private static final int BATCH_ROWS = 1 << 14;

    private final SourceFile source;
    private final StructType keys;
    private final Map<String, Optional<Object>> constants;
    private final List<RowColumn> columns;
    private final long rows;

    /**
     * Creates the contents.
     *
     * @param keys the columns of the format; columns of the file with these names provide their values
     * @param constants the columns that have one value in all rows
     */
    RowContents(
            SourceFile source,
            StructType keys,
            Map<String, Optional<Object>> constants,
            List<RowColumn> columns,
            long rows) {
        this.source = source;
        this.keys = keys;
        this.constants = constants;
        this.columns = columns;
        this.rows = rows;
        for (RowColumn column : columns) {
            if (column.shape().length > 1) {
                constants.put(column.name() + SHAPE, Optional.of(UnsafeArrayData.fromPrimitiveArray(column.shape())));
            }
        }
    }

    @Override
    public FileHeader header() {
        Set<String> named = Set.of(keys.fieldNames());
        List<HeaderColumn> brought = new ArrayList<>();
        for (RowColumn column : columns) {
            if (named.contains(column.name())) {
                continue;
            }
            int axes = column.shape().length;
            brought.add(new HeaderColumn(
                    DataTypes.createStructField(column.name(), column.type().ofAxes(axes), true), column.bytes()));
            if (axes > 1) {
                brought.add(new HeaderColumn(
                        DataTypes.createStructField(column.name() + SHAPE, CellType.INT.ofAxes(1), true), 0));
            }
        }
        return new FileHeader(source, constants, List.of(), brought, 1, rows, 1).requireDistinct(keys);
    }

    @Override
    public List<FrameUnit> units(Set<String> wanted, long mostBytes) {
        long step = 1;
        long bytes = 0;
        for (RowColumn column : columns) {
            if (wanted.contains(FileHeader.fold(column.name()))) {
                step = Math.min(common(step, column.chunkRows()), Math.max(1, rows));
                bytes += column.bytes();
            }
        }
        long length = step * Math.max(1, mostBytes / Math.max(1, bytes * step));
        return LongStream.iterate(0, first -> first < rows, first -> first + length)
                .mapToObj(first -> new FrameUnit(0, 1, first, Math.min(length, rows - first)))
                .toList();
    }

    /** The least common multiple. */
    private static long common(long one, long other) {
        long a = one;
        long b = other;
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return one / a * other;
    }

    @Override
    public Iterator<InternalRow> rows(StructType wanted, FrameUnit unit, Selection selection) {
        RowTemplate template = RowTemplate.of(wanted, constants);
        long end = unit.firstStep() + unit.steps();
        List<ColumnBuffer> buffers = new ArrayList<>();
        for (RowColumn column : columns) {
            template.place(column.name()).ifPresent(place -> buffers.add(new ColumnBuffer(column, place, end)));
        }
        return LongStream.range(unit.firstStep(), end)
                .mapToObj(row -> row(template, buffers, row))
                .iterator();
    }

    static boolean areSingle(StructType wanted) {
        return Stream.of(wanted.fields()).noneMatch(field -> field.dataType() instanceof ArrayType);
    }

    @Override
    public Iterator<ColumnarBatch> batches(StructType wanted, FrameUnit unit) {
        RowTemplate template = RowTemplate.of(wanted, constants);
        long end = unit.firstStep() + unit.steps();
        return LongStream.iterate(unit.firstStep(), first -> first < end, first -> first + BATCH_ROWS)
                .mapToObj(first -> batch(wanted, template, first, (int) Math.min(BATCH_ROWS, end - first)))
                .iterator();
    }

    private ColumnarBatch batch(StructType wanted, RowTemplate template, long first, int count) {
        @Nullable Object[] same = template.row();
        ColumnVector[] vectors = new ColumnVector[wanted.length()];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = ArrayColumn.constant(wanted.apply(i).dataType(), same[i], count);
        }
        template.place(ROW)
                .ifPresent(place -> vectors[place] = new ArrayColumn(
                        DataTypes.LongType,
                        LongStream.range(first, first + count).toArray()));
        for (RowColumn column : columns) {
            template.place(column.name())
                    .ifPresent(place -> vectors[place] =
                            new ArrayColumn(wanted.apply(place).dataType(), column.load(first, count)));
        }
        return new ColumnarBatch(vectors, count);
    }

    @Override
    public List<FieldFacts> facts(Selection selection) {
        for (RowColumn column : columns) {
            ColumnBuffer buffer = new ColumnBuffer(column, 0, rows);
            for (long row = 0; row < rows; row += buffer.rowsAtOnce()) {
                buffer.value(row);
            }
        }
        return List.of();
    }

    @Override
    public List<AxisFacts> axes() {
        return List.of();
    }

    private static InternalRow row(RowTemplate template, List<ColumnBuffer> buffers, long number) {
        @Nullable Object[] row = template.row();
        template.place(ROW).ifPresent(place -> row[place] = number);
        for (ColumnBuffer buffer : buffers) {
            row[buffer.place()] = buffer.value(number);
        }
        return new GenericInternalRow(row);
    }
}
