package org.spolia.experiment;

import java.nio.file.Path;
import java.util.Objects;

/** Files of the repository that the tests read. */
public final class Repository {
    public static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("spolia.root")));
    public static final Path CONFIGS = ROOT.resolve("configs");

    private Repository() {}
}
