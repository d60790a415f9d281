package org.spolia.hdf5;

import java.util.Arrays;
import org.spolia.hdf5.data.Elements;
import org.spolia.hdf5.type.ElementType;
import org.spolia.hdf5.type.Slab;

/**
 * A small value next to the data: an attribute or a fill value.
 *
 * <p>Numbers are read as numbers, text as text. An empty list without a type, as h5py writes for {@code []}, is an
 * empty array of either.
 */
public final class Hdf5Value {
    private final ElementType type;
    private final long[] shape;
    private final Elements elements;

    Hdf5Value(ElementType type, long[] shape, Elements elements) {
        this.type = type;
        this.shape = shape;
        this.elements = elements;
    }

    public ElementType type() {
        return type;
    }

    /** Empty for a scalar. */
    public long[] shape() {
        return shape.clone();
    }

    public double[] numbers() {
        return isEmpty() ? new double[0] : elements.doubles(all());
    }

    /** The value as integers; unsigned 64-bit integers keep their bits. */
    public long[] wholes() {
        return isEmpty() ? new long[0] : elements.longs(all());
    }

    public String[] texts() {
        return isEmpty() ? new String[0] : elements.texts(all());
    }

    public boolean[] truths() {
        long[] wholes = wholes();
        boolean[] truths = new boolean[wholes.length];
        for (int i = 0; i < truths.length; i++) {
            truths[i] = wholes[i] != 0;
        }
        return truths;
    }

    /** The single number of this value. */
    public double number() {
        requireOne();
        return numbers()[0];
    }

    public long whole() {
        requireOne();
        return wholes()[0];
    }

    public String text() {
        requireOne();
        return texts()[0];
    }

    public boolean truth() {
        requireOne();
        return truths()[0];
    }

    private boolean isEmpty() {
        return Arrays.stream(shape).anyMatch(length -> length == 0);
    }

    private Slab all() {
        return elements.all();
    }

    private void requireOne() {
        if (Arrays.stream(shape).anyMatch(length -> length != 1)) {
            throw elements.place().mistake("has the shape " + Arrays.toString(shape) + ", but must be a single value");
        }
    }
}
