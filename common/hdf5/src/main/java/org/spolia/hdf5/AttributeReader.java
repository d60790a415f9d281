package org.spolia.hdf5;

import io.jhdf.object.message.AttributeInfoMessage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.spolia.hdf5.data.CompactData;
import org.spolia.hdf5.data.Elements;
import org.spolia.hdf5.structure.BTreeV2;
import org.spolia.hdf5.structure.Extent;
import org.spolia.hdf5.structure.FractalHeap;
import org.spolia.hdf5.structure.GlobalHeap;
import org.spolia.hdf5.structure.HeaderMessage;
import org.spolia.hdf5.structure.HeaderReader;
import org.spolia.hdf5.structure.Jhdf;
import org.spolia.hdf5.structure.ObjectHeader;
import org.spolia.hdf5.structure.ObjectLocation;
import org.spolia.hdf5.structure.Source;
import org.spolia.hdf5.structure.TypeReader;
import org.spolia.hdf5.type.ElementType;
import org.spolia.hdf5.type.TextPadding;

/** Reads the attributes of an object, from its header or from a heap. */
final class AttributeReader {
    private static final int BY_NAME = 8;
    private static final int SHARED_TYPE = 1;
    private static final int SHARED_EXTENT = 2;

    private final Source source;
    private final Jhdf jhdf;
    private final GlobalHeap heap;
    private final ObjectLocation place;
    private final SortedMap<String, Hdf5Value> values = new TreeMap<>();

    AttributeReader(Source source, Jhdf jhdf, GlobalHeap heap, ObjectLocation place) {
        this.source = source;
        this.jhdf = jhdf;
        this.heap = heap;
        this.place = place;
    }

    SortedMap<String, Hdf5Value> read(ObjectHeader header) {
        for (HeaderMessage message : header.all(HeaderMessage.ATTRIBUTE)) {
            add(HeaderReader.open(message, source, place));
        }
        for (HeaderMessage message : header.all(HeaderMessage.ATTRIBUTE_INFO)) {
            AttributeInfoMessage dense = jhdf.read(message, AttributeInfoMessage.class, place);
            if (dense.getAttributeNameBTreeAddress() != Source.UNDEFINED) {
                FractalHeap stored = new FractalHeap(source, dense.getFractalHeapAddress(), place);
                BTreeV2.open(source, dense.getAttributeNameBTreeAddress(), BY_NAME, place)
                        .visit(record -> add(stored.object(record)));
            }
        }
        return Collections.unmodifiableSortedMap(values);
    }

    static Hdf5Value require(SortedMap<String, Hdf5Value> attributes, String name, ObjectLocation place) {
        Hdf5Value value = attributes.get(name);
        if (value == null) {
            throw place.mistake("has no attribute '" + name + "'; there "
                    + (attributes.isEmpty() ? "are none" : "is " + String.join(", ", attributes.keySet())));
        }
        return value;
    }

    private void add(ByteBuffer message) {
        Jhdf.translated(place, () -> {
            int version = message.get();
            if (version < 1 || version > 3) {
                throw place.damaged("has an attribute of the unknown version " + version);
            }
            int stored = message.get();
            int flags = version == 1 ? 0 : stored;
            int nameBytes = message.getShort() & 0xffff;
            int typeBytes = message.getShort() & 0xffff;
            int extentBytes = message.getShort() & 0xffff;
            if (version == 3) {
                message.get();
            }
            String name = name(part(message, nameBytes, version));
            ObjectLocation at = new ObjectLocation(place.file(), place.object() + "@" + name);
            ByteBuffer type = part(message, typeBytes, version);
            ByteBuffer extent = part(message, extentBytes, version);
            values.put(name, value(flags, type, extent, message, at));
            return name;
        });
    }

    private Hdf5Value value(int flags, ByteBuffer type, ByteBuffer extent, ByteBuffer data, ObjectLocation at) {
        if ((flags & SHARED_EXTENT) != 0) {
            throw at.unsupported("shares its shape with other attributes, which is not read; rewrite it with h5repack");
        }
        boolean shared = (flags & SHARED_TYPE) != 0;
        TypeReader.Described described =
                TypeReader.read(shared ? HeaderReader.shared(type, HeaderMessage.DATATYPE, source, at) : type, at);
        ElementType element = described.element();
        long[] dimensions = Extent.read(extent, jhdf, at).dimensions();
        CompactData stored = new CompactData(data.slice().order(element.order()), dimensions, element.bytes(), at);
        return new Hdf5Value(
                element, dimensions, new Elements(element, described.padding(), dimensions, stored, heap, source, at));
    }

    /** In the first version every part is padded to a multiple of eight bytes. */
    private static ByteBuffer part(ByteBuffer message, int bytes, int version) {
        ByteBuffer part = message.slice(message.position(), bytes).order(message.order());
        message.position(message.position() + (version == 1 ? (bytes + 7) / 8 * 8 : bytes));
        return part;
    }

    private static String name(ByteBuffer bytes) {
        byte[] name = new byte[bytes.remaining()];
        bytes.get(name);
        return new String(name, 0, TextPadding.TERMINATED.length(name), StandardCharsets.UTF_8);
    }
}
