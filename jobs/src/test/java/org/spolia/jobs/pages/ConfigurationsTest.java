package org.spolia.jobs.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spolia.experiment.configuration.ExperimentConfig;

/** Blocks of YAML that are files are readable experiments; all others are parts that a schema knows. */
class ConfigurationsTest {
    @TempDir
    Path folder;

    /** The cleanup of the folder would warn about the link. */
    @AfterEach
    void removeLink() throws IOException {
        Files.deleteIfExists(folder.resolve("configs"));
    }

    static Stream<Block> fragments() {
        return blocks().filter(block -> !block.isFile());
    }

    static List<Page> pagesWithFiles() {
        return Page.all().stream()
                .filter(page -> page.blocks().stream().anyMatch(Block::isFile))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("fragments")
    void everyFragmentIsKnownToASchema(Block block) throws IOException {
        assertThat(Fragment.parse(block.text()).mistakes()).as(block.place()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pagesWithFiles")
    void everyExperimentOfAPageCanBeRead(Page page) throws IOException, InterruptedException {
        PageFiles pageFiles = new PageFiles(folder);
        List<Path> files = pageFiles.write(page);
        for (Block block : page.blocks()) {
            // Such commands only copy and show files.
            if (block.mark().equals("run") && Shell.spoliaCommands(block.text()).isEmpty()) {
                pageFiles.run(block);
            }
        }
        for (Path file : files) {
            if (Files.readString(file).startsWith("name:")) {
                assertThat(ExperimentConfig.load(file, Map.of()).name()).isNotEmpty();
            }
        }
        assertThat(files).anyMatch(file -> file.endsWith("experiment.yaml") || file.endsWith("shards.yaml"));
    }

    private static Stream<Block> blocks() {
        return Page.all().stream()
                .flatMap(page -> page.blocks().stream())
                .filter(block -> block.language().equals("yaml"));
    }
}
