package org.spolia.jobs.rows;

import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** How Spark stores the numbers of a column. */
enum NumberKind {
    DOUBLE {
        @Override
        double read(InternalRow row, int column) {
            return row.getDouble(column);
        }
    },
    FLOAT {
        @Override
        double read(InternalRow row, int column) {
            return row.getFloat(column);
        }
    },
    LONG {
        /** A whole number with more digits than a double has counts as missing. */
        @Override
        double read(InternalRow row, int column) {
            long whole = row.getLong(column);
            double number = whole;
            return whole == (long) number && whole != Long.MAX_VALUE ? number : Double.NaN;
        }
    },
    INTEGER {
        @Override
        double read(InternalRow row, int column) {
            return row.getInt(column);
        }
    },
    SHORT {
        @Override
        double read(InternalRow row, int column) {
            return row.getShort(column);
        }
    },
    BYTE {
        @Override
        double read(InternalRow row, int column) {
            return row.getByte(column);
        }
    },
    BOOLEAN {
        @Override
        double read(InternalRow row, int column) {
            return row.getBoolean(column) ? 1 : 0;
        }
    };

    private static final Map<DataType, NumberKind> KINDS = Map.of(
            DataTypes.DoubleType, DOUBLE,
            DataTypes.FloatType, FLOAT,
            DataTypes.LongType, LONG,
            DataTypes.IntegerType, INTEGER,
            DataTypes.ShortType, SHORT,
            DataTypes.ByteType, BYTE,
            DataTypes.BooleanType, BOOLEAN);

    /** Returns whether columns of a type are read as they are. All others are cast to doubles first. */
    static boolean has(DataType type) {
        return KINDS.containsKey(type);
    }

    static NumberKind of(DataType type) {
        return Objects.requireNonNull(KINDS.get(type), () -> "not a type of numbers: " + type.simpleString());
    }

    /** Returns the number in a row, which has one. */
    abstract double read(InternalRow row, int column);
}
