package org.spolia.jobs.source.format;

import org.apache.spark.sql.execution.vectorized.ConstantColumnVector;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarArray;
import org.apache.spark.sql.vectorized.ColumnarMap;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** A column of single values in Spark's form, over the array of decoded values. */
final class ArrayColumn extends ColumnVector {
    private final Object values;

    /**
     * Creates a column.
     *
     * @param values an array of the type's primitive, or of strings
     */
    ArrayColumn(DataType type, Object values) {
        super(type);
        this.values = values;
    }

    /** Returns a column with the same value in all rows, in Spark's internal form; null for NULL. */
    static ColumnVector constant(DataType type, @Nullable Object value, int rows) {
        ConstantColumnVector column = new ConstantColumnVector(rows, type);
        if (value == null) {
            column.setNull();
        } else if (value instanceof UTF8String text) {
            column.setUtf8String(text);
        } else if (value instanceof Integer number) {
            column.setInt(number);
        } else if (value instanceof Long number) {
            column.setLong(number);
        } else {
            throw new IllegalStateException("No column of a file is always " + value);
        }
        return column;
    }

    @Override
    public boolean hasNull() {
        return false;
    }

    @Override
    public int numNulls() {
        return 0;
    }

    @Override
    public boolean isNullAt(int row) {
        return false;
    }

    @Override
    public boolean getBoolean(int row) {
        return ((boolean[]) values)[row];
    }

    @Override
    public int getInt(int row) {
        return ((int[]) values)[row];
    }

    @Override
    public long getLong(int row) {
        return ((long[]) values)[row];
    }

    @Override
    public float getFloat(int row) {
        return ((float[]) values)[row];
    }

    @Override
    public double getDouble(int row) {
        return ((double[]) values)[row];
    }

    @Override
    public UTF8String getUTF8String(int row) {
        return UTF8String.fromString(((String[]) values)[row]);
    }

    @Override
    public byte getByte(int row) {
        throw other();
    }

    @Override
    public short getShort(int row) {
        throw other();
    }

    @Override
    public ColumnarArray getArray(int row) {
        throw other();
    }

    @Override
    public ColumnarMap getMap(int row) {
        throw other();
    }

    @Override
    public Decimal getDecimal(int row, int precision, int scale) {
        throw other();
    }

    @Override
    public byte[] getBinary(int row) {
        throw other();
    }

    @Override
    public ColumnVector getChild(int ordinal) {
        throw other();
    }

    private UnsupportedOperationException other() {
        return new UnsupportedOperationException(
                "Column is of type " + dataType().sql());
    }

    @Override
    public void close() {
        // An array needs no closing.
    }
}
