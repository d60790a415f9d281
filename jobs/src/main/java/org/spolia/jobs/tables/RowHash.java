package org.spolia.jobs.tables;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** The sha256 of the bits of one row: each value with a tag of its kind, texts and collections with their length. */
final class RowHash {
    private RowHash() {}

    static byte[] of(Row row) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (int i = 0; i < row.length(); i++) {
                write(row.get(i), out);
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

    private static void write(@Nullable Object value, DataOutputStream out) throws IOException {
        if (value == null) {
            out.writeByte('0');
        } else if (value instanceof String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            out.writeByte('s');
            out.writeInt(utf8.length);
            out.write(utf8);
        } else if (value instanceof Boolean truth) {
            out.writeByte('b');
            out.writeBoolean(truth);
        } else if (value instanceof Integer number) {
            out.writeByte('i');
            out.writeInt(number);
        } else if (value instanceof Long number) {
            out.writeByte('l');
            out.writeLong(number);
        } else if (value instanceof Float number) {
            out.writeByte('f');
            out.writeInt(Float.floatToRawIntBits(number));
        } else if (value instanceof Double number) {
            out.writeByte('d');
            out.writeLong(Double.doubleToRawLongBits(number));
        } else if (value instanceof scala.collection.Seq<?> sequence) {
            out.writeByte('a');
            out.writeInt(sequence.size());
            for (Object element : CollectionConverters.asJava(sequence)) {
                write(element, out);
            }
        } else if (value instanceof scala.collection.Map<?, ?> map) {
            writeMap(CollectionConverters.asJava(map), out);
        } else {
            throw new IllegalStateException("No digest of a " + value.getClass().getName());
        }
    }

    /** The order of the entries of a map is not part of its value. */
    private static void writeMap(Map<?, ?> map, DataOutputStream out) throws IOException {
        out.writeByte('m');
        out.writeInt(map.size());
        for (Map.Entry<?, ?> entry : new TreeMap<>(map).entrySet()) {
            write(entry.getKey(), out);
            write(entry.getValue(), out);
        }
    }
}
