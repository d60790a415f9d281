package org.spolia.symbolic.search;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.spolia.symbolic.expression.Definitions;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.search.form.SkeletonCache;
import org.spolia.symbolic.search.front.HallOfFame;
import org.spolia.symbolic.search.result.Failure;
import org.spolia.symbolic.search.result.SearchCounts;
import org.spolia.symbolic.search.result.Strategy;

/**
 * A search between two epochs as bytes. A search that goes on from them ends with the same bits as one that was never
 * interrupted. Bytes of another {@link Search#REVISION}, of other options, another seed or other data are refused.
 */
public final class SearchState {
    private static final int MAGIC = 0x53504C43;

    /** Before the names of operators that formulas define, which may be called as a leaf is here. */
    private static final String DEFINED = "=";

    private static final String JOIN = ",";
    private static final String FORM = ";";

    private SearchState() {}

    /** The state after the last whole epoch. */
    public static byte[] save(Search search, byte[] dataDigest) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(Search.REVISION);
            out.writeUTF(signature(search));
            out.writeInt(dataDigest.length);
            out.write(dataDigest);
            out.writeLong(search.epoch);
            out.writeLong(search.nodeRows);
            out.writeLong(search.counts.expressions());
            out.writeLong(search.counts.nodes());
            out.writeLong(search.counts.repeats());
            out.writeLong(search.stopAt);
            out.writeBoolean(search.noisy);
            for (double count : search.frequencies.counts()) {
                out.writeDouble(count);
            }
            writeHall(out, search.hall);
            if (search.enumerator.isPresent()) {
                for (int index = 0; index < search.enumerator.get().libraries(); index++) {
                    out.writeLong(search.enumerator.get().position(index));
                }
                for (int part = 0; part < Enumerator.PARTS; part++) {
                    writeCache(out, search.enumerator.get().cache(part));
                }
            }
            for (Island island : search.islands) {
                writeIsland(out, island);
            }
            writeFailures(out, search.failures.list());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Puts a search that has not begun where the saved one stood.
     *
     * @throws IllegalArgumentException if the bytes do not belong to this search; the message says why
     */
    public static void load(Search search, byte[] state, byte[] dataDigest) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(state))) {
            check(in.readInt() == MAGIC, "it is no saved search");
            int revision = in.readInt();
            check(
                    revision == Search.REVISION,
                    "it was saved by revision " + revision + " of the search and this is revision " + Search.REVISION);
            check(in.readUTF().equals(signature(search)), "it was saved with other options or another seed");
            byte[] digest = new byte[in.readInt()];
            in.readFully(digest);
            check(Arrays.equals(digest, dataDigest), "it was saved for other data");
            search.epoch = in.readLong();
            search.nodeRows = in.readLong();
            search.counts = new SearchCounts(in.readLong(), in.readLong(), in.readLong());
            search.stopAt = in.readLong();
            boolean noisy = in.readBoolean();
            double[] counts = search.frequencies.counts();
            for (int size = 0; size < counts.length; size++) {
                counts[size] = in.readDouble();
            }
            search.frequencies.update();
            readHall(in, search.hall, search.options().operators().definitions());
            if (noisy) {
                search.takeNoiseIntoAccount();
            } else if (search.epoch > 0) {
                search.buildLibrary(Failures.ofTask());
            }
            if (search.enumerator.isPresent()) {
                for (int index = 0; index < search.enumerator.get().libraries(); index++) {
                    search.enumerator.get().skip(index, in.readLong(), Failures.ofTask());
                }
                for (int part = 0; part < Enumerator.PARTS; part++) {
                    readCache(in, search.enumerator.get().cache(part));
                }
            }
            for (Island island : search.islands) {
                readIsland(in, island);
            }
            for (int kinds = in.readInt(); kinds > 0; kinds--) {
                search.failures.restore(new Failure(Strategy.valueOf(in.readUTF()), in.readUTF(), in.readLong()));
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("The saved search is cut short or damaged", e);
        }
    }

    private static void check(boolean condition, String reason) {
        if (!condition) {
            throw new IllegalArgumentException("The saved search cannot be resumed: " + reason);
        }
    }

    private static String signature(Search search) {
        return search.options() + " seed " + search.seed();
    }

    private static void writeHall(DataOutputStream out, HallOfFame hall) throws IOException {
        for (int size = 1; size <= hall.maxSize(); size++) {
            out.writeByte(hall.count(size));
            for (int rank = 0; rank < hall.count(size); rank++) {
                writeTree(out, hall.tree(size, rank));
                out.writeDouble(hall.loss(size, rank));
                out.writeLong(hall.hash(size, rank));
            }
        }
    }

    private static void readHall(DataInputStream in, HallOfFame hall, Definitions definitions) throws IOException {
        hall.clear();
        Tree tree = new Tree(hall.capacity(), definitions);
        for (int size = 1; size <= hall.maxSize(); size++) {
            int count = in.readByte();
            for (int rank = 0; rank < count; rank++) {
                readTree(in, tree);
                double loss = in.readDouble();
                hall.offer(tree, loss, in.readLong());
            }
        }
    }

    private static void writeFailures(DataOutputStream out, List<Failure> failures) throws IOException {
        out.writeInt(failures.size());
        for (Failure failure : failures) {
            out.writeUTF(failure.strategy().name());
            out.writeUTF(failure.exception());
            out.writeLong(failure.count());
        }
    }

    private static void writeIsland(DataOutputStream out, Island island) throws IOException {
        out.writeLong(island.clock);
        for (int i = 0; i < island.members.length; i++) {
            writeTree(out, island.members[i]);
            out.writeDouble(island.costs[i]);
            out.writeLong(island.births[i]);
        }
        writeCache(out, island.cache);
    }

    private static void writeCache(DataOutputStream out, SkeletonCache cache) throws IOException {
        long[] slots = cache.slots();
        int used = 0;
        for (long hash : slots) {
            used += hash != 0 ? 1 : 0;
        }
        out.writeInt(used);
        for (long hash : slots) {
            if (hash != 0) {
                out.writeLong(hash);
            }
        }
    }

    private static void readIsland(DataInputStream in, Island island) throws IOException {
        island.clock = in.readLong();
        for (int i = 0; i < island.members.length; i++) {
            readTree(in, island.members[i]);
            island.costs[i] = in.readDouble();
            island.births[i] = in.readLong();
        }
        readCache(in, island.cache);
    }

    private static void readCache(DataInputStream in, SkeletonCache cache) throws IOException {
        for (int used = in.readInt(); used > 0; used--) {
            cache.add(in.readLong());
        }
    }

    private static void writeTree(DataOutputStream out, Tree tree) throws IOException {
        out.writeShort(tree.size());
        for (int node = 0; node < tree.size(); node++) {
            int opcode = tree.opcode(node);
            switch (opcode) {
                case Opcode.CONSTANT -> {
                    out.writeUTF("c");
                    out.writeDouble(tree.value(node));
                }
                case Opcode.VARIABLE -> {
                    out.writeUTF("v");
                    out.writeInt(tree.argument(node));
                }
                case Opcode.JOIN -> out.writeUTF(JOIN);
                case Opcode.FORM -> out.writeUTF(FORM);
                default -> {
                    boolean defined = Opcode.isDefined(opcode);
                    out.writeUTF((defined ? DEFINED : "")
                            + tree.definitions().operator(opcode).name());
                }
            }
        }
    }

    private static void readTree(DataInputStream in, Tree tree) throws IOException {
        tree.clear();
        int size = in.readShort();
        for (int node = 0; node < size; node++) {
            String name = in.readUTF();
            switch (name) {
                case "c" -> tree.constant(in.readDouble());
                case "v" -> tree.variable(in.readInt());
                case JOIN -> tree.operator(Opcode.JOIN);
                case FORM -> tree.operator(Opcode.FORM);
                default ->
                    tree.operator(tree.definitions()
                            .operator(name.startsWith(DEFINED) ? name.substring(DEFINED.length()) : name)
                            .orElseThrow(() -> new IOException(name))
                            .opcode());
            }
        }
    }
}
