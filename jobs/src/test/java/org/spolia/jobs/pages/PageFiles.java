package org.spolia.jobs.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A folder that looks like the repository to the commands of a page. */
record PageFiles(Path folder) {
    /** Writes the blocks that are files, and links the configurations. */
    List<Path> write(Page page) throws IOException {
        Files.createSymbolicLink(folder.resolve("configs"), Page.ROOT.resolve("configs"));
        List<Path> files = new ArrayList<>();
        for (Block block : page.blocks()) {
            if (block.isFile()) {
                Path file = folder.resolve(block.fileName());
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                files.add(Files.writeString(file, block.text()));
            }
        }
        return files;
    }

    /** Runs a block to its end, which must be successful, and returns its output. */
    String run(Block block) throws IOException, InterruptedException {
        Path printed = folder.resolve("printed");
        Process process = new ProcessBuilder("bash", "-euo", "pipefail", "-c", block.text())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        process.getOutputStream().close();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).as("%s ended", block).isTrue();
        String text = Files.readString(printed);
        assertThat(process.exitValue()).as("%s: %s", block, text).isZero();
        return text;
    }
}
