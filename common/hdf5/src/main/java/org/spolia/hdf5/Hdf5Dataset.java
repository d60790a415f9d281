package org.spolia.hdf5;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.spolia.hdf5.data.ContiguousData;
import org.spolia.hdf5.data.Elements;
import org.spolia.hdf5.data.Layout;
import org.spolia.hdf5.filter.ChunkFilter;
import org.spolia.hdf5.structure.Extent;
import org.spolia.hdf5.type.ElementType;
import org.spolia.hdf5.type.Slab;

/**
 * A dataset: an array of elements of one type, of which slabs are read. Elements that were never written have the fill
 * value.
 *
 * <p>Each reading method takes the types whose values it can all hold: half floats are floats, {@code uint16} are ints,
 * booleans are whole numbers 0 and 1. Two of them keep the bits of numbers without a sign: {@link #bytes} those of
 * {@code uint8}, {@link #longs} those of {@code uint64}.
 */
public final class Hdf5Dataset {

    /** How the elements lie in the file. */
    public enum Storage {
        /** Within the object header. */
        COMPACT,
        /** In one piece, or not written yet. */
        CONTIGUOUS,
        CHUNKED
    }

    private final String path;
    private final Elements elements;
    private final Extent extent;
    private final Layout layout;
    private final Hdf5Value fillValue;
    private final Supplier<SortedMap<String, Hdf5Value>> attributeReader;
    private @Nullable SortedMap<String, Hdf5Value> attributes;

    Hdf5Dataset(
            String path,
            Elements elements,
            Extent extent,
            Layout layout,
            Hdf5Value fillValue,
            Supplier<SortedMap<String, Hdf5Value>> attributeReader) {
        this.path = path;
        this.elements = elements;
        this.extent = extent;
        this.layout = layout;
        this.fillValue = fillValue;
        this.attributeReader = attributeReader;
    }

    /** From the root of the file, beginning with a slash. */
    public String path() {
        return path;
    }

    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public ElementType type() {
        return fillValue.type();
    }

    /** Empty for a scalar; one axis without elements for a dataset that has no data at all. */
    public long[] shape() {
        return extent.dimensions().clone();
    }

    /** What each axis may grow to, -1 for without end. */
    public long[] limits() {
        return extent.limits().clone();
    }

    public long elements() {
        long product = 1;
        for (long length : extent.dimensions()) {
            product *= length;
        }
        return product;
    }

    public Storage storage() {
        if (layout instanceof Layout.Compact) {
            return Storage.COMPACT;
        }
        return layout instanceof Layout.Contiguous ? Storage.CONTIGUOUS : Storage.CHUNKED;
    }

    /** The shape of a chunk. */
    public Optional<int[]> chunk() {
        return layout instanceof Layout.Chunked chunked
                ? Optional.of(chunked.grid().chunk().clone())
                : Optional.empty();
    }

    /** What is done to a chunk before it is stored, in that order. */
    public List<ChunkFilter> filters() {
        return layout instanceof Layout.Chunked chunked ? chunked.filters() : List.of();
    }

    /** What elements are that were never written; zero, or no text, where the file does not say. */
    public Hdf5Value fillValue() {
        return fillValue;
    }

    public SortedMap<String, Hdf5Value> attributes() {
        if (attributes == null) {
            attributes = attributeReader.get();
        }
        return attributes;
    }

    /** The attribute of this name. */
    public Hdf5Value attribute(String attribute) {
        return AttributeReader.require(attributes(), attribute, elements.place());
    }

    /** Where the elements start in the file, in bytes, if they lie in one piece. */
    public Optional<Long> position() {
        return elements.data() instanceof ContiguousData contiguous
                ? Optional.of(contiguous.position())
                : Optional.empty();
    }

    /** The bytes of the file that the elements take. */
    public long storedBytes() {
        return elements.data().storedBytes();
    }

    /** The slab of all elements. */
    public Slab all() {
        return elements.all();
    }

    public float[] floats(Slab slab) {
        return elements.floats(slab);
    }

    /** Into the first places of an array. */
    public float[] floats(Slab slab, float[] into) {
        return elements.floats(slab, into);
    }

    public double[] doubles(Slab slab) {
        return elements.doubles(slab);
    }

    /** Into the first places of an array. */
    public double[] doubles(Slab slab, double[] into) {
        return elements.doubles(slab, into);
    }

    public byte[] bytes(Slab slab) {
        return elements.bytes(slab);
    }

    public short[] shorts(Slab slab) {
        return elements.shorts(slab);
    }

    public int[] ints(Slab slab) {
        return elements.ints(slab);
    }

    public long[] longs(Slab slab) {
        return elements.longs(slab);
    }

    /** Text of fixed or variable length, without its padding, and the names of enumerations and booleans. */
    public String[] texts(Slab slab) {
        return elements.texts(slab);
    }

    @Override
    public String toString() {
        return path;
    }
}
