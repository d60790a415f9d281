package org.spolia.jobs.cli.common;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.spolia.experiment.Suggestion;
import picocli.CommandLine;
import picocli.CommandLine.UnmatchedArgumentException;

/** Advice for an argument that a command does not know: names of PySR, similar names, a missing command. */
public final class UnknownArgument {
    private static final int NEAR = 3;

    private UnknownArgument() {}

    /** Returns a sentence without its final stop, if there is advice. */
    public static Optional<String> advice(UnmatchedArgumentException e) {
        CommandLine command = e.getCommandLine();
        String argument = e.getUnmatched().isEmpty() ? "" : e.getUnmatched().get(0);
        if (argument.startsWith("-")) {
            return option(command, argument.replaceFirst("=.*$", ""));
        }
        if (!command.getSubcommands().isEmpty()) {
            return command(command, argument);
        }
        return PysrNames.instead(argument.replaceFirst("=.*$", "")).filter(words -> argument.indexOf('=') > 0);
    }

    private static Optional<String> option(CommandLine command, String name) {
        boolean fit = command.getCommandName().equals("fit");
        List<String> known = command.getCommandSpec().options().stream()
                .flatMap(option -> Stream.of(option.names()))
                .filter(option -> option.startsWith("--"))
                .toList();
        Optional<String> same = known.stream()
                .filter(option -> plain(option).equals(plain(name)))
                .findFirst();
        if (same.isPresent()) {
            return Optional.of("no option '" + name + "'; here it is " + same.get());
        }
        Optional<String> pysr = fit ? PysrNames.instead(name) : Optional.empty();
        if (pysr.isPresent()) {
            return pysr;
        }
        List<String> near = name.length() > 3 ? Suggestion.near(name, known, NEAR) : List.of();
        return Optional.of(
                "no option '" + name + "'" + (near.isEmpty() ? "" : "; did you mean " + String.join(", ", near) + "?"));
    }

    private static Optional<String> command(CommandLine command, String name) {
        if (Files.exists(Path.of(name)) || name.endsWith(".csv") || name.endsWith(".parquet")) {
            return Optional.of(
                    "'" + name + "' is not a command; to fit a table, use: spolia fit " + name + " --target COLUMN");
        }
        return Optional.of("Unmatched argument: no command '" + name + "'; "
                + Suggestion.instead(name, command.getSubcommands().keySet()));
    }

    private static String plain(String option) {
        return option.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
    }
}
