package org.spolia.experiment.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The SHA-256 of a sequence of values. Each value is preceded by its kind and length, so different sequences never give
 * the same bytes. Doubles enter with their exact bits.
 */
public final class ContentHash {
    private static final int VALUES_A_BUFFER = 1024;

    private final MessageDigest digest;

    private ContentHash(MessageDigest digest) {
        this.digest = digest;
    }

    /** Starts a hash with the kind of the hashed object, so that an experiment and a trial never share an id. */
    public static ContentHash of(String kind) {
        try {
            return new ContentHash(MessageDigest.getInstance("SHA-256")).add(kind);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    public ContentHash add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        head('s', bytes.length);
        digest.update(bytes);
        return this;
    }

    public ContentHash add(long value) {
        head('i', value);
        return this;
    }

    public ContentHash add(double value) {
        head('d', Double.doubleToRawLongBits(value));
        return this;
    }

    public ContentHash add(List<String> texts) {
        head('l', texts.size());
        texts.forEach(this::add);
        return this;
    }

    public ContentHash add(double[] values) {
        head('a', values.length);
        ByteBuffer buffer = ByteBuffer.allocate(VALUES_A_BUFFER * Double.BYTES);
        for (double value : values) {
            if (!buffer.hasRemaining()) {
                digest.update(buffer.flip());
                buffer.clear();
            }
            buffer.putLong(Double.doubleToRawLongBits(value));
        }
        digest.update(buffer.flip());
        return this;
    }

    /** Returns the hash in hexadecimal. Nothing can be added after it. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Returns the first eight bytes of the hash. Nothing can be added after it. */
    long first() {
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    private void head(char kind, long value) {
        digest.update(ByteBuffer.allocate(1 + Long.BYTES)
                .put((byte) kind)
                .putLong(value)
                .flip());
    }
}
