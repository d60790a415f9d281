package org.spolia.jobs.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.jobs.launcher.Launcher.Outcome;

/** Class archives: the first process writes one, the next one uses it, and no process needs one. */
class ArchiveIT {
    @TempDir
    Path folder;

    private Path archives;

    @BeforeEach
    void setUp() throws IOException {
        archives = Files.createDirectories(folder.resolve("archives"));
    }

    @Test
    void theFirstProcessWritesOneForTheNext() throws IOException, InterruptedException {
        Outcome first = version();
        assertThat(files()).hasSize(1).allMatch(name -> name.matches("help-\\d+.*\\.\\d+\\.jsa"));
        assertThat(version()).isEqualTo(first);
        assertThat(first.err()).isEmpty();
        assertThat(first.out()).first().asString().startsWith("spolia ");
    }

    @Test
    void aMistakeWritesNone() throws IOException, InterruptedException {
        assertThat(launcher().run("nosuch").status()).isEqualTo(2);
        assertThat(files()).isEmpty();
    }

    @Test
    void aDamagedOneIsIgnored() throws IOException, InterruptedException {
        Outcome first = version();
        Path archive = archives.resolve(files().get(0));
        byte[] bytes = Files.readAllBytes(archive);
        archive.toFile().setWritable(true);
        for (int at : new int[] {0, 100, bytes.length / 2, bytes.length - 1000}) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 0x10;
            Files.write(archive, damaged);
            assertThat(version()).as("byte %d", at).isEqualTo(first);
        }
        for (int length : new int[] {0, bytes.length / 3, bytes.length - 1}) {
            // The previous process has written a sound one.
            archive = archives.resolve(files().get(0));
            archive.toFile().setWritable(true);
            Files.write(archive, Arrays.copyOf(bytes, length));
            assertThat(version()).as("%d bytes", length).isEqualTo(first);
            assertThat(files()).as("archives").hasSize(1);
        }
    }

    @Test
    void aFolderThatCannotBeCreatedIsIgnored() throws IOException, InterruptedException {
        Files.delete(archives);
        Files.writeString(archives, "in the way");

        Outcome outcome = version();

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isZero();
    }

    private Launcher launcher() {
        return new Launcher(folder).with("SPOLIA_ARCHIVES", archives.toString());
    }

    private Outcome version() throws IOException, InterruptedException {
        return launcher().run("--version");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(archives)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
