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
 * A dataset: an array of elements of one type that is read by slabs. Elements that were never written have the fill
 * value.
 *
 * <p>Each reading method takes the types whose values it can all hold: half floats are floats, {@code uint16} are ints,
 * booleans are the integers 0 and 1. Two methods keep the bits of unsigned integers: {@link #bytes} those of
 * {@code uint8}, {@link #longs} those of {@code uint64}.
 */
public final class Hdf5Dataset {

    /** The storage of the elements in the file. */
    public enum Storage {
        /** In the object header. */
        COMPACT,
        /** Contiguous, or not written yet. */
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

    /** The shape; empty for a scalar, and one axis of length 0 for a dataset without data. */
    public long[] shape() {
        return extent.dimensions().clone();
    }

    /** The largest length of each axis, -1 for unlimited. */
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

    /** The filters applied to a chunk before it is stored, in that order. */
    public List<ChunkFilter> filters() {
        return layout instanceof Layout.Chunked chunked ? chunked.filters() : List.of();
    }

    /** The value of elements that were never written; zero, or an empty text, if the file does not define it. */
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

    /** The position of the first element in the file in bytes, if the elements are contiguous. */
    public Optional<Long> position() {
        return elements.data() instanceof ContiguousData contiguous
                ? Optional.of(contiguous.position())
                : Optional.empty();
    }

    /** The size of the stored elements in bytes. */
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

    /** Reads into the beginning of an array. */
    public float[] floats(Slab slab, float[] into) {
        return elements.floats(slab, into);
    }

    public double[] doubles(Slab slab) {
        return elements.doubles(slab);
    }

    /** Reads into the beginning of an array. */
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

    /** Reads text of fixed or variable length, without its padding, and the names of enumerations and booleans. */
    public String[] texts(Slab slab) {
        return elements.texts(slab);
    }

    @Override
    public String toString() {
        return path;
    }
}
