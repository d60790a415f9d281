package org.spolia.hdf5.data;

import java.util.Arrays;
import org.spolia.hdf5.element.ByteTarget;
import org.spolia.hdf5.element.DoubleTarget;
import org.spolia.hdf5.element.FloatTarget;
import org.spolia.hdf5.element.IntTarget;
import org.spolia.hdf5.element.LongTarget;
import org.spolia.hdf5.element.ShortTarget;
import org.spolia.hdf5.element.TextTarget;
import org.spolia.hdf5.structure.GlobalHeap;
import org.spolia.hdf5.structure.ObjectLocation;
import org.spolia.hdf5.structure.Source;
import org.spolia.hdf5.type.ElementType;
import org.spolia.hdf5.type.Slab;
import org.spolia.hdf5.type.TextPadding;

/** Elements of one type and shape, decoded into arrays that can hold all their values. */
public final class Elements {
    private static final int FLOAT_BITS = 24;
    private static final int DOUBLE_BITS = 53;

    private final ElementType type;
    private final TextPadding padding;
    private final long[] dimensions;
    private final StoredData data;
    private final GlobalHeap heap;
    private final Source source;
    private final ObjectLocation place;

    public Elements(
            ElementType type,
            TextPadding padding,
            long[] dimensions,
            StoredData data,
            GlobalHeap heap,
            Source source,
            ObjectLocation place) {
        this.type = type;
        this.padding = padding;
        this.dimensions = dimensions;
        this.data = data;
        this.heap = heap;
        this.source = source;
        this.place = place;
    }

    public ObjectLocation place() {
        return place;
    }

    public StoredData data() {
        return data;
    }

    /** Returns the slab of all elements, if it fits one array. */
    public Slab all() {
        int[] shape = new int[dimensions.length];
        for (int axis = 0; axis < shape.length; axis++) {
            if (dimensions[axis] > Integer.MAX_VALUE) {
                throw place.mistake("has the shape " + Arrays.toString(dimensions)
                        + ", more than an array can hold; read it in parts");
            }
            shape[axis] = (int) dimensions[axis];
        }
        try {
            return new Slab(new long[shape.length], shape);
        } catch (IllegalArgumentException e) {
            throw place.mistake(
                    "has the shape " + Arrays.toString(dimensions) + ", more than an array can hold; read it in parts");
        }
    }

    public float[] floats(Slab slab) {
        require(type.fitsReal(FLOAT_BITS, Float.BYTES), "floats");
        check(slab, Float.BYTES);
        return floats(slab, new float[slab.elements()]);
    }

    public float[] floats(Slab slab, float[] into) {
        require(type.fitsReal(FLOAT_BITS, Float.BYTES), "floats");
        check(slab, 0);
        data.read(slab, new FloatTarget(into, type));
        return into;
    }

    public double[] doubles(Slab slab) {
        require(type.fitsReal(DOUBLE_BITS, Double.BYTES), "doubles");
        check(slab, Double.BYTES);
        return doubles(slab, new double[slab.elements()]);
    }

    public double[] doubles(Slab slab, double[] into) {
        require(type.fitsReal(DOUBLE_BITS, Double.BYTES), "doubles");
        check(slab, 0);
        data.read(slab, new DoubleTarget(into, type));
        return into;
    }

    public byte[] bytes(Slab slab) {
        require(type.isWhole() && type.bytes() == 1, "bytes");
        check(slab, Byte.BYTES);
        byte[] values = new byte[slab.elements()];
        data.read(slab, new ByteTarget(values, type));
        return values;
    }

    public short[] shorts(Slab slab) {
        require(type.fitsWhole(Short.SIZE), "shorts");
        check(slab, Short.BYTES);
        short[] values = new short[slab.elements()];
        data.read(slab, new ShortTarget(values, type));
        return values;
    }

    public int[] ints(Slab slab) {
        require(type.fitsWhole(Integer.SIZE), "ints");
        check(slab, Integer.BYTES);
        int[] values = new int[slab.elements()];
        data.read(slab, new IntTarget(values, type));
        return values;
    }

    public long[] longs(Slab slab) {
        require(type.isWhole(), "longs");
        check(slab, Long.BYTES);
        long[] values = new long[slab.elements()];
        data.read(slab, new LongTarget(values, type));
        return values;
    }

    public String[] texts(Slab slab) {
        require(
                switch (type.kind()) {
                    case FIXED_TEXT, VARIABLE_TEXT, ENUMERATION, TRUTH -> true;
                    case WHOLE, REAL, OTHER -> false;
                },
                "text");
        check(slab, Long.BYTES);
        String[] values = new String[slab.elements()];
        Arrays.fill(values, "");
        data.read(slab, new TextTarget(values, type, padding, heap, source, place));
        return values;
    }

    private void require(boolean fits, String array) {
        if (type.kind() == ElementType.Kind.OTHER) {
            throw place.unsupported("has elements of a type that is not read (compound, reference, array or the like);"
                    + " write its fields as datasets of their own");
        }
        if (!fits) {
            throw place.mistake("has elements of type " + type + ", not all of which are " + array
                    + "; read them as an array of a wider type");
        }
    }

    /** Memory is allocated only for existing data, and only if enough is available. */
    private void check(Slab slab, int bytes) {
        if (!slab.fits(dimensions)) {
            throw place.mistake("has the shape " + Arrays.toString(dimensions) + ", which does not contain " + slab);
        }
        data.requirePresent();
        long wanted = (long) slab.elements() * bytes;
        if (wanted > Runtime.getRuntime().maxMemory() / 2) {
            throw place.mistake("needs " + wanted + " bytes, more than half of the memory of this JVM;"
                    + " read a smaller slab or raise -Xmx");
        }
    }
}
