package org.spolia.jobs.columns;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.apache.parquet.column.values.ValuesReader;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.spark.sql.catalyst.expressions.codegen.UnsafeArrayWriter;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.Platform;

/**
 * The element types of arrays: numbers with the same bytes in plain pages and in Spark's rows, if the machine has
 * Parquet's byte order.
 */
enum Element {
    FLOAT(DataTypes.FloatType, PrimitiveTypeName.FLOAT, Float.BYTES) {
        @Override
        void copy(ValuesReader values, byte[] row, long place) {
            Platform.putFloat(row, place, values.readFloat());
        }

        @Override
        void put(ArrayData array, int index, ByteBuffer page) {
            page.putFloat(array.getFloat(index));
        }
    },
    DOUBLE(DataTypes.DoubleType, PrimitiveTypeName.DOUBLE, Double.BYTES) {
        @Override
        void copy(ValuesReader values, byte[] row, long place) {
            Platform.putDouble(row, place, values.readDouble());
        }

        @Override
        void put(ArrayData array, int index, ByteBuffer page) {
            page.putDouble(array.getDouble(index));
        }
    },
    INT(DataTypes.IntegerType, PrimitiveTypeName.INT32, Integer.BYTES) {
        @Override
        void copy(ValuesReader values, byte[] row, long place) {
            Platform.putInt(row, place, values.readInteger());
        }

        @Override
        void put(ArrayData array, int index, ByteBuffer page) {
            page.putInt(array.getInt(index));
        }
    },
    LONG(DataTypes.LongType, PrimitiveTypeName.INT64, Long.BYTES) {
        @Override
        void copy(ValuesReader values, byte[] row, long place) {
            Platform.putLong(row, place, values.readLong());
        }

        @Override
        void put(ArrayData array, int index, ByteBuffer page) {
            page.putLong(array.getLong(index));
        }
    };

    @SuppressWarnings("Immutable") // Spark's types never change, which Error Prone cannot see.
    private final DataType type;

    private final PrimitiveTypeName stored;
    private final int bytes;

    Element(DataType type, PrimitiveTypeName stored, int bytes) {
        this.type = type;
        this.stored = stored;
        this.bytes = bytes;
    }

    /** Returns the elements of an array type; empty for other types and other elements. */
    static Optional<Element> of(DataType type) {
        if (type instanceof ArrayType array) {
            for (Element element : values()) {
                if (element.type.equals(array.elementType())) {
                    return Optional.of(element);
                }
            }
        }
        return Optional.empty();
    }

    boolean isReal() {
        return this == FLOAT || this == DOUBLE;
    }

    /** Returns whether this machine has Parquet's byte order. */
    static boolean areAsInPages() {
        return ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    }

    PrimitiveTypeName stored() {
        return stored;
    }

    int bytes() {
        return bytes;
    }

    /** Copies the next values to a place in the buffer of a row, one by one. */
    void copy(ValuesReader values, int count, byte[] row, int place) {
        long to = (long) Platform.BYTE_ARRAY_OFFSET + place;
        for (int i = 0; i < count; i++, to += bytes) {
            copy(values, row, to);
        }
    }

    abstract void copy(ValuesReader values, byte[] row, long place);

    /** Copies an element of an array to the end of a plain page, in Parquet's byte order. */
    abstract void put(ArrayData array, int index, ByteBuffer page);

    void setNull(UnsafeArrayWriter array, int index) {
        if (bytes == Float.BYTES) {
            array.setNull4Bytes(index);
        } else {
            array.setNull8Bytes(index);
        }
    }
}
