package org.spolia.hdf5.data;

import java.nio.ByteBuffer;
import org.spolia.hdf5.element.Target;
import org.spolia.hdf5.structure.ObjectLocation;
import org.spolia.hdf5.type.Slab;

/** Elements in the object header. */
@SuppressWarnings("ArrayRecordComponent")
public record CompactData(ByteBuffer bytes, long[] dimensions, int elementBytes, ObjectLocation place)
        implements StoredData {

    public CompactData {
        long wanted = elementBytes;
        for (long dimension : dimensions) {
            wanted = wanted > bytes.remaining() && dimension > 0 ? Long.MAX_VALUE / 2 : wanted * dimension;
        }
        if (wanted > bytes.remaining()) {
            throw place.damaged("has more elements than the " + bytes.remaining() + " bytes of its header hold");
        }
    }

    @Override
    public void read(Slab slab, Target target) {
        target.bind(bytes);
        RunCursor runs =
                new RunCursor(slab.shape(), dimensions, slab.offset(), slab.shape(), new int[dimensions.length]);
        while (runs.next()) {
            target.copy((int) runs.source(), runs.target(), runs.length());
        }
    }

    @Override
    public long storedBytes() {
        return bytes.remaining();
    }
}
