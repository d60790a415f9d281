package org.spolia.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.spolia.experiment.TextFile;

/** Generated files of the repository. With the system property {@code spolia.regenerate}, tests write them. */
public final class CheckedIn {
    private static final Path ROOT = Path.of(System.getProperty("spolia.root"));

    private CheckedIn() {}

    /**
     * Fails unless a file has this text.
     *
     * @param file the path below the root of the repository
     * @param test the class that generates the text
     */
    public static void assertSame(String file, String text, Class<?> test) throws IOException {
        Path path = ROOT.resolve(file);
        if (Boolean.getBoolean("spolia.regenerate")) {
            Files.writeString(path, text);
        }
        assertThat(TextFile.read(path))
                .as(
                        "%s; after a change run: mvn -pl jobs -am test -Dtest=%s"
                                + " -Dsurefire.failIfNoSpecifiedTests=false -Dtest.jvm.options=-Dspolia.regenerate=true",
                        path, test.getSimpleName())
                .isEqualTo(text);
    }
}
