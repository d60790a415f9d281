package org.spolia.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Expected results under {@code src/test/resources/golden}. A test writes its results to {@code target/golden}; for an
 * intended change of results, copy the files from there.
 */
public final class Golden {
    private static final Path MODULE = Path.of(System.getProperty("spolia.root"), "jobs");

    private Golden() {}

    /** Fails unless the lines equal the file. */
    public static void assertSame(String file, List<String> lines) throws IOException {
        Path written = MODULE.resolve("target/golden").resolve(file);
        Files.createDirectories(written.getParent());
        Files.write(written, lines, StandardCharsets.UTF_8);
        assertThat(written)
                .hasSameTextualContentAs(
                        MODULE.resolve("src/test/resources/golden").resolve(file));
    }
}
