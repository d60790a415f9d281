package org.spolia.jobs.source.format;

import org.apache.spark.sql.catalyst.expressions.UnsafeArrayData;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.Platform;
import org.apache.spark.unsafe.types.UTF8String;
import org.spolia.hdf5.Hdf5Dataset;
import org.spolia.hdf5.type.ElementType;
import org.spolia.hdf5.type.Slab;

/**
 * The Spark type for elements of a dataset: the smallest type that holds all values. Unsigned values of eight bytes
 * keep their bits.
 */
enum CellType {
    BOOLEAN(DataTypes.BooleanType, Platform.BOOLEAN_ARRAY_OFFSET, 1) {
        @Override
        Object read(Hdf5Dataset dataset, Slab slab) {
            byte[] bytes = dataset.bytes(slab);
            boolean[] truths = new boolean[bytes.length];
            for (int i = 0; i < truths.length; i++) {
                truths[i] = bytes[i] != 0;
            }
            return truths;
        }

        @Override
        Object one(Object array, int index) {
            return ((boolean[]) array)[index];
        }
    },
    INT(DataTypes.IntegerType, Platform.INT_ARRAY_OFFSET, Integer.BYTES) {
        @Override
        Object read(Hdf5Dataset dataset, Slab slab) {
            return dataset.ints(slab);
        }

        @Override
        Object one(Object array, int index) {
            return ((int[]) array)[index];
        }
    },
    LONG(DataTypes.LongType, Platform.LONG_ARRAY_OFFSET, Long.BYTES) {
        @Override
        Object read(Hdf5Dataset dataset, Slab slab) {
            return dataset.longs(slab);
        }

        @Override
        Object one(Object array, int index) {
            return ((long[]) array)[index];
        }
    },
    FLOAT(DataTypes.FloatType, Platform.FLOAT_ARRAY_OFFSET, Float.BYTES) {
        @Override
        Object read(Hdf5Dataset dataset, Slab slab) {
            return dataset.floats(slab);
        }

        @Override
        Object one(Object array, int index) {
            return ((float[]) array)[index];
        }
    },
    DOUBLE(DataTypes.DoubleType, Platform.DOUBLE_ARRAY_OFFSET, Double.BYTES) {
        @Override
        Object read(Hdf5Dataset dataset, Slab slab) {
            return dataset.doubles(slab);
        }

        @Override
        Object one(Object array, int index) {
            return ((double[]) array)[index];
        }
    },
    TEXT(DataTypes.StringType, 0, 0) {
        @Override
        Object read(Hdf5Dataset dataset, Slab slab) {
            return dataset.texts(slab);
        }

        @Override
        Object one(Object array, int index) {
            return UTF8String.fromString(((String[]) array)[index]);
        }

        @Override
        ArrayData some(Object array, int from, int count) {
            Object[] texts = new Object[count];
            for (int i = 0; i < count; i++) {
                texts[i] = one(array, from + i);
            }
            return new GenericArrayData(texts);
        }
    };

    @SuppressWarnings("Immutable") // Spark's types never change, which Error Prone cannot see.
    private final DataType type;

    private final int start;
    private final int bytes;

    /**
     * Creates a type.
     *
     * @param start the offset of the first element in a Java array
     * @param bytes the size of an element there
     */
    CellType(DataType type, int start, int bytes) {
        this.type = type;
        this.start = start;
        this.bytes = bytes;
    }

    static CellType of(ElementType type) {
        return switch (type.kind()) {
            case TRUTH -> BOOLEAN;
            case WHOLE -> type.bytes() + (type.signed() ? 0 : 1) <= Integer.BYTES ? INT : LONG;
            case REAL -> type.bytes() <= Float.BYTES ? FLOAT : DOUBLE;
            case ENUMERATION, FIXED_TEXT, VARIABLE_TEXT, OTHER -> TEXT;
        };
    }

    /** The type of a column whose rows have {@code axes} axes. */
    DataType ofAxes(int axes) {
        return axes == 0 ? type : DataTypes.createArrayType(type, false);
    }

    /** Reads the elements of a slab into an array of this type. */
    abstract Object read(Hdf5Dataset dataset, Slab slab);

    /** Returns an element of such an array in Spark's internal form. */
    abstract Object one(Object array, int index);

    /** Returns consecutive elements of such an array. */
    ArrayData some(Object array, int from, int count) {
        return UnsafeArrayData.fromPrimitiveArray(array, start + bytes * from, count, bytes);
    }
}
