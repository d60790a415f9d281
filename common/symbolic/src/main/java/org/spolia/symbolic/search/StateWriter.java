package org.spolia.symbolic.search;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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

    void writeFailures(List<Failure> failures) throws IOException {
        writeInt(failures.size());
        for (Failure failure : failures) {
            writeUTF(failure.strategy().name());
            writeUTF(failure.exception());
            writeLong(failure.count());
        }
    }

    void writeCache(SkeletonCache cache) throws IOException {
        long[] slots = cache.slots();
        int used = 0;
        for (long hash : slots) {
            used += hash != 0 ? 1 : 0;
        }
        writeInt(used);
        for (long hash : slots) {
            if (hash != 0) {
                writeLong(hash);
            }
        }
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
