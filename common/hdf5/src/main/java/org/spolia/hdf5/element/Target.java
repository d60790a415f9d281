package org.spolia.hdf5.element;

import java.nio.ByteBuffer;

/** An array that is filled with elements decoded from bytes. */
public abstract class Target {

    /** Sets the bytes of the next elements, from the first element on. */
    public abstract void bind(ByteBuffer bytes);

    /** Decodes {@code count} of the bound elements into the array. */
    public abstract void copy(int from, int to, int count);

    /** Repeats an element of the array. */
    abstract void spread(int from, int to, int count);

    /** Writes the first bound element to {@code count} positions. */
    public final void fill(int to, int count) {
        if (count > 0) {
            copy(0, to, 1);
            spread(to, to + 1, count - 1);
        }
    }
}
