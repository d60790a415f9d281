package org.spolia.jobs.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A channel of Hadoop and one of the JDK return the same bytes for any read. */
class HadoopChannelTest {
    private static final int SIZE = 5 * HadoopChannel.BLOCK_BYTES + 12_345;
    private static final long SEED = 20;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        byte[] bytes = new byte[SIZE];
        new SplittableRandom(SEED).nextBytes(bytes);
        file = Files.write(folder.resolve("bytes"), bytes);
    }

    @Test
    void readsWhatTheFileHoldsAtAnyPosition() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED + 1);
        try (FileChannel plain = FileChannel.open(file);
                FileChannel hadoop = open()) {
            assertThat(hadoop.size()).isEqualTo(plain.size());
            for (int i = 0; i < 2000; i++) {
                int most = i % 10 == 0 ? 3 * HadoopChannel.BLOCK_BYTES : 300;
                int count = random.nextInt(0, most);
                long position = random.nextLong(0, SIZE + 100);
                ByteBuffer expected = buffer(i, count);
                ByteBuffer found = buffer(i, count);
                assertThat(hadoop.read(found, position))
                        .as("seed %s, %s bytes at %s", SEED, count, position)
                        .isEqualTo(plain.read(expected, position));
                assertThat(found.flip()).isEqualTo(expected.flip());
            }
        }
    }

    @Test
    void readsOnFromItsPosition() throws IOException {
        try (FileChannel plain = FileChannel.open(file);
                FileChannel hadoop = open()) {
            plain.position(SIZE - 1000);
            hadoop.position(SIZE - 1000);
            ByteBuffer[] expected = {ByteBuffer.allocate(10), ByteBuffer.allocate(700)};
            ByteBuffer[] found = {ByteBuffer.allocate(10), ByteBuffer.allocate(700)};
            assertThat(hadoop.read(found)).isEqualTo(plain.read(expected));
            assertThat(found[1].flip()).isEqualTo(expected[1].flip());
            assertThat(hadoop.position()).isEqualTo(plain.position());
            assertThat(hadoop.read(ByteBuffer.allocate(1000))).isEqualTo(290);
            assertThat(hadoop.read(ByteBuffer.allocate(1))).isEqualTo(-1);
        }
    }

    @Test
    void theHashEqualsTheFilesHashForAnyOrderOfReads() throws Exception {
        String expected =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        SplittableRandom random = new SplittableRandom(SEED + 2);
        for (int round = 0; round < 20; round++) {
            try (HadoopChannel channel =
                    HadoopChannel.hashing(hadoop(), SIZE, new Configuration(), new ReadCounters())) {
                for (int i = 0; i < round; i++) {
                    ByteBuffer buffer = buffer(i, random.nextInt(0, 2 * HadoopChannel.BLOCK_BYTES));
                    channel.read(buffer, random.nextLong(0, SIZE));
                }
                assertThat(channel.sha256())
                        .as("seed %s, round %s", SEED, round)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void aFileThatIsReadFromItsStartToItsEndIsReadOnce() throws IOException {
        int step = HadoopChannel.BLOCK_BYTES;
        ReadCounters counters = new ReadCounters();
        try (HadoopChannel channel = HadoopChannel.hashing(hadoop(), SIZE, new Configuration(), counters)) {
            for (long at = 1000; at < SIZE; at += step) {
                channel.read(ByteBuffer.allocate(step), at);
            }
            assertThat(channel.sha256()).hasSize(64);
            assertThat(counters.metrics(0)[0].value()).isBetween((long) SIZE, (long) SIZE + step);
        }
    }

    @Test
    void isReadOnly() throws IOException {
        FileChannel hadoop = open();
        assertThatThrownBy(() -> hadoop.map(FileChannel.MapMode.READ_ONLY, 0, 10))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> hadoop.write(ByteBuffer.allocate(1))).isInstanceOf(NonWritableChannelException.class);
        hadoop.close();
        assertThat(hadoop.isOpen()).isFalse();
        assertThatThrownBy(() -> hadoop.read(ByteBuffer.allocate(1), 0)).isInstanceOf(ClosedChannelException.class);
    }

    private FileChannel open() throws IOException {
        return HadoopChannel.open(hadoop(), SIZE, new Configuration(), new ReadCounters());
    }

    private org.apache.hadoop.fs.Path hadoop() {
        return new org.apache.hadoop.fs.Path(file.toUri());
    }

    /** Returns a buffer on the heap or outside, starting at its beginning or within. */
    private static ByteBuffer buffer(int kind, int count) {
        ByteBuffer buffer = kind % 3 == 0 ? ByteBuffer.allocateDirect(count + 7) : ByteBuffer.allocate(count + 7);
        return kind % 2 == 0 ? buffer.slice(7, count) : buffer.limit(count);
    }
}
