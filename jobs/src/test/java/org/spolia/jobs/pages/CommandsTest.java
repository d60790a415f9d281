package org.spolia.jobs.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spolia.jobs.cli.Spolia;
import picocli.CommandLine;

/**
 * Every command in a block of a page has a known name, known options and all required parameters. Nothing is executed.
 */
class CommandsTest {
    /** Commands of the launcher. */
    private static final Set<String> LAUNCHER =
            Set.of("test", "bench", "fuzz", "javadoc", "jdks", "stages", "mutation", "migrate");

    private static final Pattern INLINE = Pattern.compile("`(\\./spolia [^`]*)`");

    static Stream<Block> blocks() {
        return Page.all().stream()
                .flatMap(page -> page.blocks().stream())
                .filter(block -> !Shell.spoliaCommands(block.text()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void everyCommandParses(Block block) {
        for (List<String> command : Shell.spoliaCommands(block.text())) {
            assertParses(block.place(), command);
        }
    }

    @Test
    void everyConfigurationOfACommandExists() {
        assertThat(blocks().flatMap(block -> Shell.spoliaCommands(block.text()).stream())
                        .flatMap(List::stream)
                        .filter(word -> word.matches("configs/.*\\.(yaml|csv)")))
                .isNotEmpty()
                .allMatch(word -> Files.exists(Page.ROOT.resolve(word)));
    }

    @Test
    void everyCommandInTheTextHasAKnownNameAndKnownOptions() {
        for (Page page : Page.all()) {
            page.prose().stream()
                    .flatMap(line -> INLINE.matcher(line).results())
                    .map(match -> match.group(1))
                    .flatMap(text -> Shell.spoliaCommands(text).stream())
                    .forEach(command -> {
                        try {
                            parse(command);
                        } catch (CommandLine.MissingParameterException e) {
                            // The text may name only a command and an option.
                            assertThat(e.getMissing()).isNotEmpty();
                        } catch (CommandLine.ParameterException e) {
                            throw new AssertionError(page + ": " + command, e);
                        }
                    });
        }
    }

    private static void assertParses(String place, List<String> command) {
        assertThatCode(() -> parse(command)).as("%s: %s", place, command).doesNotThrowAnyException();
    }

    private static void parse(List<String> command) {
        if (command.isEmpty() || LAUNCHER.contains(command.get(0))) {
            return;
        }
        CommandLine line = Spolia.commands();
        line.getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(spec -> !spec.helpCommand())
                .forEach(spec -> spec.mixinStandardHelpOptions(true));
        line.parseArgs(command.toArray(String[]::new));
    }
}
