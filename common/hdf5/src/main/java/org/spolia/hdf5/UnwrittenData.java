package org.spolia.hdf5;

import java.nio.ByteBuffer;

/** A dataset that nothing was written to: every element is the fill value. */
record UnwrittenData(ByteBuffer fill) implements StoredData {

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
