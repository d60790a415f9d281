package org.spolia.jobs.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Blocks with the mark {@code run} run unchanged, and print the lines of the indented blocks after them. */
class RunIT {
    private static final String RUN = "run";
    private static final String SLOW = "run slowly";

    @TempDir
    Path folder;

    /** The cleanup of the folder would warn about the link. */
    @AfterEach
    void removeLink() throws IOException {
        Files.deleteIfExists(folder.resolve("configs"));
    }

    static Stream<Page> quickPages() {
        return pages(RUN);
    }

    static Stream<Page> slowPages() {
        return pages(SLOW);
    }

    @ParameterizedTest
    @MethodSource("quickPages")
    void quickBlocksRunAsWritten(Page page) throws IOException, InterruptedException {
        run(page, RUN);
    }

    @ParameterizedTest
    @MethodSource("slowPages")
    @Tag("slow")
    void slowBlocksRunAsWritten(Page page) throws IOException, InterruptedException {
        run(page, SLOW);
    }

    private void run(Page page, String mark) throws IOException, InterruptedException {
        PageFiles files = new PageFiles(folder);
        files.write(page);
        Files.writeString(folder.resolve("spolia"), "#!/bin/sh\nexec " + Page.ROOT + "/spolia \"$@\"\n")
                .toFile()
                .setExecutable(true);
        List<Block> blocks = page.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).mark().equals(mark)) {
                String printed = files.run(blocks.get(i));
                assertThat(expected(blocks.subList(i + 1, blocks.size())))
                        .as("%s printed %s", blocks.get(i), printed)
                        .allMatch(printed::contains);
            }
        }
    }

    /**
     * The lines that a page shows as output, up to the next block with a language. A shortened block contains an
     * ellipsis.
     */
    private static List<String> expected(List<Block> after) {
        List<String> lines = new ArrayList<>();
        after.stream()
                .takeWhile(Block::isIndented)
                .flatMap(block -> block.lines().stream())
                .filter(line -> !line.contains("…"))
                .forEach(line -> lines.add(line.strip()));
        return lines;
    }

    private static Stream<Page> pages(String mark) {
        return Page.all().stream()
                .filter(page ->
                        page.blocks().stream().anyMatch(block -> block.mark().equals(mark)));
    }
}
