package org.spolia.jobs.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputDecompressor;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;

class PageCodecsTest {
    private static final int SIZE = 100_000;

    private final BytesInputDecompressor codec =
            new PageCodecs(new Configuration(false)).getDecompressor(CompressionCodecName.ZSTD);
    private final byte[] page = page();
    private final byte[] packed = Zstd.compress(page);

    private static byte[] page() {
        byte[] page = new byte[SIZE];
        Random random = new Random(3);
        for (int i = 0; i < SIZE; i++) {
            page[i] = (byte) random.nextInt(40);
        }
        return page;
    }

    @Test
    void pagesAreUnpackedFromAnyBuffer() throws IOException {
        byte[] among = new byte[packed.length + 20];
        System.arraycopy(packed, 0, among, 10, packed.length);
        ByteBuffer direct = ByteBuffer.allocateDirect(packed.length).put(packed).flip();

        assertThat(unpack(BytesInput.from(packed), SIZE)).isEqualTo(page);
        assertThat(unpack(
                        BytesInput.from(
                                ByteBuffer.wrap(among, 10, packed.length).slice()),
                        SIZE))
                .isEqualTo(page);
        assertThat(unpack(BytesInput.from(direct), SIZE)).isEqualTo(page);
        assertThat(unpack(BytesInput.concat(part(0, 500), part(500, packed.length)), SIZE))
                .isEqualTo(page);
    }

    @Test
    void buffersAdvanceByBytesReadAndWritten() throws IOException {
        ByteBuffer in = ByteBuffer.allocateDirect(packed.length + 7)
                .put(packed)
                .put(new byte[7])
                .flip();
        ByteBuffer out = ByteBuffer.allocateDirect(SIZE + 3);

        codec.decompress(in, packed.length, out, SIZE);

        assertThat(in.remaining()).isEqualTo(7);
        assertThat(out.flip().remaining()).isEqualTo(SIZE);
        byte[] unpacked = new byte[SIZE];
        out.get(unpacked);
        assertThat(unpacked).isEqualTo(page);
    }

    @Test
    void damageIsNamed() {
        byte[] damaged = packed.clone();
        Arrays.fill(damaged, 20, 60, (byte) 7);

        assertThatIOException()
                .isThrownBy(() -> unpack(BytesInput.from(damaged), SIZE))
                .withMessageContaining("does not unpack");
        assertThatIOException()
                .isThrownBy(() -> unpack(part(0, packed.length / 2), SIZE))
                .withMessageContaining("does not unpack");
        assertThatIOException()
                .isThrownBy(() -> unpack(BytesInput.from(packed), SIZE - 1))
                .withMessageContaining("does not unpack");
        assertThatIOException()
                .isThrownBy(() -> unpack(BytesInput.from(packed), SIZE + 1))
                .withMessage("a page unpacks to 100000 bytes, but its header says 100001");
    }

    private BytesInput part(int from, int to) {
        return BytesInput.from(Arrays.copyOfRange(packed, from, to));
    }

    private byte[] unpack(BytesInput bytes, int size) throws IOException {
        ByteBufferInputStream unpacked = codec.decompress(bytes, size).toInputStream();
        return unpacked.readAllBytes();
    }
}
