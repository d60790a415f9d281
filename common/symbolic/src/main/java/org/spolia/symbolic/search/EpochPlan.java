package org.spolia.symbolic.search;

import java.io.IOException;

/**
 * What an epoch does, the same for all of its pieces.
 *
 * @param epoch its number; the first one fills the populations
 * @param noisy whether the search has found noise
 * @param maxSize the greatest complexity of a child
 * @param nodeRows the approximate cost of all pieces
 * @param quota the cost of the work of an island, in node-rows
 * @param relates whether the enumeration looks for algebraic relations
 * @param partsRound the round of the search for laws of parts; 0 for none
 * @param enumerates whether there is work for the enumeration
 */
record EpochPlan(
        long epoch,
        boolean noisy,
        int maxSize,
        long nodeRows,
        long quota,
        boolean relates,
        int partsRound,
        boolean enumerates) {
    static EpochPlan first(int maxSize) {
        return new EpochPlan(0, false, maxSize, Long.MAX_VALUE, 0, false, 0, false);
    }

    boolean isFirst() {
        return epoch == 0;
    }

    /** The number of pieces before those of the islands. */
    int others() {
        return isFirst() ? 1 : enumerates ? Enumerator.PARTS : 0;
    }

    void write(StateWriter out) throws IOException {
        out.writeLong(epoch);
        out.writeBoolean(noisy);
        out.writeInt(maxSize);
        out.writeLong(nodeRows);
        out.writeLong(quota);
        out.writeBoolean(relates);
        out.writeInt(partsRound);
        out.writeBoolean(enumerates);
    }

    static EpochPlan read(StateReader in) throws IOException {
        return new EpochPlan(
                in.readLong(),
                in.readBoolean(),
                in.readInt(),
                in.readLong(),
                in.readLong(),
                in.readBoolean(),
                in.readInt(),
                in.readBoolean());
    }
}
