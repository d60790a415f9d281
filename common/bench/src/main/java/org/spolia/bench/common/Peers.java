package org.spolia.bench.common;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The alternatives to Spolia, installed by the ordinary clients of their registries into this module's build folder. If
 * one cannot be installed, the benchmark prints a line and continues without it.
 */
public final class Peers {
    private final Path sources;
    private final Path target;

    public Peers(Path home) {
        Path module = home.resolve("common").resolve("bench").toAbsolutePath();
        this.sources = module.resolve("peers");
        this.target = module.resolve("target").resolve("peers");
    }

    /** A script of the folder {@code peers} with arguments, run by a Python with the packages of its requirements. */
    public Optional<List<String>> python(String script, String... arguments) throws IOException, InterruptedException {
        Path environment = target.resolve("python");
        Path python = environment.resolve("bin").resolve("python");
        if (!Files.exists(python) && !ran("a Python environment", "python3", "-m", "venv", environment.toString())) {
            return Optional.empty();
        }
        String requirements = sources.resolve("requirements.txt").toString();
        boolean installed = ran(
                "the Python packages of " + requirements,
                python.toString(),
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--requirement",
                requirements);
        List<String> command = new ArrayList<>(
                List.of(python.toString(), sources.resolve(script).toString()));
        command.addAll(List.of(arguments));
        return installed ? Optional.of(command) : Optional.empty();
    }

    /** A binary of a crate in a folder of {@code peers}. */
    public Optional<List<String>> rust(String crate, String binary) throws IOException, InterruptedException {
        Path folder = target.resolve(crate);
        boolean built = ran(
                "the Rust crate " + crate,
                "cargo",
                "build",
                "--quiet",
                "--release",
                "--manifest-path",
                sources.resolve(crate).resolve("Cargo.toml").toString(),
                "--target-dir",
                folder.toString());
        return built
                ? Optional.of(List.of(folder.resolve("release").resolve(binary).toString()))
                : Optional.empty();
    }

    private boolean ran(String what, String... command) throws IOException, InterruptedException {
        Files.createDirectories(target);
        File log = target.resolve("install.log").toFile();
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
            if (process.waitFor() == 0) {
                return true;
            }
            System.out.println("Missing: " + what + ": " + command[0] + " failed; its output is in " + log);
        } catch (IOException e) {
            System.out.println("Missing: " + what + ": " + command[0] + " cannot be started; install it");
        }
        return false;
    }
}
