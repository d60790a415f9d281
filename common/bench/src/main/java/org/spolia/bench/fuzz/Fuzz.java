package org.spolia.bench.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.spolia.experiment.ExperimentException;
import org.spolia.hdf5.type.Hdf5Exception;

/**
 * Mutants of the HDF5 files and configurations of this repository, given to their readers. A case fails on an exception
 * that is not the reader's own, and on too much memory or time. Case i of a seed is the same on every machine, and
 * inputs of failures are kept.
 */
public final class Fuzz {
    private final long seed;
    private final Path folder;
    private final List<byte[]> files;
    private final Configurations configurations;
    private final List<String> failures = new ArrayList<>();
    private long hdf5Cases;
    private long configurationCases;
    private long configurationsRead;
    private long partsRead;

    private Fuzz(Path home, long seed, Path folder) throws IOException {
        this.seed = seed;
        this.folder = Files.createDirectories(folder);
        this.files = new ArrayList<>();
        for (Path file : SmallFiles.under(home, ".h5", ".hdf5")) {
            files.add(Files.readAllBytes(file));
        }
        this.configurations = Configurations.copied(home.resolve("configs"), folder.resolve("configs"));
        if (files.isEmpty() || configurations.files().isEmpty()) {
            throw new IllegalArgumentException(home + " has no HDF5 file or no configuration to start from");
        }
    }

    /**
     * Runs cases until there are enough.
     *
     * @param home the repository
     * @param folder for the inputs of cases; only those of failures are kept
     * @param more whether to run another case
     * @return the failures, one text for each case
     */
    public static List<String> run(Path home, long seed, Path folder, BooleanSupplier more)
            throws IOException, InterruptedException {
        Fuzz fuzz = new Fuzz(home, seed, folder);
        for (long i = 0; more.getAsBoolean(); i++) {
            fuzz.next(i);
        }
        System.out.printf(
                "fuzz: seed %d, %d mutants of %d HDF5 files (%d parts read), %d of %d configurations"
                        + " (%d accepted), %d failures%n",
                seed,
                fuzz.hdf5Cases,
                fuzz.files.size(),
                fuzz.partsRead,
                fuzz.configurationCases,
                fuzz.configurations.files().size(),
                fuzz.configurationsRead,
                fuzz.failures.size());
        return fuzz.failures;
    }

    private void next(long number) throws IOException, InterruptedException {
        Random random = new Random(seed * 1_000_003 + number);
        if (number % 4 == 3) {
            configuration(number, random);
        } else {
            hdf5(number, random);
        }
    }

    private void hdf5(long number, Random random) throws IOException, InterruptedException {
        byte[] file = pick(files, random);
        for (int i = random.nextInt(2); i >= 0; i--) {
            Bytes[] kinds = Bytes.values();
            byte[] damaged = kinds[random.nextInt(kinds.length)].of(file, pick(files, random), random);
            file = damaged.length > 1024 ? damaged : file;
        }
        Path input = Files.write(folder.resolve("case-" + number + ".h5"), file);
        hdf5Cases++;
        settle(
                input,
                Watched.failure(
                        () -> {
                            try (FileChannel channel = FileChannel.open(input)) {
                                partsRead += Hdf5Reading.of(channel, input.toString());
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        },
                        Hdf5Exception.class));
    }

    private void configuration(long number, Random random) throws IOException, InterruptedException {
        Path input = configurations.mutant(number, random);
        configurationCases++;
        settle(
                input,
                Watched.failure(
                        () -> {
                            configurations.read(input);
                            configurationsRead++;
                        },
                        ExperimentException.class));
    }

    private void settle(Path input, Optional<String> failure) throws IOException {
        if (failure.isEmpty()) {
            Files.delete(input);
            return;
        }
        failures.add(input + ": " + failure.get());
        System.out.println("fuzz: " + input + ": "
                + failure.get()
                        .lines()
                        .limit(8)
                        .reduce((a, b) -> a + "\n    " + b)
                        .orElse(""));
    }

    private static <T> T pick(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }
}
