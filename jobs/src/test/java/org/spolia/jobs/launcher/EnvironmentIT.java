package org.spolia.jobs.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.jobs.launcher.Launcher.Outcome;

/** Unusable disks and folders: one line, exit code 2, and the same command succeeds once the problem is fixed. */
class EnvironmentIT {
    private static final String[] RUN = {"run", "config.yaml", "--warehouse", "disk/w", "--master", "local[2]"};

    @TempDir
    Path folder;

    private Launcher spolia;

    @BeforeEach
    void setUp() throws IOException {
        spolia = new Launcher(folder).with(Launcher.OPTIONS, Launcher.SHORT_LIVED_WITH_SPARK);
        Files.createDirectories(folder.resolve("disk"));
        Files.writeString(
                folder.resolve("config.yaml"), """
                name: test
                problems: {files: [%s], include: [mechanics.atwood]}
                data: {train-rows: 50, test-rows: 50}
                operator-sets:
                  - {name: base, operators: [+, -, "*", /]}
                search: {evaluations: 1000}
                seeds: [0, 1]
                """.formatted(Launcher.ROOT.resolve("configs/problems/mechanics.yaml")));
    }

    @Test
    void aReadOnlyDisk() throws IOException, InterruptedException {
        onTemporaryDisk("ro");
        refused(spolia.run(RUN), "disk/w", "choose another --warehouse");
    }

    @Test
    void aFullDisk() throws IOException, InterruptedException {
        onTemporaryDisk("size=24k");
        refused(spolia.run(RUN), "is full", "free some space and run the same command again");
    }

    @Test
    void aFullDiskForAFit() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("data.csv"), "a,y\n1,2\n3,4\n5,7\n");
        onTemporaryDisk("size=4k");
        refused(
                spolia.run("fit", "data.csv", "-y", "y", "--evaluations", "1000", "--output", "disk/fit"),
                ": cannot be written (java.io.IOException: No space left on device)",
                "is the disk full");
    }

    @Test
    void aWarehouseThatIsAFile() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("disk/w"), "");
        refused(spolia.run(RUN), "disk/w", "cannot be written");
    }

    @Test
    void anUnreadableConfiguration() throws IOException, InterruptedException {
        Files.setPosixFilePermissions(folder.resolve("config.yaml"), Set.of());
        // Root can read it anyway unless it drops the capability.
        spolia.within("setpriv", "--bounding-set=-dac_override,-dac_read_search");
        refused(spolia.run(RUN), "config.yaml", "cannot be read; give this user the right");
        assertThat(folder.resolve("disk/w")).doesNotExist();
    }

    @Test
    void noPythonForAllTests() throws IOException, InterruptedException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of("bash", "dirname", "readlink", "sed", "cut", "head", "sort", "mvn")) {
            Path script = tools.resolve(tool);
            Files.writeString(script, "#!/bin/sh\nexec %s \"$@\"\n".formatted(find(tool)));
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        }
        spolia.with("PATH", tools.toString());
        refused(spolia.run("test", "--all"), "test --all needs Python 3.11 or newer", "python3-venv");
    }

    private static Path find(String tool) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(path -> Path.of(path, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    /** For the command, the warehouse's folder becomes a separate disk, mounted where no other process sees it. */
    private void onTemporaryDisk(String options) throws IOException, InterruptedException {
        String[] mount = {
            "unshare",
            "--map-root-user",
            "--mount",
            "sh",
            "-c",
            "mount -t tmpfs -o %s tmpfs '%s' && exec \"$@\"".formatted(options, folder.resolve("disk")),
            "sh"
        };
        List<String> probe = new ArrayList<>(List.of(mount));
        probe.add("true");
        assumeThat(new ProcessBuilder(probe).start().waitFor())
                .as("exit code of a private mount")
                .isZero();
        spolia.within(mount);
    }

    private static void refused(Outcome outcome, String... messages) {
        assertThat(outcome.lastError()).contains(messages);
        assertThat(outcome.err()).hasSize(1);
        assertThat(outcome.status()).isEqualTo(2);
    }
}
