package org.spolia.hdf5.structure;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.spolia.hdf5.type.ElementType;
import org.spolia.hdf5.type.Numbers;
import org.spolia.hdf5.type.TextPadding;

/**
 * Reads datatype messages. jHDF does not support version 4, shared types, or negative values of enumerations. A number
 * in a format that processors do not use is treated as another type, because nothing would decode it.
 */
public final class TypeReader {
    private static final int WHOLE = 0;
    private static final int REAL = 1;
    private static final int TEXT = 3;
    private static final int ENUMERATION = 8;
    private static final int VARIABLE = 9;
    private static final int LATEST = 5;
    private static final Map<Long, String> TRUTH = Map.of(0L, "FALSE", 1L, "TRUE");

    private final ByteBuffer buffer;
    private final ObjectLocation place;
    private final int version;
    private final int kind;
    private final int bits;
    private final int bytes;

    private TypeReader(ByteBuffer buffer, ObjectLocation place) {
        this.buffer = buffer;
        this.place = place;
        int first = buffer.get();
        this.kind = first & 0xf;
        this.version = (first >> 4) & 0xf;
        this.bits = (int) Source.unsigned(buffer, 3);
        this.bytes = buffer.getInt();
        if (version < 1 || version > LATEST || bytes <= 0) {
            throw place.damaged(
                    "has elements of " + Integer.toUnsignedString(bytes) + " bytes and a type of version " + version);
        }
    }

    /** A type and the padding of its text. */
    public record Described(ElementType element, TextPadding padding) {}

    public static Described read(ByteBuffer message, ObjectLocation place) {
        TypeReader type = new TypeReader(message, place);
        return new Described(type.element(), type.padding());
    }

    private ElementType element() {
        return switch (kind) {
            case WHOLE -> whole();
            case REAL -> real();
            case TEXT -> simple(ElementType.Kind.FIXED_TEXT);
            case ENUMERATION -> enumeration();
            case VARIABLE -> simple((bits & 0xf) == 1 ? ElementType.Kind.VARIABLE_TEXT : ElementType.Kind.OTHER);
            default -> simple(ElementType.Kind.OTHER);
        };
    }

    private ElementType simple(ElementType.Kind as) {
        return new ElementType(as, bytes, false, ByteOrder.LITTLE_ENDIAN, Map.of());
    }

    private ElementType whole() {
        boolean plain = Integer.bitCount(bytes) == 1
                && bytes <= Long.BYTES
                && buffer.getShort() == 0
                && buffer.getShort() == Byte.SIZE * bytes;
        return plain
                ? new ElementType(ElementType.Kind.WHOLE, bytes, (bits & 8) != 0, order(), Map.of())
                : simple(ElementType.Kind.OTHER);
    }

    /** Sign, exponent and mantissa must be in the places of IEEE 754. */
    private ElementType real() {
        int size = Byte.SIZE * bytes;
        int exponent = bytes == 2 ? 5 : bytes == 4 ? 8 : bytes == 8 ? 11 : 0;
        int mantissa = size - 1 - exponent;
        boolean plain = exponent > 0
                && (bits & 0x40) == 0
                && ((bits >> 4) & 3) == 2
                && ((bits >> 8) & 0xff) == size - 1
                && buffer.getShort() == 0
                && buffer.getShort() == size
                && buffer.get() == mantissa
                && buffer.get() == exponent
                && buffer.get() == 0
                && buffer.get() == mantissa
                && buffer.getInt() == (1 << (exponent - 1)) - 1;
        return plain
                ? new ElementType(ElementType.Kind.REAL, bytes, true, order(), Map.of())
                : simple(ElementType.Kind.OTHER);
    }

    private ElementType enumeration() {
        TypeReader base = new TypeReader(buffer, place);
        ElementType stored = base.element();
        if (stored.kind() != ElementType.Kind.WHOLE || base.bytes != bytes) {
            return simple(ElementType.Kind.OTHER);
        }
        String[] names = new String[bits & 0xffff];
        for (int i = 0; i < names.length; i++) {
            names[i] = name();
        }
        Map<Long, String> byValue = new HashMap<>();
        for (String name : names) {
            byValue.put(value(stored), name);
        }
        boolean truth = bytes == 1 && byValue.equals(TRUTH);
        ElementType.Kind as = truth ? ElementType.Kind.TRUTH : ElementType.Kind.ENUMERATION;
        return new ElementType(as, bytes, stored.signed(), stored.order(), byValue);
    }

    /** Up to version 2, zeros after a name pad it to a multiple of eight bytes. */
    private String name() {
        int start = buffer.position();
        int end = start;
        while (buffer.get(end) != 0) {
            end++;
        }
        byte[] name = new byte[end - start];
        buffer.get(name);
        int taken = name.length + 1;
        buffer.position(start + (version < 3 ? (taken + 7) / 8 * 8 : taken));
        return new String(name, StandardCharsets.UTF_8);
    }

    private long value(ElementType stored) {
        Numbers numbers = new Numbers(stored);
        numbers.bind(buffer.slice(buffer.position(), bytes).order(stored.order()));
        buffer.position(buffer.position() + bytes);
        return numbers.whole(0);
    }

    private ByteOrder order() {
        return (bits & 1) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    private TextPadding padding() {
        if (kind != TEXT) {
            return TextPadding.TERMINATED;
        }
        return switch (bits & 0xf) {
            case 0 -> TextPadding.TERMINATED;
            case 1 -> TextPadding.ZEROS;
            case 2 -> TextPadding.SPACES;
            default -> throw place.damaged("has text padded in the unknown way " + (bits & 0xf));
        };
    }
}
