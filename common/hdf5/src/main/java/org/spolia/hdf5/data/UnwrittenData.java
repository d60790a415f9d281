package org.spolia.hdf5.data;

import java.nio.ByteBuffer;
import org.spolia.hdf5.element.Target;
import org.spolia.hdf5.type.Slab;

/** A dataset that was never written: every element is the fill value. */
public record UnwrittenData(ByteBuffer fill) implements StoredData {

    @Override
    public void read(Slab slab, Target target) {
        target.bind(fill);
        target.fill(0, slab.elements());
    }

    @Override
    public long storedBytes() {
        return 0;
    }
}
