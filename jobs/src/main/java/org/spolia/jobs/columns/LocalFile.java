package org.spolia.jobs.columns;

import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/**
 * A local file, read in long pieces by the calling thread. Hadoop would read 512 bytes at a time together with their
 * checksums; Parquet's own page checksums give the same protection.
 */
final class LocalFile implements InputFile {
    /**
     * For each read, the JVM allocates memory outside the heap for a whole piece, and returns long buffers to the
     * system each time.
     */
    private static final int LONGEST_PIECE = 64 << 10;

    private final Path path;

    LocalFile(Path path) {
        this.path = path;
    }

    @Override
    public long getLength() throws IOException {
        return Files.size(path);
    }

    @Override
    public SeekableInputStream newStream() throws IOException {
        FileInputStream file = new FileInputStream(path.toFile());
        FileChannel place = file.getChannel();
        return new DelegatingSeekableInputStream(pieces(file)) {
            @Override
            public long getPos() throws IOException {
                return place.position();
            }

            @Override
            public void seek(long position) throws IOException {
                place.position(position);
            }
        };
    }

    private static InputStream pieces(InputStream file) {
        return new FilterInputStream(file) {
            @Override
            public int read(byte[] bytes, int start, int length) throws IOException {
                return in.read(bytes, start, Math.min(length, LONGEST_PIECE));
            }
        };
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
