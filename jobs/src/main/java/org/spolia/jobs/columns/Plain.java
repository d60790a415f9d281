package org.spolia.jobs.columns;

import java.util.Optional;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.spark.sql.catalyst.expressions.codegen.UnsafeRowWriter;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** The types of columns that are not arrays, such as keys. They are read value by value. */
enum Plain {
    BOOLEAN(DataTypes.BooleanType, PrimitiveTypeName.BOOLEAN) {
        @Override
        void write(ColumnReader column, UnsafeRowWriter row, int place) {
            row.write(place, column.getBoolean());
        }
    },
    INT(DataTypes.IntegerType, PrimitiveTypeName.INT32) {
        @Override
        void write(ColumnReader column, UnsafeRowWriter row, int place) {
            row.write(place, column.getInteger());
        }
    },
    LONG(DataTypes.LongType, PrimitiveTypeName.INT64) {
        @Override
        void write(ColumnReader column, UnsafeRowWriter row, int place) {
            row.write(place, column.getLong());
        }
    },
    FLOAT(DataTypes.FloatType, PrimitiveTypeName.FLOAT) {
        @Override
        void write(ColumnReader column, UnsafeRowWriter row, int place) {
            row.write(place, column.getFloat());
        }
    },
    DOUBLE(DataTypes.DoubleType, PrimitiveTypeName.DOUBLE) {
        @Override
        void write(ColumnReader column, UnsafeRowWriter row, int place) {
            row.write(place, column.getDouble());
        }
    },
    TEXT(DataTypes.StringType, PrimitiveTypeName.BINARY) {
        @Override
        void write(ColumnReader column, UnsafeRowWriter row, int place) {
            row.write(place, column.getBinary().getBytesUnsafe());
        }
    };

    @SuppressWarnings("Immutable") // Spark's types never change, which Error Prone cannot see.
    private final DataType type;

    private final PrimitiveTypeName stored;

    Plain(DataType type, PrimitiveTypeName stored) {
        this.type = type;
        this.stored = stored;
    }

    static Optional<Plain> of(DataType type) {
        for (Plain plain : values()) {
            if (plain.type.equals(type)) {
                return Optional.of(plain);
            }
        }
        return Optional.empty();
    }

    PrimitiveTypeName stored() {
        return stored;
    }

    /** Writes the current value of the column into a row. */
    abstract void write(ColumnReader column, UnsafeRowWriter row, int place);
}
