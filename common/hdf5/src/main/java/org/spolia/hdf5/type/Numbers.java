package org.spolia.hdf5.type;

import java.nio.ByteBuffer;

/** Single numbers of any type, for types that do not match the array that they are read into. */
public final class Numbers {
    private final ElementType type;
    private ByteBuffer bytes = ByteBuffer.allocate(0);

    public Numbers(ElementType type) {
        this.type = type;
    }

    public void bind(ByteBuffer buffer) {
        bytes = buffer;
    }

    public double real(int index) {
        if (type.kind() != ElementType.Kind.REAL) {
            return whole(index);
        }
        return switch (type.bytes()) {
            case 2 -> Half.toFloat(bytes.getShort(2 * index));
            case 4 -> bytes.getFloat(4 * index);
            default -> bytes.getDouble(8 * index);
        };
    }

    /** Unsigned 64-bit integers keep their bits. */
    public long whole(int index) {
        if (type.kind() == ElementType.Kind.TRUTH) {
            return bytes.get(index) == 0 ? 0 : 1;
        }
        return switch (type.bytes()) {
            case 1 -> type.signed() ? bytes.get(index) : bytes.get(index) & 0xff;
            case 2 -> type.signed() ? bytes.getShort(2 * index) : bytes.getShort(2 * index) & 0xffff;
            case 4 -> type.signed() ? bytes.getInt(4 * index) : bytes.getInt(4 * index) & 0xffffffffL;
            default -> bytes.getLong(8 * index);
        };
    }
}
