package org.spolia.bench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.ExperimentException;
import org.spolia.hdf5.type.Hdf5Exception;

class FuzzTest {
    private static final Path HOME = Path.of(System.getProperty("spolia.root"));

    @TempDir
    Path folder;

    @Test
    void mutantsGiveNothingButErrorsOfOurs() throws IOException, InterruptedException {
        Iterator<Integer> cases = IntStream.range(0, 200).iterator();

        assertThat(Fuzz.run(HOME, 7, folder, () -> cases.hasNext() && cases.next() >= 0))
                .isEmpty();
    }

    /** Mutants of an invalid configuration would only reach its first check. */
    @Test
    void everyConfigurationIsAcceptedBeforeItIsDamaged() throws IOException {
        Configurations configurations = Configurations.copied(HOME.resolve("configs"), folder);

        assertThat(configurations.files())
                .extracting(file -> folder.relativize(file).getName(0).toString())
                .contains("problems", "operator-sets", "quickstart.yaml", "galaxies.yaml");
        assertThat(configurations.files())
                .allSatisfy(file -> assertThatCode(() -> configurations.read(file))
                        .as(file.toString())
                        .doesNotThrowAnyException());
    }

    @Test
    void aMistakeInASetOfOperatorsIsFound() throws IOException {
        Configurations configurations = Configurations.copied(HOME.resolve("configs"), folder);
        Path file = Files.writeString(
                folder.resolve("operator-sets/case-1.yaml"), "operator-sets: [{name: a, operators: [sinn]}]");

        assertThatThrownBy(() -> configurations.read(file))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("sinn");
    }

    /** Checksums of structures in a file that the HDF5 library wrote. */
    @Test
    void checksumsAreThoseOfHdf5() throws IOException {
        byte[] file = Files.readAllBytes(HOME.resolve("common/hdf5/src/test/resources/fixtures/v110.h5"));
        int sealed = 0;
        for (int start = 0; start < file.length; start++) {
            OptionalInt end = Sealed.end(file, start);
            if (end.isPresent()) {
                byte[] again = file.clone();
                Sealed.seal(again, start, end.getAsInt());
                assertThat(again).isEqualTo(file);
                sealed++;
            }
        }
        assertThat(sealed).isGreaterThan(3);
    }

    @Test
    void foreignExceptionsAndLargeAllocationsAreFailures() throws InterruptedException {
        assertThat(Watched.failure(() -> Math.addExact(Integer.MAX_VALUE, 1), Hdf5Exception.class))
                .hasValueSatisfying(failure -> assertThat(failure).contains("ArithmeticException"));
        assertThat(Watched.failure(() -> fill(1 << 20, 300), Hdf5Exception.class))
                .hasValueSatisfying(failure -> assertThat(failure).startsWith("allocates "));
        assertThat(Watched.failure(() -> refuse(), Hdf5Exception.class)).isEmpty();
    }

    private static void fill(int bytes, int times) {
        long sum = 0;
        for (int i = 0; i < times; i++) {
            sum += new byte[bytes].length;
        }
        assertThat(sum).isPositive();
    }

    private static void refuse() {
        throw new Hdf5Exception("a.h5", "/x", "is damaged");
    }
}
