package org.spolia.hdf5.type;

import java.nio.ByteOrder;
import java.util.Map;

/**
 * What the elements of a dataset or an attribute are.
 *
 * @param kind of element
 * @param bytes that one takes in the file
 * @param signed whether whole numbers have a sign
 * @param order of the bytes of a number
 * @param names of the values of an enumeration, empty for all other kinds
 */
public record ElementType(Kind kind, int bytes, boolean signed, ByteOrder order, Map<Long, String> names) {

    /** The kinds that are read, and one for all others. */
    public enum Kind {
        WHOLE,
        REAL,
        /** What h5py writes for {@code bool}: an enumeration of FALSE and TRUE in one byte. */
        TRUTH,
        ENUMERATION,
        FIXED_TEXT,
        VARIABLE_TEXT,
        /** Compounds, references, opaque bytes and the like: listed, not read. */
        OTHER
    }

    public ElementType {
        names = Map.copyOf(names);
    }

    public boolean isWhole() {
        return kind == Kind.WHOLE || kind == Kind.TRUTH || kind == Kind.ENUMERATION;
    }

    /** Whether so many bits with a sign hold every value. */
    public boolean fitsWhole(int bits) {
        return isWhole() && Byte.SIZE * bytes + (signed ? 0 : 1) <= bits;
    }

    /** Whether a binary floating-point number with so many bits before rounding holds every value. */
    public boolean fitsReal(int significantBits, int realBytes) {
        return kind == Kind.REAL
                ? bytes <= realBytes
                : isWhole() && Byte.SIZE * bytes - (signed ? 1 : 0) <= significantBits;
    }

    /** As numpy writes it: {@code float32}, {@code >int16}, {@code bool}. */
    @Override
    public String toString() {
        String name = switch (kind) {
            case WHOLE -> (signed ? "int" : "uint") + Byte.SIZE * bytes;
            case REAL -> "float" + Byte.SIZE * bytes;
            case TRUTH -> "bool";
            case ENUMERATION -> "enum" + Byte.SIZE * bytes;
            case FIXED_TEXT -> "text of " + bytes + " bytes";
            case VARIABLE_TEXT -> "text";
            case OTHER -> "another type of " + bytes + " bytes";
        };
        return order == ByteOrder.BIG_ENDIAN && bytes > 1 && (kind == Kind.WHOLE || kind == Kind.REAL)
                ? ">" + name
                : name;
    }
}
