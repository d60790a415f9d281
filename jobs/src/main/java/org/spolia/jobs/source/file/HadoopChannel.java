package org.spolia.jobs.source.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;

/**
 * A file of any Hadoop file system, read at positions. Small reads of metadata and small chunks use cached blocks, so
 * that adjacent bytes of a remote file need one request. Large reads go directly to the caller.
 */
public final class HadoopChannel extends FileChannel {
    /** The number of bytes that an object store returns in about the time of a round trip. */
    static final int BLOCK_BYTES = 1 << 17;

    private static final int MOST_BLOCKS = 32;
    private static final int DIRECT_BYTES = BLOCK_BYTES / 2;
    private static final int TRANSFER_BYTES = 1 << 20;

    /** Headers and padding between data, which are cheaper to read along than later. */
    private static final int SMALL_GAP_BYTES = BLOCK_BYTES;

    private final FSDataInputStream stream;
    private final long size;
    private final ReadCounters counters;
    private final Optional<FileDigest> digest;
    private final Map<Long, byte[]> blocks = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
            return size() > MOST_BLOCKS;
        }
    };
    private long position;

    private HadoopChannel(FSDataInputStream stream, long size, ReadCounters counters, Optional<FileDigest> digest) {
        this.stream = stream;
        this.size = size;
        this.counters = counters;
        this.digest = digest;
    }

    /** Opens a file of {@code size} bytes. */
    public static HadoopChannel open(Path path, long size, Configuration configuration, ReadCounters counters)
            throws IOException {
        counters.addFile();
        return new HadoopChannel(path.getFileSystem(configuration).open(path), size, counters, Optional.empty());
    }

    /** Opens a file and hashes its bytes while one thread reads them. */
    public static HadoopChannel hashing(Path path, long size, Configuration configuration, ReadCounters counters)
            throws IOException {
        counters.addFile();
        return new HadoopChannel(
                path.getFileSystem(configuration).open(path), size, counters, Optional.of(new FileDigest()));
    }

    /** Returns the sha256 of the file, in hexadecimal. Call it after all other reads; it reads the missing bytes. */
    public String sha256() throws IOException {
        FileDigest taken = digest.orElseThrow();
        byte[] part = new byte[(int) Math.min(TRANSFER_BYTES, size)];
        while (taken.end() < size) {
            fetch(taken.end(), part, 0, (int) Math.min(part.length, size - taken.end()));
        }
        return taken.hexadecimal();
    }

    @Override
    public int read(ByteBuffer into, long from) throws IOException {
        if (from < 0) {
            throw new IllegalArgumentException("Position " + from + " is before the start of the file");
        }
        if (!isOpen()) {
            throw new ClosedChannelException();
        }
        if (from >= size) {
            return -1;
        }
        int count = (int) Math.min(into.remaining(), size - from);
        if (count < DIRECT_BYTES) {
            readBlocks(into, from, count);
        } else if (into.hasArray()) {
            fetch(from, into.array(), into.arrayOffset() + into.position(), count);
            into.position(into.position() + count);
        } else {
            readThroughArray(into, from, count);
        }
        return count;
    }

    private void readBlocks(ByteBuffer into, long from, int count) throws IOException {
        int done = 0;
        while (done < count) {
            byte[] block = block((from + done) / BLOCK_BYTES);
            int start = (int) ((from + done) % BLOCK_BYTES);
            int part = Math.min(count - done, block.length - start);
            into.put(block, start, part);
            done += part;
        }
    }

    private byte[] block(long number) throws IOException {
        synchronized (blocks) {
            byte[] block = blocks.get(number);
            if (block == null) {
                long start = number * BLOCK_BYTES;
                block = new byte[(int) Math.min(BLOCK_BYTES, size - start)];
                fetch(start, block, 0, block.length);
                blocks.put(number, block);
            }
            return block;
        }
    }

    private void readThroughArray(ByteBuffer into, long from, int count) throws IOException {
        byte[] part = new byte[Math.min(count, TRANSFER_BYTES)];
        int done = 0;
        while (done < count) {
            int length = Math.min(part.length, count - done);
            fetch(from + done, part, 0, length);
            into.put(part, 0, length);
            done += length;
        }
    }

    private void fetch(long from, byte[] into, int offset, int count) throws IOException {
        if (digest.isPresent()) {
            long gap = from - digest.get().end();
            if (gap > 0 && gap <= SMALL_GAP_BYTES) {
                byte[] between = new byte[(int) gap];
                fetch(from - gap, between, 0, between.length);
            }
        }
        counters.addRead(count);
        stream.readFully(from, into, offset, count);
        digest.ifPresent(taken -> taken.add(from, into, offset, count));
    }

    @Override
    public synchronized int read(ByteBuffer into) throws IOException {
        int count = read(into, position);
        position += Math.max(0, count);
        return count;
    }

    @Override
    public synchronized long read(ByteBuffer[] into, int offset, int length) throws IOException {
        long total = 0;
        for (int i = offset; i < offset + length; i++) {
            while (into[i].hasRemaining()) {
                int count = read(into[i]);
                if (count < 0) {
                    return total == 0 ? -1 : total;
                }
                total += count;
            }
        }
        return total;
    }

    @Override
    public synchronized long position() {
        return position;
    }

    @Override
    public synchronized FileChannel position(long newPosition) {
        position = newPosition;
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public long transferTo(long from, long count, WritableByteChannel target) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(count, TRANSFER_BYTES));
        int read = read(buffer, from);
        return read < 0 ? 0 : target.write(buffer.flip());
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long from, long length) {
        throw new UnsupportedOperationException("Files of Hadoop cannot be mapped into memory; read them");
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public long write(ByteBuffer[] from, int offset, int length) {
        throw new NonWritableChannelException();
    }

    @Override
    public int write(ByteBuffer from, long to) {
        throw new NonWritableChannelException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long to, long count) {
        throw new NonWritableChannelException();
    }

    @Override
    public FileChannel truncate(long newSize) {
        throw new NonWritableChannelException();
    }

    @Override
    public void force(boolean metadata) {
        // Nothing is ever written.
    }

    @Override
    public FileLock lock(long from, long length, boolean shared) {
        throw new UnsupportedOperationException("Files of Hadoop cannot be locked");
    }

    @Override
    public FileLock tryLock(long from, long length, boolean shared) {
        return lock(from, length, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        stream.close();
    }
}
