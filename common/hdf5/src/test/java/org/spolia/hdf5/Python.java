package org.spolia.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The project's Python, for results of h5py. A test that needs it is skipped if it or h5py is missing. */
final class Python {
    private static final Path ROOT = Path.of(System.getProperty("spolia.root", "."));
    private static final Path SCRIPTS = ROOT.resolve("common/hdf5/src/test/python");

    private Python() {}

    /** The command of a script, if there is an h5py to run it with. */
    static List<String> command(String script, String... arguments) throws IOException, InterruptedException {
        String python = System.getProperty(
                "spolia.python", ROOT.resolve(".venv/bin/python").toString());
        assumeThat(Files.isExecutable(Path.of(python))).as(python).isTrue();
        int status = new ProcessBuilder(python, "-c", "import h5py, numpy")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assumeThat(status).as("h5py of " + python).isZero();
        List<String> command =
                new ArrayList<>(List.of(python, SCRIPTS.resolve(script).toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Runs a script to its end. */
    static void run(String script, String... arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(script, arguments))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
