package org.spolia.hdf5.element;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.spolia.hdf5.structure.GlobalHeap;
import org.spolia.hdf5.structure.ObjectLocation;
import org.spolia.hdf5.structure.Source;
import org.spolia.hdf5.type.ElementType;
import org.spolia.hdf5.type.Numbers;
import org.spolia.hdf5.type.TextPadding;

/** Elements as strings: text of fixed or variable length, and the names of an enumeration. */
public final class TextTarget extends Target {

    /** The largest total size of an unwritten text that is repeated everywhere. */
    private static final long MOST_REPEATED_BYTES = 1 << 26;

    private final String[] values;
    private final ElementType type;
    private final TextPadding padding;
    private final GlobalHeap heap;
    private final Source source;
    private final ObjectLocation place;
    private final Numbers numbers;
    private ByteBuffer bytes = ByteBuffer.allocate(0);
    private long heapBytes;

    public TextTarget(
            String[] values,
            ElementType type,
            TextPadding padding,
            GlobalHeap heap,
            Source source,
            ObjectLocation place) {
        this.values = values;
        this.type = type;
        this.padding = padding;
        this.heap = heap;
        this.source = source;
        this.place = place;
        this.numbers = new Numbers(type);
    }

    @Override
    public void bind(ByteBuffer buffer) {
        bytes = buffer;
        numbers.bind(buffer);
    }

    @Override
    public void copy(int from, int to, int count) {
        for (int i = 0; i < count; i++) {
            values[to + i] = decode(from + i);
        }
    }

    @Override
    void spread(int from, int to, int count) {
        Arrays.fill(values, to, to + count, values[from]);
    }

    private String decode(int index) {
        return switch (type.kind()) {
            case FIXED_TEXT -> {
                byte[] text = new byte[type.bytes()];
                bytes.get(index * type.bytes(), text);
                yield new String(text, 0, padding.length(text), StandardCharsets.UTF_8);
            }
            case VARIABLE_TEXT ->
                fromHeap(bytes.slice(index * type.bytes(), type.bytes()).order(ByteOrder.LITTLE_ENDIAN));
            default -> {
                long value = numbers.whole(index);
                yield type.names().getOrDefault(value, Long.toString(value));
            }
        };
    }

    /** Reads a length, the address of a heap and the number of an object in it. */
    private String fromHeap(ByteBuffer reference) {
        int needed = 2 * Integer.BYTES + source.superblock().offsetBytes();
        if (reference.remaining() < needed) {
            throw place.damaged("refers to texts with " + reference.remaining() + " bytes where it takes " + needed);
        }
        int length = reference.getInt();
        long address = source.address(reference);
        int number = reference.getInt();
        if (address == Source.UNDEFINED || address == 0) {
            return "";
        }
        ByteBuffer object = heap.object(address, number, place);
        if (length < 0 || length > object.remaining()) {
            throw place.damaged("a text of " + Integer.toUnsignedString(length) + " bytes lies in a heap object of "
                    + object.remaining());
        }
        // Each object belongs to one element, so more text than the file has bytes means one text that many elements
        // refer to.
        heapBytes += length;
        if (heapBytes > source.size() + MOST_REPEATED_BYTES) {
            throw place.damaged("has more text than the file has bytes");
        }
        byte[] text = new byte[length];
        object.get(text);
        return new String(text, 0, TextPadding.TERMINATED.length(text), StandardCharsets.UTF_8);
    }
}
