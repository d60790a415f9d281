package org.spolia.hdf5;

import java.nio.ByteBuffer;
import java.util.SortedMap;
import org.spolia.hdf5.data.ChunkCache;
import org.spolia.hdf5.data.ChunkedData;
import org.spolia.hdf5.data.CompactData;
import org.spolia.hdf5.data.ContiguousData;
import org.spolia.hdf5.data.Elements;
import org.spolia.hdf5.data.Layout;
import org.spolia.hdf5.data.LayoutReader;
import org.spolia.hdf5.data.StoredData;
import org.spolia.hdf5.data.UnwrittenData;
import org.spolia.hdf5.filter.Scratch;
import org.spolia.hdf5.structure.Extent;
import org.spolia.hdf5.structure.FillReader;
import org.spolia.hdf5.structure.GlobalHeap;
import org.spolia.hdf5.structure.HeaderMessage;
import org.spolia.hdf5.structure.HeaderReader;
import org.spolia.hdf5.structure.Jhdf;
import org.spolia.hdf5.structure.Link;
import org.spolia.hdf5.structure.LinkReader;
import org.spolia.hdf5.structure.ObjectHeader;
import org.spolia.hdf5.structure.ObjectLocation;
import org.spolia.hdf5.structure.Source;
import org.spolia.hdf5.structure.TypeReader;
import org.spolia.hdf5.type.ElementType;

/** Makes groups and datasets from object headers, and holds the state that the objects of one file share. */
final class ObjectReader {
    /** An object that is neither a group nor a dataset: a named type. */
    private static final Object OTHER = new Object();

    private final Source source;
    private final Jhdf jhdf;
    private final GlobalHeap heap;
    private final ChunkCache cache;
    private final Scratch scratch;

    ObjectReader(Source source, Scratch scratch, ChunkCache cache) {
        this.source = source;
        this.jhdf = new Jhdf(source);
        this.heap = new GlobalHeap(source);
        this.cache = cache;
        this.scratch = scratch;
    }

    String file() {
        return source.file();
    }

    long root() {
        return source.superblock().root();
    }

    ObjectHeader header(long address, ObjectLocation place) {
        return Jhdf.translated(place, () -> HeaderReader.read(source, address, place));
    }

    SortedMap<String, Link> links(ObjectHeader header, ObjectLocation place) {
        return Jhdf.translated(place, () -> new LinkReader(source, jhdf, place).read(header));
    }

    SortedMap<String, Hdf5Value> attributes(ObjectHeader header, ObjectLocation place) {
        return Jhdf.translated(place, () -> new AttributeReader(source, jhdf, heap, place).read(header));
    }

    /** Returns a group, a dataset, or another object that is ignored. */
    Object describe(long address, ObjectLocation place) {
        ObjectHeader header = header(address, place);
        if (header.has(HeaderMessage.DATASPACE) && header.has(HeaderMessage.LAYOUT)) {
            return Jhdf.translated(place, () -> dataset(header, place));
        }
        boolean group = header.has(HeaderMessage.SYMBOL_TABLE)
                || header.has(HeaderMessage.LINK_INFO)
                || header.has(HeaderMessage.LINK);
        return group ? new Hdf5Group(this, address, place.object()) : OTHER;
    }

    private Hdf5Dataset dataset(ObjectHeader header, ObjectLocation place) {
        HeaderMessage typeMessage = header.only(HeaderMessage.DATATYPE, "type", place);
        TypeReader.Described type =
                Jhdf.translated(place, () -> TypeReader.read(HeaderReader.open(typeMessage, source, place), place));
        HeaderMessage extentMessage = header.only(HeaderMessage.DATASPACE, "shape", place);
        Extent extent = Extent.read(HeaderReader.open(extentMessage, source, place), jhdf, place);
        Layout layout = new LayoutReader(source, jhdf, place).read(header, type.element(), extent);
        ByteBuffer fill = FillReader.read(header, type.element(), jhdf, place);
        Elements elements = new Elements(
                type.element(),
                type.padding(),
                extent.dimensions(),
                data(layout, type.element(), extent, fill, header.address(), place),
                heap,
                source,
                place);
        Elements one = new Elements(
                type.element(),
                type.padding(),
                new long[0],
                new CompactData(fill, new long[0], type.element().bytes(), place),
                heap,
                source,
                place);
        Hdf5Value fillValue = new Hdf5Value(type.element(), new long[0], one);
        return new Hdf5Dataset(place.object(), elements, extent, layout, fillValue, () -> attributes(header, place));
    }

    private StoredData data(
            Layout layout, ElementType type, Extent extent, ByteBuffer fill, long address, ObjectLocation place) {
        if (layout instanceof Layout.Compact compact) {
            return new CompactData(compact.bytes().order(type.order()), extent.dimensions(), type.bytes(), place);
        }
        if (layout instanceof Layout.Chunked chunked) {
            return new ChunkedData(source, chunked, type, fill, cache, scratch, address, place);
        }
        long start = ((Layout.Contiguous) layout).address();
        return start == Source.UNDEFINED
                ? new UnwrittenData(fill)
                : new ContiguousData(source, start, extent.dimensions(), type, place);
    }
}
