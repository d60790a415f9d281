package org.spolia.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.hdf5.type.Hdf5Exception;
import org.spolia.hdf5.type.Slab;

/** Datasets and addresses beyond 32 bits. */
@Tag("slow")
class LargeFileTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void writeFile() throws IOException, InterruptedException {
        Python.run("large.py", folder.resolve("large.h5").toString());
    }

    @Test
    void readsBehindFourGigabytes() {
        try (Hdf5File file = Hdf5File.open(folder.resolve("large.h5"))) {
            Hdf5Dataset dataset = file.dataset("contiguous");
            assertThat(dataset.elements()).isEqualTo(5L << 28);
            long end = 1L << 28;
            assertThat(dataset.floats(Slab.of(new long[] {4, end - 4}, new int[] {1, 4})))
                    .containsExactly(0, 2, 3, 4);
            assertThat(dataset.floats(Slab.of(new long[] {0, 0}, new int[] {5, 1})))
                    .containsExactly(1, 0, 0, 0, 0);
            assertThat(dataset.floats(Slab.of(new long[] {1, 1L << 27}, new int[] {2, 2})))
                    .containsExactly(0, 0, 5, 0);
        }
    }

    @Test
    void findsChunksBehindFourGigabytes() {
        try (Hdf5File file = Hdf5File.open(folder.resolve("large.h5"))) {
            Hdf5Dataset growing = file.dataset("growing");
            assertThat(growing.ints(growing.all()))
                    .isEqualTo(IntStream.range(0, 1200).toArray());
            Hdf5Dataset words = file.dataset("words");
            assertThat(words.texts(words.all())).containsExactly("far", "away");
        }
    }

    @Test
    void skipsWhatDoesNotFit() {
        try (Hdf5File file = Hdf5File.open(folder.resolve("large.h5"))) {
            Hdf5Dataset dataset = file.dataset("contiguous");
            assertThat(dataset.all().elements()).isEqualTo(5 << 28);
            assertThatThrownBy(() -> dataset.floats(dataset.all()))
                    .isInstanceOf(Hdf5Exception.class)
                    .hasMessageContaining("more than half of the memory of this JVM");
        }
    }
}
