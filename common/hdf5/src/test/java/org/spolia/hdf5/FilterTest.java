package org.spolia.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.spolia.hdf5.filter.Bitshuffle;
import org.spolia.hdf5.filter.ChunkFilter;
import org.spolia.hdf5.filter.FilterChain;
import org.spolia.hdf5.filter.Fletcher32;
import org.spolia.hdf5.filter.Lz4;
import org.spolia.hdf5.filter.Lzf;
import org.spolia.hdf5.filter.Scratch;
import org.spolia.hdf5.filter.Shuffle;
import org.spolia.hdf5.structure.ObjectLocation;
import org.spolia.hdf5.type.DamagedHdf5Exception;

class FilterTest {
    private static final ObjectLocation PLACE = new ObjectLocation("file.h5", "/d");
    private static final ChunkFilter GZIP = ChunkFilter.of(ChunkFilter.DEFLATE, "", new int[] {4});
    private static final ChunkFilter ZSTD = ChunkFilter.of(ChunkFilter.ZSTANDARD, "", new int[0]);

    @Property
    void unshufflingIsTheInverseOfShuffling(@ForAll byte[] bytes, @ForAll @IntRange(min = 1, max = 9) int size) {
        byte[] shuffled = new byte[bytes.length];
        int count = bytes.length / size;
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < size; j++) {
                shuffled[j * count + i] = bytes[i * size + j];
            }
        }
        System.arraycopy(bytes, count * size, shuffled, count * size, bytes.length - count * size);
        byte[] out = new byte[bytes.length];
        Shuffle.undo(shuffled, bytes.length, size, out);
        assertThat(out).isEqualTo(bytes);
    }

    /** The definition, without intermediate reductions. */
    @Property
    void fletcherSumsModulo65535(@ForAll byte[] bytes) {
        long low = 0;
        long high = 0;
        for (int i = 0; i < bytes.length; i += 2) {
            int second = i + 1 < bytes.length ? bytes[i + 1] & 0xff : 0;
            low += (bytes[i] & 0xff) << 8 | second;
            high += low;
        }
        int sum = Fletcher32.of(bytes, bytes.length);
        assertThat((sum & 0xffffL) % 65535).isEqualTo(low % 65535);
        assertThat((sum >>> 16) % 65535L).isEqualTo(high % 65535);
    }

    @Test
    void aChecksumMayHaveItsBytesReversed() {
        assertThat(Fletcher32.matches(0x22114433, 0x11223344)).isTrue();
        assertThat(Fletcher32.matches(0x11223345, 0x11223344)).isFalse();
    }

    @Test
    void refusesChunksOfTheWrongSize() throws IOException {
        byte[] hundred = deflated(new byte[100]);
        assertThat(decode(GZIP, hundred, 100)).hasSizeGreaterThanOrEqualTo(100);
        for (int bytes : new int[] {99, 101}) {
            assertThatThrownBy(() -> decode(GZIP, hundred, bytes))
                    .isInstanceOf(DamagedHdf5Exception.class)
                    .hasMessageStartingWith("file.h5:/d: a chunk");
        }
        assertThatThrownBy(() -> decode(GZIP, Arrays.copyOf(hundred, hundred.length - 1), 100))
                .isInstanceOf(DamagedHdf5Exception.class)
                .hasMessageContaining("ends within its gzip stream");
    }

    @Test
    void doesNotTakeMemoryThatAChunkCannotFill() throws IOException {
        byte[] hundred = deflated(new byte[100]);
        assertThatThrownBy(() -> decode(GZIP, hundred, Integer.MAX_VALUE - 8))
                .isInstanceOf(DamagedHdf5Exception.class)
                .hasMessageContaining("cannot come from");
    }

    @Test
    void readsZstandard() {
        byte[] bytes = new byte[1000];
        new Random(1).nextBytes(bytes);
        byte[] packed = Zstd.compress(bytes);
        assertThat(Arrays.copyOf(decode(ZSTD, packed, 1000), 1000)).isEqualTo(bytes);
        assertThatThrownBy(() -> decode(ZSTD, Arrays.copyOf(packed, packed.length - 1), 1000))
                .isInstanceOf(DamagedHdf5Exception.class)
                .hasMessageContaining("is not Zstandard");
    }

    @Property
    void brokenLzfEndsInAnException(@ForAll byte[] bytes) {
        byte[] out = new byte[64];
        try {
            assertThat(Lzf.decode(bytes, bytes.length, out)).isBetween(0, out.length);
        } catch (IndexOutOfBoundsException e) {
            assertThat(bytes).isNotEmpty();
        }
    }

    @Property
    void unshufflingBitsIsTheInverseOfShufflingThem(
            @ForAll @Size(max = 300) byte[] bytes, @ForAll @IntRange(min = 1, max = 9) int size) {
        int elements = bytes.length / size / 8 * 8;
        byte[] shuffled = new byte[elements * size];
        for (int bit = 0; bit < 8 * shuffled.length; bit++) {
            int element = bit / (8 * size);
            int place = bit % (8 * size) * elements + element;
            int value = bytes[bit / 8] >>> bit % 8 & 1;
            shuffled[place / 8] |= (byte) (value << place % 8);
        }
        byte[] out = new byte[elements * size];
        Bitshuffle.undo(shuffled, 0, elements, size, out, 0);
        assertThat(out).isEqualTo(Arrays.copyOf(bytes, elements * size));
    }

    @Test
    void readsLz4() {
        byte[] block = {0x1b, 'a', 1, 0, 0x50, 'b', 'c', 'd', 'e', 'f'};
        byte[] out = new byte[21];
        Lz4.decode(block, 0, block.length, out, 0, 21);
        assertThat(new String(out, StandardCharsets.US_ASCII)).isEqualTo("a".repeat(16) + "bcdef");
        assertThatThrownBy(() -> Lz4.decode(block, 0, block.length, out, 0, 20))
                .isInstanceOf(IndexOutOfBoundsException.class);
        byte[] copyNearTheEnd = {0x60, 'a', 'b', 'c', 'd', 'e', 'f', 1, 0, 0x50, 'b', 'c', 'd', 'e', 'f'};
        assertThatThrownBy(() -> Lz4.decode(copyNearTheEnd, 0, copyNearTheEnd.length, out, 0, 15))
                .hasMessage("a block does not end where it has to");
    }

    @Property
    void brokenBlocksAreDamage(@ForAll @Size(max = 200) byte[] bytes, @ForAll @IntRange(min = 0, max = 8) int kind) {
        byte[] stored = bytes.clone();
        if (kind > 2 && stored.length >= 16) {
            // A header of Blosc with each of its compressors and shuffles, followed by damaged bytes.
            ByteBuffer.wrap(stored)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .put(2, (byte) ((kind - 3) << 5 | (bytes[2] & 0x15)))
                    .putInt(4, 64)
                    .putInt(8, 64);
        }
        ChunkFilter filter = switch (kind) {
            case 0 -> ChunkFilter.of(ChunkFilter.LZ4, "", new int[0]);
            case 1, 2 -> ChunkFilter.of(ChunkFilter.BITSHUFFLE, "", new int[] {0, 4, 4, 0, kind + 1});
            default -> ChunkFilter.of(ChunkFilter.BLOSC, "", new int[0]);
        };
        try {
            assertThat(decode(filter, stored, 64)).hasSizeGreaterThanOrEqualTo(64);
        } catch (DamagedHdf5Exception e) {
            assertThat(e).hasMessageStartingWith("file.h5:/d: a chunk of");
        }
    }

    private static byte[] decode(ChunkFilter filter, byte[] stored, int chunkBytes) {
        FilterChain chain = new FilterChain(List.of(filter), chunkBytes, new Scratch(), PLACE);
        System.arraycopy(stored, 0, chain.stored(stored.length), 0, stored.length);
        return chain.decode(0);
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        }
        return out.toByteArray();
    }
}
