package org.spolia.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.hdf5.type.ElementType;
import org.spolia.hdf5.type.Slab;

/** Every storage, filter, type, byte order, shape and version of the format, as h5py reads them. */
@Tag("slow")
class H5pyTwinTest {
    private static final long SEED = 20261125;

    @TempDir
    static Path folder;

    private static List<ExpectedDataset> expected = List.of();

    @BeforeAll
    static void writeFiles() throws IOException, InterruptedException {
        Python.run("matrix.py", folder.toString());
        expected = ExpectedDataset.readAll(folder);
    }

    @Test
    void readsTheBitsThatH5pyReads() {
        assertThat(expected).hasSizeGreaterThan(600);
        SoftAssertions softly = new SoftAssertions();
        for (ExpectedDataset twin : expected) {
            try (Hdf5File file = Hdf5File.open(twin.file())) {
                Hdf5Dataset dataset = file.dataset(twin.dataset());
                Canonical found = Canonical.of(dataset, dataset.all());
                softly.assertThat(found.kind()).as("kind of " + twin).isEqualTo(twin.kind());
                softly.assertThat(found.bytes()).as("bytes of " + twin).isEqualTo(twin.bytes());
            } catch (RuntimeException e) {
                softly.fail(twin + ": " + e, e);
            }
        }
        softly.assertAll();
    }

    @Test
    void describesWhatH5pyDescribes() {
        SoftAssertions softly = new SoftAssertions();
        for (ExpectedDataset twin : expected) {
            try (Hdf5File file = Hdf5File.open(twin.file())) {
                Hdf5Dataset dataset = file.dataset(twin.dataset());
                softly.assertThat(Canonical.shape(dataset.shape()))
                        .as("shape of " + twin)
                        .isEqualTo(twin.shape());
                softly.assertThat(dataset.storage().name())
                        .as("storage of " + twin)
                        .isEqualTo(twin.storage());
                long[] chunk = Arrays.stream(dataset.chunk().orElse(new int[0]))
                        .asLongStream()
                        .toArray();
                softly.assertThat(Canonical.shape(chunk)).as("chunk of " + twin).isEqualTo(twin.chunk());
                String filters = dataset.filters().stream()
                        .map(filter -> Integer.toString(filter.id()))
                        .collect(Collectors.joining(","));
                softly.assertThat(filters.isEmpty() ? "-" : filters)
                        .as("filters of " + twin)
                        .isEqualTo(twin.filters());
            } catch (RuntimeException e) {
                softly.fail(twin + ": " + e, e);
            }
        }
        softly.assertAll();
    }

    @Test
    void aSlabIsThatPartOfTheWhole() {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        SoftAssertions softly = new SoftAssertions();
        for (ExpectedDataset twin : expected) {
            try (Hdf5File file = Hdf5File.open(twin.file())) {
                Hdf5Dataset dataset = file.dataset(twin.dataset());
                if (dataset.type().kind() == ElementType.Kind.VARIABLE_TEXT
                        || dataset.type().kind() == ElementType.Kind.FIXED_TEXT) {
                    continue;
                }
                for (int i = 0; i < 5; i++) {
                    Slab slab = part(dataset.shape(), random);
                    byte[] cut = cut(twin.bytes(), dataset.shape(), slab, twin.kind());
                    softly.assertThat(Canonical.of(dataset, slab).bytes())
                            .as(twin + " " + slab)
                            .isEqualTo(cut);
                }
            } catch (RuntimeException e) {
                softly.fail(twin + ": " + e, e);
            }
        }
        softly.assertAll();
    }

    private static Slab part(long[] shape, Random random) {
        long[] offset = new long[shape.length];
        int[] length = new int[shape.length];
        for (int axis = 0; axis < shape.length; axis++) {
            length[axis] = random.nextInt((int) shape[axis] + 1);
            offset[axis] = random.nextInt((int) shape[axis] - length[axis] + 1);
        }
        return Slab.of(offset, length);
    }

    /** Element by element, the slow way. */
    private static byte[] cut(byte[] all, long[] shape, Slab slab, String kind) {
        int size = Integer.parseInt(kind.substring(1));
        byte[] part = new byte[slab.elements() * size];
        int[] lengths = slab.shape();
        long[] offsets = slab.offset();
        for (int i = 0; i < slab.elements(); i++) {
            long from = 0;
            int rest = i;
            long step = 1;
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                from += (offsets[axis] + rest % lengths[axis]) * step;
                rest /= lengths[axis];
                step *= shape[axis];
            }
            System.arraycopy(all, (int) from * size, part, i * size, size);
        }
        return part;
    }
}
