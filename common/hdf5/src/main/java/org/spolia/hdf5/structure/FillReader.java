package org.spolia.hdf5.structure;

import io.jhdf.object.message.FillValueMessage;
import io.jhdf.object.message.FillValueOldMessage;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.spolia.hdf5.type.ElementType;

/** Reads the fill value, the element in place of those never written, as bytes; zeros if there is none. */
public final class FillReader {
    private FillReader() {}

    /**
     * No writer is known to have longer elements. One fill value is allocated for each dataset, whatever the file
     * contains.
     */
    private static final int MOST_BYTES = 1 << 24;

    public static ByteBuffer read(ObjectHeader header, ElementType type, Jhdf jhdf, ObjectLocation place) {
        if (type.bytes() > MOST_BYTES) {
            throw place.unsupported("has elements of " + type.bytes() + " bytes, where at most " + MOST_BYTES
                    + " are read; store long texts with a variable length");
        }
        Optional<HeaderMessage> message = header.first(HeaderMessage.FILL);
        if (message.isPresent()) {
            FillValueMessage fill = jhdf.read(message.get(), FillValueMessage.class, place);
            return fill.isFillValueDefined() ? element(fill.getFillValue(), type, place) : zeros(type);
        }
        return header.first(HeaderMessage.OLD_FILL)
                .map(old -> jhdf.read(old, FillValueOldMessage.class, place))
                .map(old -> element(old.getFillValue(), type, place))
                .orElseGet(() -> zeros(type));
    }

    private static ByteBuffer zeros(ElementType type) {
        return ByteBuffer.allocate(type.bytes()).order(type.order());
    }

    private static ByteBuffer element(ByteBuffer bytes, ElementType type, ObjectLocation place) {
        if (bytes.remaining() == 0) {
            return zeros(type);
        }
        if (bytes.remaining() != type.bytes()) {
            throw place.damaged(
                    "has a fill value of " + bytes.remaining() + " bytes where an element has " + type.bytes());
        }
        return bytes.slice().order(type.order());
    }
}
