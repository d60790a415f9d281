package org.spolia.bench.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.spolia.bench.common.Options;
import org.spolia.bench.common.Peers;

/**
 * Reads damaged HDF5 files and compares the results with h5py: the slow test of module {@code hdf5} with more files, in
 * a separate process.
 *
 * <p>Option: {@code --files N}.
 */
public final class DamagedFiles {
    private final Path home;
    private final Peers peers;
    private final int files;

    public DamagedFiles(Path home, Options options) {
        this.home = home;
        this.peers = new Peers(home);
        this.files = options.number("files", 10_000);
    }

    public void run() throws IOException, InterruptedException {
        Optional<List<String>> program = peers.python("h5py_read.py");
        if (program.isEmpty()) {
            return;
        }
        List<String> command = List.of(
                "mvn",
                "-q",
                "-pl",
                "common/hdf5",
                "test",
                "-Dtest=DamageTest",
                "-Dspolia.damage.files=" + files,
                "-Dspolia.python=" + program.get().get(0));
        int status = new ProcessBuilder(command)
                .directory(home.toAbsolutePath().toFile())
                .inheritIO()
                .start()
                .waitFor();
        System.out.printf("damage.files\tratio\t%d%n", status == 0 ? 1 : 0);
    }
}
