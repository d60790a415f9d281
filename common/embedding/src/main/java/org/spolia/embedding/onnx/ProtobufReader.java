package org.spolia.embedding.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Iterates over the fields of one message of Protocol Buffers, without copying skipped fields. */
final class ProtobufReader {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;
    private static final int LONGEST_VARINT = 10;

    private final byte[] data;
    private final int end;
    private int position;
    private int wire;
    private int start;
    private int length;
    private long number;

    private ProtobufReader(byte[] data, int from, int end) {
        this.data = data;
        this.position = from;
        this.end = end;
    }

    static ProtobufReader of(byte[] data) {
        return new ProtobufReader(data, 0, data.length);
    }

    /**
     * Advances to the next field.
     *
     * @return its number; 0 at the end
     * @throws OnnxException if the bytes are not a message
     */
    int next() {
        if (position == end) {
            return 0;
        }
        long tag = varint();
        wire = (int) (tag & 7);
        switch (wire) {
            case VARINT -> number = varint();
            case FIXED64 -> skip(Long.BYTES);
            case BYTES -> skip(varint());
            case FIXED32 -> skip(Integer.BYTES);
            default -> throw broken();
        }
        long field = tag >>> 3;
        if (field == 0 || field > Integer.MAX_VALUE) {
            throw broken();
        }
        return (int) field;
    }

    /** The value of an integer field. */
    long number() {
        require(VARINT);
        return number;
    }

    /** The value of a text field. */
    String text() {
        require(BYTES);
        return new String(data, start, length, StandardCharsets.UTF_8);
    }

    /** The value of a field of little-endian floats. */
    float[] floats() {
        require(BYTES);
        float[] values = new float[length / Float.BYTES];
        ByteBuffer.wrap(data, start, length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return values;
    }

    /** The value of a message field. */
    ProtobufReader message() {
        require(BYTES);
        return new ProtobufReader(data, start, start + length);
    }

    private void require(int expected) {
        if (wire != expected) {
            throw broken();
        }
    }

    private void skip(long bytes) {
        if (bytes < 0 || bytes > end - position) {
            throw broken();
        }
        start = position;
        length = (int) bytes;
        position += length;
    }

    private long varint() {
        long value = 0;
        for (int i = 0; i < LONGEST_VARINT; i++) {
            if (position == end) {
                throw broken();
            }
            byte next = data[position++];
            value |= (long) (next & 0x7f) << (7 * i);
            if (next >= 0) {
                return value;
            }
        }
        throw broken();
    }

    private OnnxException broken() {
        return new OnnxException("is not an ONNX file, or damaged near byte " + position);
    }
}
