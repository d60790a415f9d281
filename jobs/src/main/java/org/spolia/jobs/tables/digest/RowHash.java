package org.spolia.jobs.tables.digest;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.MapData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * The sha256 of the bits of one row: each value with a tag of its kind, texts and collections with their length. Rows
 * are in Spark's internal form, because Spark boxes every number of an external row, and a tile has 65 536.
 */
final class RowHash {
    private RowHash() {}

    static byte[] of(InternalRow row, StructType schema) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (int i = 0; i < schema.length(); i++) {
                DataType type = schema.apply(i).dataType();
                write(row.isNullAt(i) ? null : row.get(i, type), type, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sha256().digest(bytes.toByteArray());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static void write(@Nullable Object value, DataType type, DataOutputStream out) throws IOException {
        if (value == null) {
            out.writeByte('0');
        } else if (value instanceof UTF8String text) {
            byte[] utf8 = text.getBytes();
            out.writeByte('s');
            out.writeInt(utf8.length);
            out.write(utf8);
        } else if (value instanceof Boolean truth) {
            out.writeByte('b');
            out.writeBoolean(truth);
        } else if (value instanceof Integer number) {
            out.writeByte('i');
            out.writeInt(number);
        } else if (value instanceof Short number) {
            out.writeByte('h');
            out.writeShort(number);
        } else if (value instanceof Long number) {
            out.writeByte('l');
            out.writeLong(number);
        } else if (value instanceof Float number) {
            out.writeByte('f');
            out.writeInt(Float.floatToRawIntBits(number));
        } else if (value instanceof Double number) {
            out.writeByte('d');
            out.writeLong(Double.doubleToRawLongBits(number));
        } else if (value instanceof ArrayData array && type instanceof ArrayType elements) {
            out.writeByte('a');
            out.writeInt(array.numElements());
            for (int i = 0; i < array.numElements(); i++) {
                write(element(array, i, elements.elementType()), elements.elementType(), out);
            }
        } else if (value instanceof MapData map && type instanceof MapType entries) {
            writeMap(map, entries, out);
        } else {
            throw new IllegalStateException("No digest of a " + value.getClass().getName());
        }
    }

    /** The order of the entries of a map is not part of its value. */
    private static void writeMap(MapData map, MapType type, DataOutputStream out) throws IOException {
        Map<String, Integer> places = new TreeMap<>();
        for (int i = 0; i < map.numElements(); i++) {
            places.put(String.valueOf(element(map.keyArray(), i, type.keyType())), i);
        }
        out.writeByte('m');
        out.writeInt(map.numElements());
        for (int place : places.values()) {
            write(element(map.keyArray(), place, type.keyType()), type.keyType(), out);
            write(element(map.valueArray(), place, type.valueType()), type.valueType(), out);
        }
    }

    private static @Nullable Object element(ArrayData array, int index, DataType type) {
        return array.isNullAt(index) ? null : array.get(index, type);
    }
}
