package org.spolia.jobs.cli.common;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.configuration.ExperimentConfig;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The optional configuration of commands that otherwise read the whole warehouse. */
public final class OptionalConfigFlags {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "CONFIG",
            description = "the YAML file of an experiment; the whole warehouse if none is given")
    private @Nullable Path config;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "override a key of the configuration")
    private Map<String, String> overrides = new LinkedHashMap<>();

    public Optional<ExperimentConfig> load() {
        return Optional.ofNullable(config).map(file -> ExperimentConfig.load(file, overrides));
    }
}
