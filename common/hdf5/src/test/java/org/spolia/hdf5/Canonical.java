package org.spolia.hdf5;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.spolia.hdf5.type.ElementType;
import org.spolia.hdf5.type.Slab;

/**
 * Values as bytes for comparison with other readers: little-endian, booleans and enumerations as integers, text with
 * lengths.
 *
 * @param kind in numpy's notation: {@code f4}, {@code u1}, or {@code text}
 */
@SuppressWarnings("ArrayRecordComponent")
record Canonical(String kind, byte[] bytes) {

    static Canonical of(Hdf5Dataset dataset, Slab slab) {
        ElementType type = dataset.type();
        return switch (type.kind()) {
            case FIXED_TEXT, VARIABLE_TEXT -> new Canonical("text", ofTexts(dataset.texts(slab)));
            case REAL ->
                type.bytes() == 8
                        ? new Canonical("f8", ofDoubles(dataset.doubles(slab)))
                        : new Canonical("f4", ofFloats(dataset.floats(slab)));
            case TRUTH -> new Canonical("u1", dataset.bytes(slab));
            case WHOLE, ENUMERATION ->
                new Canonical((type.signed() ? "i" : "u") + type.bytes(), ofWholes(dataset, slab));
            case OTHER -> new Canonical("other", dataset.bytes(slab));
        };
    }

    private static byte[] ofWholes(Hdf5Dataset dataset, Slab slab) {
        ElementType type = dataset.type();
        if (type.bytes() == 1) {
            return dataset.bytes(slab);
        }
        long[] values = type.fitsWhole(Short.SIZE)
                ? widened(dataset.shorts(slab))
                : type.fitsWhole(Integer.SIZE)
                        ? Arrays.stream(dataset.ints(slab)).asLongStream().toArray()
                        : dataset.longs(slab);
        byte[] all = new byte[Math.multiplyExact(values.length, type.bytes())];
        ByteBuffer bytes = wrap(all);
        for (long value : values) {
            switch (type.bytes()) {
                case 2 -> bytes.putShort((short) value);
                case 4 -> bytes.putInt((int) value);
                default -> bytes.putLong(value);
            }
        }
        return all;
    }

    private static long[] widened(short[] values) {
        long[] wide = new long[values.length];
        Arrays.setAll(wide, i -> values[i]);
        return wide;
    }

    private static byte[] ofFloats(float[] values) {
        byte[] all = new byte[Math.multiplyExact(values.length, Float.BYTES)];
        wrap(all).asFloatBuffer().put(values);
        return all;
    }

    private static byte[] ofDoubles(double[] values) {
        byte[] all = new byte[Math.multiplyExact(values.length, Double.BYTES)];
        wrap(all).asDoubleBuffer().put(values);
        return all;
    }

    private static byte[] ofTexts(String[] texts) {
        byte[][] encoded = Arrays.stream(texts)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        int size = Arrays.stream(encoded)
                .mapToInt(text -> Integer.BYTES + text.length)
                .sum();
        byte[] all = new byte[size];
        ByteBuffer bytes = wrap(all);
        for (byte[] text : encoded) {
            bytes.putInt(text.length).put(text);
        }
        return all;
    }

    private static ByteBuffer wrap(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static String shape(long[] shape) {
        return shape.length == 0
                ? "-"
                : Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining(","));
    }
}
