package org.spolia.symbolic.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Java options for a JVM that evaluates expressions. They affect speed only, never a result. */
public final class CompilerOptions {
    private static final String FILE = "compiler.options";

    private CompilerOptions() {}

    /** Returns the options, as on the command line of {@code java}. */
    public static List<String> recommended() {
        try (InputStream file = Objects.requireNonNull(CompilerOptions.class.getResourceAsStream(FILE), FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
