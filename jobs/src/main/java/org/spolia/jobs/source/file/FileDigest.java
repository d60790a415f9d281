package org.spolia.jobs.source.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Computes the SHA-256 of a file as a by-product of reading it. Reads must be roughly in order, because each byte is
 * hashed only after all bytes before it.
 */
final class FileDigest {
    private final MessageDigest digest;
    private long end;

    FileDigest() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** All bytes before this position are hashed. */
    long end() {
        return end;
    }

    /** Adds the bytes that were read at a position. Has no effect unless they include the next byte to hash. */
    void add(long from, byte[] bytes, int offset, int count) {
        if (from <= end && end < from + count) {
            int known = (int) (end - from);
            digest.update(bytes, offset + known, count - known);
            end = from + count;
        }
    }

    String hexadecimal() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
