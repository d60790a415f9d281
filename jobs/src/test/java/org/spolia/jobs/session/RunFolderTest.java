package org.spolia.jobs.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    @TempDir
    Path parent;

    @Test
    void theFolderOfAKilledProcessGoesWithTheNextOne() throws IOException, InterruptedException {
        Process killed = sleeping();
        RunFolder theirs = RunFolder.in(parent, killed.toHandle());
        Files.createDirectories(theirs.path().resolve("spark-1/blocks"));
        Files.writeString(theirs.path().resolve("spark-1/blocks/0"), "block");
        RunFolder ours = RunFolder.in(parent, ProcessHandle.current());

        ours.removeThoseOfTheDead();
        assertThat(theirs.path()).exists();

        killed.destroyForcibly().waitFor();
        ours.removeThoseOfTheDead();
        assertThat(theirs.path()).as("locked, so an invisible process uses it").exists();

        theirs.release();
        ours.removeThoseOfTheDead();
        assertThat(theirs.path()).doesNotExist();
        assertThat(ours.path()).exists();
    }

    @Test
    void aReusedProcessIdIsNotTheDeadProcess() throws IOException {
        Path old = Files.createDirectory(
                parent.resolve("spolia-run-" + ProcessHandle.current().pid() + "-1000-1"));
        RunFolder ours = RunFolder.in(parent, ProcessHandle.current());

        ours.removeThoseOfTheDead();

        assertThat(old).doesNotExist();
        assertThat(ours.path()).exists();
    }

    @Test
    void linksAndOtherFoldersStay() throws IOException, InterruptedException {
        Path kept = Files.writeString(
                Files.createDirectory(parent.resolve("elsewhere")).resolve("kept"), "kept");
        Path link = Files.createSymbolicLink(parent.resolve("spolia-run-1000000-1-1"), kept.getParent());
        Path other = Files.createDirectory(parent.resolve("spolia-run-mine"));
        Path dead = Files.createDirectory(parent.resolve("spolia-run-1000000000-1-1"));
        Files.createSymbolicLink(dead.resolve("inside"), kept.getParent());

        RunFolder.in(parent, ProcessHandle.current()).removeThoseOfTheDead();

        assertThat(dead).doesNotExist();
        assertThat(kept).exists();
        assertThat(link).exists();
        assertThat(other).exists();
    }

    private static Process sleeping() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sleep", "600").start();
        assertThat(process.waitFor(0, TimeUnit.SECONDS)).isFalse();
        return process;
    }
}
