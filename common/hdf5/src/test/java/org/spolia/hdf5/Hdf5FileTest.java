package org.spolia.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.hdf5.filter.ChunkFilter;
import org.spolia.hdf5.type.DamagedHdf5Exception;
import org.spolia.hdf5.type.Hdf5Exception;
import org.spolia.hdf5.type.Slab;
import org.spolia.hdf5.type.UnsupportedHdf5Exception;

/** The main paths, in the oldest format and in a newer one after a user block. */
@ParameterizedClass
@ValueSource(strings = {"earliest.h5", "v110.h5"})
class Hdf5FileTest {
    private final String name;
    private final Hdf5File file;

    @TempDir
    Path folder;

    Hdf5FileTest(String name) {
        this.name = name;
        this.file = Fixtures.open(name);
    }

    @AfterEach
    void close() {
        file.close();
    }

    @Test
    void readsAllOfADataset() {
        Hdf5Dataset dataset = file.dataset("contiguous");
        assertThat(dataset.shape()).containsExactly(4, 5, 6);
        assertThat(dataset.type()).hasToString("float32");
        assertThat(dataset.storage()).isEqualTo(Hdf5Dataset.Storage.CONTIGUOUS);
        assertThat(dataset.floats(dataset.all())).isEqualTo(Fixtures.ramp(0, 120, 0.5));
    }

    @Test
    void readsASlab() {
        float[] slab = file.dataset("contiguous").floats(Slab.of(new long[] {1, 2, 3}, new int[] {2, 1, 2}));
        assertThat(slab).containsExactly(22.5f, 23f, 37.5f, 38f);
    }

    @Test
    void readsIntoAnArrayThatIsThere() {
        float[] into = new float[10];
        file.dataset("contiguous").floats(Slab.of(new long[] {0, 0, 1}, new int[] {1, 1, 3}), into);
        assertThat(into).startsWith(0.5f, 1f, 1.5f, 0f);
    }

    @Test
    void widensWithoutLoss() {
        assertThat(all("big").doubles(all("big").all())).startsWith(0, 0.5, 1);
        assertThat(all("half").floats(all("half").all())).containsExactly(0, 0.5f, 1, 1.5f, 2);
        assertThat(all("unsigned").ints(all("unsigned").all())).containsExactly(0, 200, 255);
        assertThat(all("unsigned").bytes(all("unsigned").all())).containsExactly(0, 200, 255);
        assertThat(all("unsigned64").longs(all("unsigned64").all())).containsExactly(0, -1);
        assertThat(all("truth").bytes(all("truth").all())).containsExactly(1, 0, 1);
        assertThat(all("scalar").doubles(all("scalar").all())).containsExactly(2.5);
    }

    @Test
    void refusesToNarrow() {
        assertThatThrownBy(() -> all("big").floats(all("big").all()))
                .isInstanceOf(Hdf5Exception.class)
                .hasMessageContaining(name)
                .hasMessageContaining("/big: has elements of type >float64, not all of which are floats");
    }

    @Test
    void readsText() {
        assertThat(all("word").texts(all("word").all())).containsExactly("τ");
        assertThat(all("words").texts(all("words").all())).containsExactly("", "Größe", "b");
        assertThat(all("fixed").texts(all("fixed").all())).containsExactly("des-g", "z");
        assertThat(all("kind").texts(all("kind").all())).containsExactly("QUASAR", "STAR");
    }

    @Test
    void readsWhatIsEmpty() {
        assertThat(all("void").floats(all("void").all())).isEmpty();
        assertThat(all("null").floats(all("null").all())).isEmpty();
    }

    @Test
    void readsThroughFilters() {
        for (String dataset : new String[] {"gzip", "lzf", "checked"}) {
            assertThat(all(dataset).floats(all(dataset).all())).as(dataset).isEqualTo(Fixtures.ramp(0, 35, 0.5));
            assertThat(all(dataset).floats(Slab.of(new long[] {3, 2}, new int[] {1, 4})))
                    .as(dataset)
                    .isEqualTo(Fixtures.ramp(23, 4, 0.5));
        }
        assertThat(all("gzip").filters()).extracting(ChunkFilter::name).containsExactly("shuffle", "gzip");
    }

    @Test
    void fillsUnwrittenElements() {
        assertThat(all("unwritten").ints(all("unwritten").all()))
                .containsOnly(-7)
                .hasSize(6);
        assertThat(all("unwritten").fillValue().whole()).isEqualTo(-7);
        int[] holes = all("holes").ints(all("holes").all());
        assertThat(Arrays.stream(holes).filter(value -> value == 1).count()).isEqualTo(4);
        assertThat(Arrays.stream(holes).filter(value -> value == 9).count()).isEqualTo(32);
        assertThat(all("holes").limits()).containsExactly(-1, 6);
    }

    @Test
    void readsAttributes() {
        assertThat(file.attribute("title").text()).isEqualTo("Größe");
        assertThat(file.attribute("answer").whole()).isEqualTo(42);
        assertThat(file.attribute("numbers").numbers()).containsExactly(1.5, 2.5);
        assertThat(file.attribute("flags").truths()).containsExactly(true, false);
        assertThat(file.attribute("names").texts()).containsExactly("x", "y");
        assertThat(file.attribute("nothing").texts()).isEmpty();
    }

    @Test
    void followsLinksWithinTheFile() {
        assertThat(all("soft").floats(all("soft").all())).isEqualTo(Fixtures.ramp(0, 3, 0.5));
        assertThat(file.group("group").datasets()).contains("inner");
    }

    @Test
    void leavesSiblingsOfTheUnreadableReadable() {
        assertThat(file.unreadable()).containsKeys("/dangling", "/outside", "/virtual");
        assertThatThrownBy(() -> file.dataset("virtual"))
                .isInstanceOf(UnsupportedHdf5Exception.class)
                .hasMessageContaining("/virtual: ");
        assertThatThrownBy(() -> all("scaled").ints(all("scaled").all()))
                .isInstanceOf(UnsupportedHdf5Exception.class)
                .hasMessageContaining("filter 6 (scaleoffset)");
        Hdf5Dataset compound = file.dataset("group/compound");
        assertThatThrownBy(() -> compound.floats(compound.all())).isInstanceOf(UnsupportedHdf5Exception.class);
        assertThat(file.datasets()).extracting(Hdf5Dataset::path).contains("/contiguous", "/group/inner");
    }

    @Test
    void namesWhatThereIsWhenSomethingIsMissing() {
        assertThatThrownBy(() -> file.dataset("nothing"))
                .isInstanceOf(Hdf5Exception.class)
                .hasMessageContaining("has no dataset 'nothing'; there is big, checked, contiguous");
        assertThatThrownBy(() -> all("big").doubles(Slab.of(new long[] {0, 3}, new int[] {1, 2})))
                .hasMessageContaining("has the shape [3, 4], which does not contain offset [0, 3], shape [1, 2]");
    }

    @Test
    void noticesAFlippedBitUnderAChecksum() throws IOException {
        byte[] bytes = Files.readAllBytes(Fixtures.path(name));
        // The first chunk of the checksummed dataset: 0, 0.5, 1 of the first row and 3.5, 4, 4.5 of the second.
        int chunk = find(bytes, new float[] {0, 0.5f, 1, 3.5f, 4, 4.5f});
        bytes[chunk + 7] ^= 4;
        Path damaged = folder.resolve("damaged.h5");
        Files.write(damaged, bytes);
        try (Hdf5File other = Hdf5File.open(damaged)) {
            Hdf5Dataset checked = other.dataset("checked");
            assertThatThrownBy(() -> checked.floats(checked.all()))
                    .isInstanceOf(DamagedHdf5Exception.class)
                    .hasMessageContaining("/checked: a chunk has the fletcher32 checksum");
            assertThat(checked.floats(Slab.of(new long[] {2, 0}, new int[] {1, 7})))
                    .isEqualTo(Fixtures.ramp(14, 7, 0.5));
        }
    }

    @Test
    void aPartOfAFileIsDamaged() throws IOException {
        byte[] bytes = Files.readAllBytes(Fixtures.path(name));
        Path part = folder.resolve("part.h5");
        Files.write(part, Arrays.copyOf(bytes, bytes.length - 1));
        assertThatThrownBy(() -> Hdf5File.open(part))
                .isInstanceOf(DamagedHdf5Exception.class)
                .hasMessageContaining("has " + (bytes.length - 1) + " of " + bytes.length + " bytes");
    }

    @Test
    void aStartOfAFileIsRefusedWhereverItEnds() throws IOException {
        byte[] bytes = Files.readAllBytes(Fixtures.path(name));
        Path part = folder.resolve("part.h5");
        for (int length = 0; length < 700; length++) {
            Files.write(part, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> Hdf5File.open(part)).as("%d bytes", length).isInstanceOf(Hdf5Exception.class);
        }
    }

    private static int find(byte[] bytes, float[] values) {
        ByteBuffer wanted = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        wanted.asFloatBuffer().put(values);
        int last = -1;
        for (int at = 0; at <= bytes.length - wanted.capacity(); at++) {
            if (Arrays.equals(bytes, at, at + wanted.capacity(), wanted.array(), 0, wanted.capacity())) {
                last = at;
            }
        }
        return last;
    }

    private Hdf5Dataset all(String dataset) {
        return file.dataset(dataset);
    }
}
