package org.spolia.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.hdf5.type.Hdf5Exception;

/**
 * Compares damaged files with h5py. Where h5py reads, this reader reads the same, or refuses in a few cases. Where h5py
 * refuses, this reader refuses, or the data are intact. Nothing hangs, ends the JVM or allocates memory that the file
 * cannot fill.
 */
@Tag("slow")
class DamageTest {
    private static final long SEED = 7;
    private static final long MOST_BYTES = 1 << 26;

    private static final double MOST_REFUSED = 0.02;

    /** Every sixth file has a filter with its own blocks and headers, because there are few such filters. */
    private static final int PACKED = 6;

    @TempDir
    Path folder;

    private final List<String> wrong = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private int compared;
    private int read;
    private int refusedByBoth;
    private int readByUsAlone;

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void agreesWithH5pyOnDamagedFiles() throws IOException, InterruptedException {
        int files = Integer.getInteger("spolia.damage.files", 500);
        Python.run("matrix.py", folder.toString());
        List<List<ExpectedDataset>> originals = ExpectedDataset.readAll(folder).stream()
                .filter(twin -> twin.file().toFile().length() < 100_000)
                .collect(Collectors.collectingAndThen(
                        Collectors.groupingBy(ExpectedDataset::file, TreeMap::new, Collectors.toList()),
                        byFile -> List.copyOf(byFile.values())));
        List<List<ExpectedDataset>> packed = originals.stream()
                .filter(twins -> twins.get(0).file().getFileName().toString().startsWith("filter_"))
                .toList();
        Random random = new Random(SEED);
        List<Damage> kinds = List.of(Damage.values());
        Path damaged = folder.resolve("damaged.h5");
        try (Oracle oracle = new Oracle()) {
            for (int i = 0; i < files; i++) {
                List<ExpectedDataset> twins = pick(packed.isEmpty() || i % PACKED != 0 ? originals : packed, random);
                Damage damage = kinds.get(random.nextInt(kinds.size()));
                Files.write(damaged, damage.of(Files.readAllBytes(twins.get(0).file()), random));
                List<String> theirs = oracle.ask(
                        damaged, twins.stream().map(ExpectedDataset::dataset).toList());
                compare(damaged, twins, theirs, i + " " + damage);
            }
            System.out.printf(
                    "damage: seed %d, %d files, %d datasets: %d read alike, %d refused by both, %d by us alone, %d intact"
                            + " ones by h5py alone, %d wrong, %d restarts of h5py%n",
                    SEED,
                    files,
                    compared,
                    read,
                    refusedByBoth,
                    refusals.size(),
                    readByUsAlone,
                    wrong.size(),
                    oracle.restarts());
        }
        refusals.forEach(refusal -> System.out.println("damage: refused: " + refusal));
        assertThat(wrong).isEmpty();
        assertThat(refusals.size()).isLessThanOrEqualTo((int) Math.ceil(MOST_REFUSED * (read + refusals.size())));
    }

    private static <T> T pick(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    private void compare(Path damaged, List<ExpectedDataset> twins, List<String> theirs, String label) {
        for (int i = 0; i < twins.size(); i++) {
            ExpectedDataset twin = twins.get(i);
            String failure = "";
            String ours;
            try (Hdf5File file = Hdf5File.open(damaged)) {
                ours = answer(file.dataset(twin.dataset()));
            } catch (Hdf5Exception e) {
                ours = Oracle.ERROR;
                failure = e.getMessage();
            }
            compared++;
            String name = label + " " + twin;
            if (ours.equals(theirs.get(i))) {
                read += ours.equals(Oracle.ERROR) ? 0 : 1;
                refusedByBoth += ours.equals(Oracle.ERROR) ? 1 : 0;
            } else if (ours.equals(Oracle.ERROR)) {
                refusals.add(name + ": " + failure);
            } else if (theirs.get(i).equals(Oracle.ERROR) && ours.equals(answer(twin))) {
                readByUsAlone++;
            } else {
                wrong.add(name + ": " + ours + " where h5py has " + theirs.get(i));
            }
        }
    }

    private static String answer(Hdf5Dataset dataset) {
        long bytes = dataset.type().bytes();
        for (long length : dataset.shape()) {
            bytes = length != 0 && bytes > MOST_BYTES ? bytes : bytes * length;
        }
        if (bytes > MOST_BYTES) {
            return "large";
        }
        Canonical canonical = Canonical.of(dataset, dataset.all());
        return canonical.kind() + "\t" + Canonical.shape(dataset.shape()) + "\t" + digest(canonical.bytes());
    }

    private static String answer(ExpectedDataset twin) {
        return twin.kind() + "\t" + twin.shape() + "\t" + digest(twin.bytes());
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
