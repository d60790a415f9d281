package org.spolia.hdf5.filter;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.spolia.hdf5.structure.ObjectLocation;
import org.spolia.hdf5.type.UnsupportedHdf5Exception;

/**
 * Undoes the filters of a chunk, the last one first. The result is in the scratch buffers of the file until the next
 * chunk is decoded. The decoded size of a chunk is known, so a damaged chunk cannot claim more memory.
 */
public final class FilterChain {
    private static final int CHECKSUM_BYTES = 4;

    /** Deflate repeats at most 258 bytes for two bits; LZF stays far below. */
    private static final long MOST_EXPANSION = 1032;

    /** A Zstandard block decodes to at most 128 KiB and takes four bytes. */
    private static final long MOST_EXPANSION_OF_ZSTANDARD = 32768;

    private final List<ChunkFilter> filters;
    private final int chunkBytes;
    private final ObjectLocation place;
    private final Scratch scratch;
    private int length;

    public FilterChain(List<ChunkFilter> filters, int chunkBytes, Scratch scratch, ObjectLocation place) {
        this.scratch = scratch;
        this.filters = filters;
        this.chunkBytes = chunkBytes;
        this.place = place;
    }

    /** Returns a buffer for the stored bytes, from which {@link #decode} reads. */
    public byte[] stored(int bytes) {
        length = bytes;
        return scratch.result(bytes);
    }

    /**
     * Returns the chunk: the first {@code chunkBytes} of the array.
     *
     * @param mask a bit for each filter that was not applied
     */
    public byte[] decode(int mask) {
        scratch.countChunk();
        for (int i = filters.size() - 1; i >= 0; i--) {
            if ((mask >>> i & 1) == 0) {
                undo(filters.get(i), mostBytes(i));
            }
        }
        if (length != chunkBytes) {
            throw place.damaged("a chunk of " + chunkBytes + " bytes decodes to " + length);
        }
        return scratch.result();
    }

    private void undo(ChunkFilter filter, int most) {
        switch (filter.id()) {
            case ChunkFilter.FLETCHER32 -> verify();
            case ChunkFilter.SHUFFLE -> unshuffle(filter);
            case ChunkFilter.DEFLATE -> inflate(most);
            case ChunkFilter.LZF -> unpackLzf(most);
            case ChunkFilter.ZSTANDARD -> unpackZstandard(most);
            case ChunkFilter.LZ4, ChunkFilter.BITSHUFFLE, ChunkFilter.BLOSC -> unpackBlocks(filter, most);
            default -> throw unsupported(filter, place);
        }
    }

    static UnsupportedHdf5Exception unsupported(ChunkFilter filter, ObjectLocation place) {
        return place.unsupported(
                "is stored with filter " + filter.id()
                        + (filter.name().isEmpty() ? "" : " (" + filter.name() + ")")
                        + ", which is not read; rewrite it with gzip, lzf, lz4, zstd, blosc, shuffle, bitshuffle or fletcher32, as h5repack -f GZIP=4 does");
    }

    private void verify() {
        if (length < CHECKSUM_BYTES) {
            throw place.damaged("a chunk of " + length + " bytes is too short for its checksum");
        }
        length -= CHECKSUM_BYTES;
        byte[] result = scratch.result();
        int stored = ByteBuffer.wrap(result).order(ByteOrder.LITTLE_ENDIAN).getInt(length);
        int computed = Fletcher32.of(result, length);
        if (!Fletcher32.matches(stored, computed)) {
            throw place.damaged("a chunk has the fletcher32 checksum " + Integer.toHexString(computed) + " where "
                    + Integer.toHexString(stored) + " is stored");
        }
    }

    private void unshuffle(ChunkFilter filter) {
        int size = filter.parameters().length == 0 ? 0 : filter.parameter(0);
        if (size <= 0) {
            throw place.damaged("the shuffle filter has elements of " + size + " bytes");
        }
        if (size > 1) {
            Shuffle.undo(scratch.result(), length, size, scratch.spare(length));
            swap(length);
        }
    }

    private void inflate(int most) {
        byte[] spare = prepare(most, MOST_EXPANSION);
        Inflater inflater = scratch.inflater();
        inflater.reset();
        inflater.setInput(scratch.result(), 0, length);
        int count = 0;
        try {
            while (!inflater.finished()) {
                // At the end of the output, the trailer may remain to be read; it must not fill this byte.
                boolean full = count == most;
                int more = full ? inflater.inflate(new byte[1]) : inflater.inflate(spare, count, most - count);
                if (full && more > 0) {
                    throw place.damaged("a chunk inflates to more than " + most + " bytes");
                }
                if (more == 0 && (inflater.needsInput() || inflater.needsDictionary()) && !inflater.finished()) {
                    throw place.damaged("a chunk of " + length + " bytes ends within its gzip stream");
                }
                count += more;
            }
        } catch (DataFormatException e) {
            throw place.damaged("a chunk does not inflate (" + e.getMessage() + ")", e);
        }
        swap(count);
    }

    private void unpackLzf(int most) {
        byte[] spare = prepare(most, MOST_EXPANSION);
        try {
            swap(Lzf.decode(scratch.result(), length, spare));
        } catch (IndexOutOfBoundsException e) {
            throw place.damaged("a chunk of " + length + " bytes is not LZF (" + e.getMessage() + ")", e);
        }
    }

    private void unpackZstandard(int most) {
        byte[] spare = prepare(most, MOST_EXPANSION_OF_ZSTANDARD);
        try {
            swap((int) Zstd.decompressByteArray(spare, 0, most, scratch.result(), 0, length));
        } catch (ZstdException e) {
            throw place.damaged("a chunk of " + length + " bytes is not Zstandard (" + e.getMessage() + ")", e);
        }
    }

    private void unpackBlocks(ChunkFilter filter, int most) {
        byte[] spare = prepare(most, MOST_EXPANSION_OF_ZSTANDARD);
        byte[] packed = scratch.result();
        try {
            swap(
                    switch (filter.id()) {
                        case ChunkFilter.LZ4 -> Lz4.decodeFrame(packed, length, spare);
                        case ChunkFilter.BITSHUFFLE -> Bitshuffle.decode(packed, length, filter.parameters(), spare);
                        default -> Blosc.decode(packed, length, spare, scratch.inflater());
                    });
        } catch (IndexOutOfBoundsException | ArithmeticException | ZstdException e) {
            throw place.damaged("a chunk of " + length + " bytes is not " + filter + " (" + e.getMessage() + ")", e);
        }
    }

    private byte[] prepare(int most, long expansion) {
        if (most > expansion * length + expansion) {
            throw place.damaged("a chunk of " + most + " bytes cannot come from " + length + " stored bytes");
        }
        return scratch.spare(most);
    }

    private void swap(int count) {
        scratch.swap();
        length = count;
    }

    /**
     * The input size of a filter is known unless a compressor precedes it. Two compressors make no sense, but may
     * occur.
     */
    private int mostBytes(int filter) {
        long bytes = chunkBytes;
        for (int i = 0; i < filter; i++) {
            switch (filters.get(i).id()) {
                case ChunkFilter.SHUFFLE -> {}
                case ChunkFilter.FLETCHER32 -> bytes += CHECKSUM_BYTES;
                default -> bytes += bytes / 8 + 1024;
            }
        }
        return (int) Math.min(bytes, Integer.MAX_VALUE - 8);
    }
}
