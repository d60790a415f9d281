package org.spolia.hdf5.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.hdf5.Fixtures;
import org.spolia.hdf5.Hdf5Dataset;
import org.spolia.hdf5.Hdf5File;
import org.spolia.hdf5.type.Hdf5Exception;

/** Headers that claim more than their file can hold. */
class ClaimTest {
    @TempDir
    Path folder;

    @Test
    void aColumnThatWasNeverWrittenIsRefusedByName() {
        try (Hdf5File file = Fixtures.open("unwritten.h5")) {
            assertThat(file.dataset("x").elements()).isEqualTo(25_000_000_000L);
            assertThatThrownBy(() -> RowFile.of(file, "/"))
                    .isInstanceOf(Hdf5Exception.class)
                    .hasMessageContaining(
                            "unwritten.h5:/x: has the shape [4, 6250000000], 100000000000 bytes, in a file of 1400");
            assertThatThrownBy(() -> UniverseFile.of(file, "a.h5")).isInstanceOf(Hdf5Exception.class);
            assertThatThrownBy(() -> file.dataset("x").all())
                    .isInstanceOf(Hdf5Exception.class)
                    .hasMessageContaining("read it in parts");
        }
    }

    @Test
    void stepsThatWereNeverWrittenAreRefusedByName() {
        try (Hdf5File file = Fixtures.open("claims.h5")) {
            assertThatThrownBy(() -> WellFile.of(file))
                    .isInstanceOf(Hdf5Exception.class)
                    .hasMessageContaining(
                            "claims.h5:/dimensions/time: has the shape [2000000000], 8000000000 bytes, in a file of 11168");
        }
    }

    /** For a number at any position of a header: a shape, an offset or a size. */
    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, Long.MAX_VALUE / 4, 1L << 33, 2_000_000_000, -1})
    void noLengthEndsInAForeignException(long claim) throws IOException {
        byte[] file = Files.readAllBytes(Fixtures.path("unwritten.h5"));
        for (int at = 0; at + Long.BYTES <= file.length; at += 4) {
            byte[] changed = file.clone();
            ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putLong(at, claim);
            Path path = Files.write(folder.resolve("changed.h5"), changed);
            try (Hdf5File opened = Hdf5File.open(path)) {
                opened.datasets().forEach(Hdf5Dataset::elements);
                RowFile.of(opened, "/");
            } catch (Hdf5Exception e) {
                assertThat(e).hasMessageStartingWith(path.toString());
            }
        }
    }

    /** Sixteen bytes refer to a text of any length; a header may declare fewer. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 15})
    void aReferenceThatIsTooShortIsRefusedByName(int bytes) throws IOException {
        byte[] file = Files.readAllBytes(Fixtures.path("earliest.h5"));
        ByteBuffer numbers = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int refused = 0;
        for (int at = 0; at + Integer.BYTES <= file.length; at++) {
            if (numbers.getInt(at) == 16) {
                byte[] changed = file.clone();
                ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(at, bytes);
                refused += refusals(Files.write(folder.resolve("changed.h5"), changed));
            }
        }
        assertThat(refused).isPositive();
    }

    private static int refusals(Path path) {
        try (Hdf5File file = Hdf5File.open(path)) {
            file.dataset("words").texts(file.dataset("words").all());
            return 0;
        } catch (Hdf5Exception e) {
            return String.valueOf(e.getMessage()).contains("refers to texts with") ? 1 : 0;
        }
    }
}
