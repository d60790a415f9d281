package org.spolia.jobs.columns;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Packs a page in one call. For the single thread of a writer. */
final class ZstandardPacker implements BytesInputCompressor {
    private final ZstdCompressCtx context = new ZstdCompressCtx();
    private final Page page = new Page();
    private byte[] packed = new byte[0];

    ZstandardPacker(int level) {
        context.setLevel(level);
    }

    /** Returns the packed page, which is valid until the next page is packed. */
    @Override
    public BytesInput compress(BytesInput bytes) throws IOException {
        page.reset();
        bytes.writeAllTo(page);
        int most = Math.toIntExact(Zstd.compressBound(page.size()));
        if (packed.length < most) {
            packed = new byte[most];
        }
        return BytesInput.from(
                packed, 0, context.compressByteArray(packed, 0, packed.length, page.bytes(), 0, page.size()));
    }

    @Override
    public CompressionCodecName getCodecName() {
        return CompressionCodecName.ZSTD;
    }

    @Override
    public void release() {
        context.close();
    }

    /** All bytes of a page in one array. */
    private static final class Page extends ByteArrayOutputStream {
        byte[] bytes() {
            return buf;
        }
    }
}
