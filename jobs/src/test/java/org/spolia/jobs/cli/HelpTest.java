package org.spolia.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spolia.jobs.cli.fit.FitCommand;
import org.spolia.jobs.cli.fit.FitHelp;
import picocli.CommandLine;

class HelpTest {
    static Set<String> commands() {
        return Spolia.commands().getSubcommands().keySet();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandExplainsItself(String command) {
        assertThat(help(command)).contains("Usage: spolia " + command, "--help");
    }

    @Test
    void fitNamesTheOperators() {
        assertThat(help("fit").replaceAll("\\s+", " ")).contains("known: +, -, *, /, pow", "lambertw");
    }

    @Test
    void withoutACommandThereIsAList() {
        Captured result = Captured.run();
        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(String.join("\n", result.out())).contains("Usage: spolia", "fit ", "run ");
    }

    @Test
    void helpTakesACommand() {
        assertThat(Captured.run("help", "fit").out())
                .isEqualTo(Captured.run("fit", "--help").out());
        assertThat(Captured.run("help").out()).isEqualTo(Captured.run("--help").out());
        Captured unknown = Captured.run("help", "fot");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).hasSize(1).first().asString().contains("fot");
    }

    @Test
    void theHelpOfFitHasEachOptionInOneGroup() {
        CommandLine fit = new CommandLine(new FitCommand());
        fit.getCommandSpec().mixinStandardHelpOptions(true);
        assertThat(FitHelp.ungrouped(fit.getCommandSpec())).isEmpty();
        assertThat(Captured.run("fit", "--help").out())
                .containsSubsequence(
                        "Data",
                        "Operators, and the form of equations",
                        "Objective",
                        "Search",
                        "Selection of one equation",
                        "Output, and use of the results")
                .anyMatch(line -> line.startsWith("Usage: spolia fit DATA --target COLUMN"))
                .noneMatch(line -> line.contains("\033"))
                .filteredOn(line -> line.matches(" {2,6}(-y, )?--(target|features|exclude)\\b.*"))
                .hasSize(3);
    }

    private static String help(String command) {
        PrintStream out = System.out;
        ByteArrayOutputStream caught = new ByteArrayOutputStream();
        System.setOut(new PrintStream(caught, true, StandardCharsets.UTF_8));
        try {
            assertThat(Spolia.run(command, "--help")).isZero();
        } finally {
            System.setOut(out);
        }
        return caught.toString(StandardCharsets.UTF_8);
    }
}
