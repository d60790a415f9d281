package org.spolia.jobs.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.spolia.jobs.TestWarehouse;

/** Files that tests read: the output of {@code simulations.py}, and the files of the module that reads HDF5. */
final class Samples {
    private Samples() {}

    /** Simulations: train/a, train/b and valid/a. */
    static Path simulations() {
        return resource("simulations");
    }

    /** A simulation whose velocity cannot be decoded at its third step. */
    static Path damaged() {
        return resource("damaged/last-chunk.hdf5");
    }

    /** A survey of the Multimodal Universe. */
    static Path survey(String name) {
        return fixture(name);
    }

    static Path fixture(String name) {
        return Path.of(System.getProperty("spolia.root"), "common/hdf5/src/test/resources/fixtures", name);
    }

    /** Copies the simulations into a folder that the test may write to. */
    static Path copy(Path folder) {
        TestWarehouse.copy(simulations(), folder);
        return folder;
    }

    static void put(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path resource(String name) {
        try {
            return Path.of(Samples.class.getResource("/source/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
