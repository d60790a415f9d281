package org.spolia.hdf5.type;

import java.nio.ByteOrder;
import java.util.Map;

/**
 * The type of the elements of a dataset or an attribute.
 *
 * @param kind the kind of element
 * @param bytes the stored size of an element
 * @param signed whether integers are signed
 * @param order the byte order of a number
 * @param names the names of the values of an enumeration, empty for all other kinds
 */
public record ElementType(Kind kind, int bytes, boolean signed, ByteOrder order, Map<Long, String> names) {

    /** The kinds that are read, and one for all others. */
    public enum Kind {
        WHOLE,
        REAL,
        /** The type that h5py writes for {@code bool}: an enumeration of FALSE and TRUE in one byte. */
        TRUTH,
        ENUMERATION,
        FIXED_TEXT,
        VARIABLE_TEXT,
        /** Compounds, references, opaque bytes and the like: listed, but not read. */
        OTHER
    }

    public ElementType {
        names = Map.copyOf(names);
    }

    public boolean isWhole() {
        return kind == Kind.WHOLE || kind == Kind.TRUTH || kind == Kind.ENUMERATION;
    }

    /** Returns whether a signed integer of {@code bits} bits holds every value. */
    public boolean fitsWhole(int bits) {
        return isWhole() && Byte.SIZE * bytes + (signed ? 0 : 1) <= bits;
    }

    /**
     * Returns whether a binary floating-point number with {@code significantBits} bits of precision holds every value.
     */
    public boolean fitsReal(int significantBits, int realBytes) {
        return kind == Kind.REAL
                ? bytes <= realBytes
                : isWhole() && Byte.SIZE * bytes - (signed ? 1 : 0) <= significantBits;
    }

    /** Returns the type in numpy's notation: {@code float32}, {@code >int16}, {@code bool}. */
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
