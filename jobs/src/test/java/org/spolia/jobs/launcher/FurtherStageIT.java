package org.spolia.jobs.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.jobs.cli.SeveralCommands;
import org.spolia.jobs.faults.ChildProcess;
import org.spolia.jobs.launcher.Launcher.Outcome;

/** A stage, its table and nothing else, compiled outside of the project and put on the class path. */
@Tag("slow")
class FurtherStageIT {
    private static final Path TOY = Launcher.ROOT.resolve("jobs/src/test/resources/toy");

    @TempDir
    Path folder;

    private Path jar;

    @BeforeEach
    void compile() throws IOException {
        Path source = folder.resolve("Toy.java");
        Files.copy(TOY.resolve("Toy.java.txt"), source);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        tool("javac", "-proc:none", "-d", classes.toString(), source.toString());
        write("classes/META-INF/services/org.spolia.jobs.pipeline.Stage", "toy.Toy\n");
        write("classes/schemas/tables/toy_sizes.sql", Files.readString(TOY.resolve("schemas/tables/toy_sizes.sql")));
        write("experiment.yaml", """
                name: small
                stages: [plan, toy]
                problems:
                  files: [%s/configs/problems/mechanics.yaml]
                  include: [mechanics.kepler_third, mechanics.atwood]
                operator-sets: [{name: small, operators: [+, "*"]}]
                search: {evaluations: 100}
                """.formatted(Launcher.ROOT));
        jar = folder.resolve("toy.jar");
        tool("jar", "cf", jar.toString(), "-C", classes.toString(), ".");
    }

    @Test
    void isPartOfEverythingThatKnowsStages() throws IOException, InterruptedException {
        List<List<String>> outputs = inOneJvm(List.of(
                List.of("run", folder.resolve("experiment.yaml").toString()),
                List.of("toy", folder.resolve("experiment.yaml").toString()),
                List.of("sql", "--format", "csv", "SELECT trials FROM toy_sizes"),
                List.of("digest")));
        assertThat(outputs.get(0)).containsExactly("plan    2 of 2 trials added", "toy     2 trials");
        assertThat(outputs.get(1)).containsExactly("toy     nothing to do");
        assertThat(outputs.get(2)).containsExactly("trials", "2");
        assertThat(outputs.get(3)).anyMatch(line -> line.startsWith("toy_sizes\t") && line.endsWith("\t1 rows"));

        assertThat(launched("stages")).contains("toy      Count the trials of an experiment.");
        assertThat(launched("--help")).anyMatch(line -> line.matches(" +toy +Count the trials of an experiment\\."));
        assertThat(launched("status")).anyMatch(line -> line.matches("toy +1 +0 +0 +0 +1"));
        assertThat(launched("reset", "toy")).anyMatch(line -> line.endsWith("/out/toy_sizes"));
    }

    /** Runs commands with the jar on the class path, without the launcher, and returns what each one prints. */
    private List<List<String>> inOneJvm(List<List<String>> commands) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>();
        for (List<String> command : commands) {
            arguments.addAll(command);
            arguments.add("--warehouse=" + folder.resolve("out"));
            arguments.add(SeveralCommands.NEXT);
        }
        ChildProcess.Result result =
                ChildProcess.create(SeveralCommands.class, jar).run(arguments);
        assertThat(result.exitCode()).as(result.toString()).isZero();
        List<List<String>> outputs = new ArrayList<>(List.of(new ArrayList<>()));
        for (String line : result.lines()) {
            if (line.equals(SeveralCommands.NEXT)) {
                outputs.add(new ArrayList<>());
            } else {
                outputs.get(outputs.size() - 1).add(line);
            }
        }
        return outputs;
    }

    private static void tool(String name, String... arguments) {
        ToolProvider tool = ToolProvider.findFirst(name).orElseThrow();
        assertThat(tool.run(System.out, System.err, arguments)).as(name).isZero();
    }

    private List<String> launched(String... arguments) throws IOException, InterruptedException {
        Outcome outcome = new Launcher(folder)
                .with(Launcher.OPTIONS, Launcher.SHORT_LIVED_WITH_SPARK)
                .with("SPOLIA_CLASSPATH", jar.toString())
                .run(arguments);
        assertThat(outcome.status()).as(outcome.toString()).isZero();
        return outcome.out();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
