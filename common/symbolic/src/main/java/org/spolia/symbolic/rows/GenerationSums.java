package org.spolia.symbolic.rows;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What one pass over some rows gives for a generation. The sums of parts of a table, added in any order, are those of
 * the table, and so are their bytes.
 */
public final class GenerationSums {
    private final int[] counts;
    private final TreeMap<Long, CellSums> cells = new TreeMap<>();

    GenerationSums(int[] counts) {
        this.counts = counts;
    }

    CellSums cell(int group, int fold) {
        return cells.computeIfAbsent((long) group << Integer.SIZE | fold, key -> new CellSums(group, fold, counts));
    }

    /** The number of sums of a candidate. */
    int count(int candidate) {
        return counts[candidate];
    }

    /** The sums of each group that occurs, over all folds. */
    public Map<Integer, CellSums> groups() {
        TreeMap<Integer, CellSums> groups = new TreeMap<>();
        for (CellSums cell : cells.values()) {
            CellSums present = groups.putIfAbsent(cell.group(), cell);
            if (present != null) {
                CellSums both = new CellSums(cell.group(), 0, counts);
                both.add(present);
                both.add(cell);
                groups.put(cell.group(), both);
            }
        }
        return groups;
    }

    /** The number of candidates. */
    public int candidates() {
        return counts.length;
    }

    /** The sums of each group and fold that occurs, in order. */
    public Collection<CellSums> cells() {
        return cells.values();
    }

    /** Adds the sums of other rows. */
    public GenerationSums add(GenerationSums other) {
        for (CellSums cell : other.cells.values()) {
            cell(cell.group(), cell.fold()).add(cell);
        }
        return this;
    }

    /** The sums over all rows. */
    public CellSums total() {
        return total(cell -> true);
    }

    /** The sums over the groups and folds that are chosen. */
    public CellSums total(Predicate<CellSums> chosen) {
        CellSums total = new CellSums(0, 0, counts);
        cells.values().stream().filter(chosen).forEach(total::add);
        return total;
    }

    /** Returns the bytes, which are equal for equal sums. */
    public byte[] toBytes() {
        List<byte[]> parts = new ArrayList<>();
        ByteBuffer head = ByteBuffer.allocate((2 + counts.length) * Integer.BYTES);
        head.putInt(counts.length);
        for (int count : counts) {
            head.putInt(count);
        }
        head.putInt(cells.size());
        parts.add(head.array());
        cells.values().forEach(cell -> parts.addAll(cell.parts()));
        ByteBuffer bytes =
                ByteBuffer.allocate(parts.stream().mapToInt(part -> part.length).sum());
        parts.forEach(bytes::put);
        return bytes.array();
    }

    /** Reads the bytes of {@link #toBytes}. */
    public static GenerationSums fromBytes(byte[] array) {
        ByteBuffer bytes = ByteBuffer.wrap(array);
        int[] counts = new int[bytes.getInt()];
        for (int candidate = 0; candidate < counts.length; candidate++) {
            counts[candidate] = bytes.getInt();
        }
        GenerationSums sums = new GenerationSums(counts);
        for (int left = bytes.getInt(); left > 0; left--) {
            CellSums cell = CellSums.read(bytes, counts);
            sums.cells.put((long) cell.group() << Integer.SIZE | cell.fold(), cell);
        }
        return sums;
    }
}
