package org.spolia.jobs.cli.stage;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.jobs.pipeline.Stage;
import org.spolia.jobs.pipeline.Stages;
import org.spolia.jobs.stage.Library;

/** The additional jars that a command needs for its stages and its configuration. */
final class NeededLibraries {
    private NeededLibraries() {}

    /**
     * Returns the libraries of a command line; empty for one with a mistake, which the command itself reports.
     *
     * @param command its name and its arguments
     */
    static Set<Library> of(List<String> command) {
        Set<Library> needed = EnumSet.noneOf(Library.class);
        try {
            config(command)
                    .ifPresent(config ->
                            stages(command.get(0), config).forEach(stage -> needed.addAll(stage.libraries(config))));
        } catch (ExperimentException e) {
            return Set.of();
        }
        return needed;
    }

    private static List<Stage> stages(String command, ExperimentConfig config) {
        return command.equals("run") ? Stages.of(config.stages()) : Stages.of(List.of(command));
    }

    private static Optional<ExperimentConfig> config(List<String> command) {
        Map<String, String> overrides = new LinkedHashMap<>();
        for (int i = 0; i < command.size(); i++) {
            String argument = command.get(i);
            if (argument.equals("--set") && i + 1 < command.size()) {
                argument = "--set=" + command.get(i + 1);
            }
            String[] parts = argument.split("=", 3);
            if (parts.length == 3 && parts[0].equals("--set")) {
                overrides.put(parts[1], parts[2]);
            }
        }
        return command.stream()
                .filter(argument -> argument.endsWith(".yaml") || argument.endsWith(".yml"))
                .findFirst()
                .map(file -> ExperimentConfig.load(Path.of(file), overrides));
    }
}
