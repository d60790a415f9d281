package org.spolia.hdf5.element;

import java.nio.ByteBuffer;

/** An array that is filled with elements decoded from bytes. */
public abstract class Target {

    /** Says where the next elements come from: the bytes of whole elements, from the first one on. */
    public abstract void bind(ByteBuffer bytes);

    /** Decodes so many of the elements bound last into the array. */
    public abstract void copy(int from, int to, int count);

    /** Repeats an element of the array. */
    abstract void spread(int from, int to, int count);

    /** Puts the element bound last, the first of its bytes, into so many places. */
    public final void fill(int to, int count) {
        if (count > 0) {
            copy(0, to, 1);
            spread(to, to + 1, count - 1);
        }
    }
}
