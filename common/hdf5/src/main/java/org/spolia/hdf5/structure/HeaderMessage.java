package org.spolia.hdf5.structure;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A message of an object header.
 *
 * @param type the type of the message
 * @param flags its flags
 * @param body its stored bytes
 */
public record HeaderMessage(int type, int flags, ByteBuffer body) {
    public static final int DATASPACE = 0x01;
    public static final int LINK_INFO = 0x02;
    public static final int DATATYPE = 0x03;
    static final int OLD_FILL = 0x04;
    static final int FILL = 0x05;
    public static final int LINK = 0x06;
    public static final int EXTERNAL = 0x07;
    public static final int LAYOUT = 0x08;
    public static final int FILTERS = 0x0b;
    public static final int ATTRIBUTE = 0x0c;
    static final int CONTINUATION = 0x10;
    public static final int SYMBOL_TABLE = 0x11;
    public static final int ATTRIBUTE_INFO = 0x15;

    private static final int SHARED = 1 << 1;

    /** Returns whether the body only refers to the message elsewhere. */
    boolean isShared() {
        return (flags & SHARED) != 0;
    }

    /** Returns the body from its start, for one reader. */
    ByteBuffer open() {
        return body.slice().order(ByteOrder.LITTLE_ENDIAN);
    }
}
