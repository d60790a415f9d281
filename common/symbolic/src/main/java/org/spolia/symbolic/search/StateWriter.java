package org.spolia.symbolic.search;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.search.form.SkeletonCache;
import org.spolia.symbolic.search.front.HallOfFame;
import org.spolia.symbolic.search.result.Failure;

/** Writes parts of a search as bytes for {@link StateReader}. */
final class StateWriter extends DataOutputStream {
    /** Precedes the name of a defined operator, which may equal the name of a leaf. */
    static final String DEFINED = "=";

    static final String JOIN = ",";
    static final String FORM = ";";

    StateWriter(OutputStream out) {
        super(out);
    }

    void writeHall(HallOfFame hall) throws IOException {
        for (int size = 1; size <= hall.maxSize(); size++) {
            writeByte(hall.count(size));
            for (int rank = 0; rank < hall.count(size); rank++) {
                writeTree(hall.tree(size, rank));
                writeDouble(hall.loss(size, rank));
                writeLong(hall.hash(size, rank));
            }
        }
    }

    void writeFrequencies(Frequencies frequencies) throws IOException {
        for (double count : frequencies.counts()) {
            writeDouble(count);
        }
    }

    void writeFailures(List<Failure> failures) throws IOException {
        writeInt(failures.size());
        for (Failure failure : failures) {
            writeUTF(failure.strategy().name());
            writeUTF(failure.exception());
            writeLong(failure.count());
        }
    }

    void writeCache(SkeletonCache cache) throws IOException {
        long[] used = new long[cache.slots().length];
        int count = 0;
        for (long hash : cache.slots()) {
            used[count] = hash;
            count += hash != 0 ? 1 : 0;
        }
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + count * Long.BYTES);
        bytes.putInt(count).asLongBuffer().put(used, 0, count);
        write(bytes.array());
    }

    /** Writes a cache as it is, faster and longer than {@link #writeCache}. */
    void writeSlots(SkeletonCache cache) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(cache.slots().length * Long.BYTES);
        bytes.asLongBuffer().put(cache.slots());
        write(bytes.array());
    }

    /** Writes the slots of a cache that have changed. */
    void writeChanges(long[] before, SkeletonCache cache) throws IOException {
        long[] slots = cache.slots();
        int changes = 0;
        for (int slot = 0; slot < slots.length; slot++) {
            changes += slots[slot] != before[slot] ? 1 : 0;
        }
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + changes * (Short.BYTES + Long.BYTES));
        bytes.putInt(changes);
        for (int slot = 0; slot < slots.length; slot++) {
            if (slots[slot] != before[slot]) {
                bytes.putShort((short) slot).putLong(slots[slot]);
            }
        }
        write(bytes.array());
    }

    void writeTree(Tree tree) throws IOException {
        writeShort(tree.size());
        for (int node = 0; node < tree.size(); node++) {
            int opcode = tree.opcode(node);
            switch (opcode) {
                case Opcode.CONSTANT -> {
                    writeUTF("c");
                    writeDouble(tree.value(node));
                }
                case Opcode.VARIABLE -> {
                    writeUTF("v");
                    writeInt(tree.argument(node));
                }
                case Opcode.JOIN -> writeUTF(JOIN);
                case Opcode.FORM -> writeUTF(FORM);
                default -> {
                    boolean defined = Opcode.isDefined(opcode);
                    writeUTF((defined ? DEFINED : "")
                            + tree.definitions().operator(opcode).name());
                }
            }
        }
    }
}
