package org.spolia.jobs.cli.stage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.spolia.experiment.binding.CanonicalJson;
import org.spolia.jobs.pipeline.Stage;
import org.spolia.jobs.pipeline.Stages;
import org.spolia.jobs.stage.StageInfo;
import org.spolia.jobs.tables.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stages}: the data about stages that schedulers and the launcher need. */
@Command(name = "stages", description = "List the stages in the order of a run, with the tables that they write.")
public final class StagesCommand implements Callable<Integer> {
    @Option(names = "--json", description = "print the declarations of the stages as JSON")
    private boolean json;

    @Option(
            names = "--libraries",
            description = "print the additional jars that the following command needs; for the launcher")
    private boolean libraries;

    @Parameters(
            paramLabel = "COMMAND",
            arity = "0..*",
            description = "with --libraries: a command with its arguments, after --")
    private List<String> command = List.of();

    @Override
    public Integer call() {
        if (libraries) {
            NeededLibraries.of(command).forEach(library -> System.out.println(name(library)));
        } else {
            System.out.print(json ? json() : text());
        }
        return 0;
    }

    List<String> command() {
        return List.copyOf(command);
    }

    private static String text() {
        StringBuilder text = new StringBuilder();
        for (Stage stage : Stages.all()) {
            StageInfo info = stage.info();
            text.append(String.format(Locale.ROOT, "%-8s %s%n", info.name(), info.help()));
            if (!info.writes().isEmpty()) {
                text.append(
                        String.format(Locale.ROOT, "%-8s   writes %s%n", "", String.join(", ", names(info.writes()))));
            }
        }
        return text.toString();
    }

    /** An array with a line for each stage. */
    static String json() {
        return Stages.all().stream()
                .map(stage -> "  " + CanonicalJson.of(describe(stage)))
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    private static Map<String, Object> describe(Stage stage) {
        StageInfo info = stage.info();
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("name", info.name());
        description.put("help", info.help());
        description.put("key", info.key());
        description.put("streams", info.streams());
        description.put("reads", names(info.reads()));
        description.put("copies", names(info.copies()));
        description.put("writes", names(info.writes()));
        description.put(
                "libraries",
                info.libraries().stream().map(StagesCommand::name).sorted().toList());
        stage.repeatsAfter().ifPresent(last -> description.put("repeats-after", last));
        return description;
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> names(List<Table> tables) {
        return tables.stream().map(Table::tableName).toList();
    }
}
