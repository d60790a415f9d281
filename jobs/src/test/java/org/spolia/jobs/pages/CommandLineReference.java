package org.spolia.jobs.pages;

import org.spolia.jobs.cli.Spolia;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The commands with their parameters and options. */
final class CommandLineReference {
    private CommandLineReference() {}

    static String text() {
        StringBuilder text = new StringBuilder();
        Spolia.commands().getSubcommands().forEach((name, command) -> {
            if (!command.getCommandSpec().helpCommand()) {
                append(name, command.getCommandSpec(), text);
            }
        });
        return text.toString();
    }

    private static void append(String name, CommandSpec spec, StringBuilder text) {
        text.append("\n## ").append(name).append("\n\n");
        text.append(String.join(" ", spec.usageMessage().description())).append("\n\n");
        text.append(Markdown.head("argument", "meaning"));
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            text.append(Markdown.row(Markdown.code(parameter.paramLabel()), String.join(" ", parameter.description())));
        }
        spec.options().stream()
                .sorted((a, b) -> a.longestName().compareTo(b.longestName()))
                .forEach(option -> text.append(
                        Markdown.row(Markdown.code(label(option)), String.join(" ", option.description()))));
    }

    private static String label(OptionSpec option) {
        String names = String.join(", ", option.names());
        return option.arity().max() == 0 ? names : names + " " + option.paramLabel();
    }
}
