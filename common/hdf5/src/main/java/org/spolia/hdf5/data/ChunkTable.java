package org.spolia.hdf5.data;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** The positions of the chunks of a dataset, by their number in the grid. Chunks that were never written are absent. */
final class ChunkTable {
    private long[] numbers = new long[16];
    private long[] addresses = new long[16];
    private int[] bytes = new int[16];
    private int[] masks = new int[16];
    private int size;
    private boolean sorted = true;

    void add(long number, StoredChunk chunk) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
            addresses = Arrays.copyOf(addresses, 2 * size);
            bytes = Arrays.copyOf(bytes, 2 * size);
            masks = Arrays.copyOf(masks, 2 * size);
        }
        sorted &= size == 0 || numbers[size - 1] < number;
        numbers[size] = number;
        addresses[size] = chunk.address();
        bytes[size] = chunk.bytes();
        masks[size] = chunk.mask();
        size++;
    }

    Optional<StoredChunk> find(long number) {
        sort();
        int at = Arrays.binarySearch(numbers, 0, size, number);
        return at < 0 ? Optional.empty() : Optional.of(new StoredChunk(addresses[at], bytes[at], masks[at]));
    }

    int size() {
        return size;
    }

    /** The stored size of the chunks in bytes. */
    long storedBytes() {
        return IntStream.range(0, size).mapToLong(i -> bytes[i]).sum();
    }

    /** Indexes in another order than that of the grid are rare, and small. */
    private void sort() {
        if (sorted) {
            return;
        }
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted((a, b) -> Long.compare(numbers[a], numbers[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        numbers = Arrays.stream(order).mapToLong(i -> numbers[i]).toArray();
        addresses = Arrays.stream(order).mapToLong(i -> addresses[i]).toArray();
        bytes = Arrays.stream(order).map(i -> bytes[i]).toArray();
        masks = Arrays.stream(order).map(i -> masks[i]).toArray();
        sorted = true;
    }
}
