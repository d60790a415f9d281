package org.spolia.jobs.columns;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.jspecify.annotations.Nullable;

/**
 * Parquet's codecs, with a Zstandard codec that unpacks a page in one call; as a stream, each page would pass through
 * two more buffers. For the single thread of a reader.
 */
final class PageCodecs implements CompressionCodecFactory {
    private final CodecFactory others;
    private final WholePages zstandard = new WholePages();

    PageCodecs(Configuration configuration) {
        this.others = new CodecFactory(configuration, 0);
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return codec == CompressionCodecName.ZSTD ? zstandard : others.getDecompressor(codec);
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        return others.getCompressor(codec);
    }

    @Override
    public void release() {
        others.release();
        zstandard.release();
    }

    private static final class WholePages implements BytesInputDecompressor {
        private @Nullable ZstdDecompressCtx context;

        @Override
        public BytesInput decompress(BytesInput bytes, int size) throws IOException {
            ByteBufferInputStream stream = bytes.toInputStream();
            return BytesInput.from(unpack(stream.slice(stream.available()), size));
        }

        @Override
        public void decompress(ByteBuffer in, int packed, ByteBuffer out, int size) throws IOException {
            ByteBuffer page = in.duplicate().limit(in.position() + packed);
            out.put(unpack(page, size));
            in.position(page.limit());
        }

        private byte[] unpack(ByteBuffer packed, int size) throws IOException {
            ByteBuffer from = packed.hasArray() ? packed : onHeap(packed);
            byte[] page = new byte[size];
            long unpacked;
            try {
                unpacked = context()
                        .decompressByteArray(
                                page, 0, size, from.array(), from.arrayOffset() + from.position(), from.remaining());
            } catch (ZstdException e) {
                throw new IOException("a page does not unpack: " + e.getMessage(), e);
            }
            if (unpacked != size) {
                throw new IOException("a page unpacks to " + unpacked + " bytes, but its header says " + size);
            }
            return page;
        }

        private ZstdDecompressCtx context() {
            ZstdDecompressCtx there = context;
            if (there == null) {
                there = new ZstdDecompressCtx();
                context = there;
            }
            return there;
        }

        private static ByteBuffer onHeap(ByteBuffer bytes) {
            return ByteBuffer.allocate(bytes.remaining()).put(bytes.duplicate()).flip();
        }

        @Override
        public void release() {
            if (context != null) {
                context.close();
                context = null;
            }
        }
    }
}
