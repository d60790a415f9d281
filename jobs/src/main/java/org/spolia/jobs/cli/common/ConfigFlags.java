package org.spolia.jobs.cli.common;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.spolia.experiment.configuration.ExperimentConfig;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The configuration of an experiment, with changes by the command line. */
public final class ConfigFlags {
    @Parameters(index = "0", paramLabel = "CONFIG", description = "the YAML file of the experiment")
    private Path config = Path.of("");

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "override a key of the configuration, such as search.evaluations=100000")
    private Map<String, String> overrides = new LinkedHashMap<>();

    public ExperimentConfig load() {
        return ExperimentConfig.load(config, overrides);
    }
}
