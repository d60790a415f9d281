package org.spolia.symbolic.search;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.spolia.symbolic.expression.Definitions;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.search.form.SkeletonCache;
import org.spolia.symbolic.search.front.HallOfFame;
import org.spolia.symbolic.search.result.Failure;
import org.spolia.symbolic.search.result.Strategy;

/** Reads parts of a search from the bytes of {@link StateWriter}. */
final class StateReader extends DataInputStream {
    StateReader(InputStream in) {
        super(in);
    }

    void readHall(HallOfFame hall, Definitions definitions) throws IOException {
        hall.clear();
        Tree tree = new Tree(hall.capacity(), definitions);
        for (int size = 1; size <= hall.maxSize(); size++) {
            int count = readByte();
            for (int rank = 0; rank < count; rank++) {
                readTree(tree);
                double loss = readDouble();
                hall.offer(tree, loss, readLong());
            }
        }
    }

    void readFrequencies(Frequencies frequencies) throws IOException {
        double[] counts = new double[frequencies.counts().length];
        for (int size = 0; size < counts.length; size++) {
            counts[size] = readDouble();
        }
        frequencies.restore(counts);
    }

    void readFailures(Failures failures) throws IOException {
        for (int kinds = readInt(); kinds > 0; kinds--) {
            failures.restore(new Failure(Strategy.valueOf(readUTF()), readUTF(), readLong()));
        }
    }

    void readCache(SkeletonCache cache) throws IOException {
        for (int used = readInt(); used > 0; used--) {
            cache.add(readLong());
        }
    }

    void readSlots(SkeletonCache cache) throws IOException {
        long[] slots = cache.slots();
        byte[] bytes = new byte[slots.length * Long.BYTES];
        readFully(bytes);
        ByteBuffer.wrap(bytes).asLongBuffer().get(slots);
    }

    void readChanges(SkeletonCache cache) throws IOException {
        byte[] bytes = new byte[readInt() * (Short.BYTES + Long.BYTES)];
        readFully(bytes);
        ByteBuffer changes = ByteBuffer.wrap(bytes);
        while (changes.hasRemaining()) {
            cache.slots()[changes.getShort()] = changes.getLong();
        }
    }

    void readTree(Tree tree) throws IOException {
        tree.clear();
        int size = readShort();
        for (int node = 0; node < size; node++) {
            String name = readUTF();
            switch (name) {
                case "c" -> tree.constant(readDouble());
                case "v" -> tree.variable(readInt());
                case StateWriter.JOIN -> tree.operator(Opcode.JOIN);
                case StateWriter.FORM -> tree.operator(Opcode.FORM);
                default ->
                    tree.operator(tree.definitions()
                            .operator(
                                    name.startsWith(StateWriter.DEFINED)
                                            ? name.substring(StateWriter.DEFINED.length())
                                            : name)
                            .orElseThrow(() -> new IOException(name))
                            .opcode());
            }
        }
    }
}
