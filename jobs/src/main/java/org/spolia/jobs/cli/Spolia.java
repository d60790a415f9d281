package org.spolia.jobs.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.hadoop.fs.FSError;
import org.jspecify.annotations.Nullable;
import org.spolia.jobs.cli.common.Diagnosis;
import org.spolia.jobs.cli.common.Terminal;
import org.spolia.jobs.cli.common.UnknownArgument;
import org.spolia.jobs.cli.demo.DemoCommand;
import org.spolia.jobs.cli.fit.FitCommand;
import org.spolia.jobs.cli.fit.FitHelp;
import org.spolia.jobs.cli.inspect.DigestCommand;
import org.spolia.jobs.cli.inspect.MigrateCommand;
import org.spolia.jobs.cli.inspect.ResetCommand;
import org.spolia.jobs.cli.inspect.StatusCommand;
import org.spolia.jobs.cli.query.SqlCommand;
import org.spolia.jobs.cli.stage.RunCommand;
import org.spolia.jobs.cli.stage.StageCommand;
import org.spolia.jobs.cli.stage.StagesCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line. Exit codes: 0 for success; 1 for a failure; 2 for a mistake of the user, with a message of one
 * line.
 */
@Command(
        name = "spolia",
        description = "Symbolic regression at scale: which operators help where, with the results in tables.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A law from your own table:    spolia fit data.csv --target COLUMN",
            "An experiment, to its report: spolia run configs/quickstart.yaml",
            "The options of a command:     spolia help COMMAND"
        },
        versionProvider = Versions.class)
public final class Spolia implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    /** Without a command, prints the list of commands. */
    @Override
    public void run() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        command.usage(command.getOut());
    }

    public static void main(String[] arguments) {
        // Equations and tables are UTF-8 regardless of the shell's locale.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        int code = run(arguments);
        if (code == 0) {
            ClassArchive.save();
        }
        System.exit(code);
    }

    /** The commands, in the order of the help. */
    public static CommandLine commands() {
        CommandLine commands =
                new CommandLine(new Spolia()).addSubcommand(new DemoCommand()).addSubcommand(new RunCommand());
        StageCommand.addTo(commands);
        return commands.addSubcommand(new StagesCommand())
                .addSubcommand(new StatusCommand())
                .addSubcommand(new ResetCommand())
                .addSubcommand(new MigrateCommand())
                .addSubcommand(new DigestCommand())
                .addSubcommand(new SqlCommand())
                .addSubcommand(new FitCommand())
                .addSubcommand(new CommandLine.HelpCommand());
    }

    /** Runs a command and returns its exit code. */
    static int run(String... arguments) {
        CommandLine command = commands()
                .setOut(new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true))
                .setParameterExceptionHandler(Spolia::explainUsage)
                .setExecutionExceptionHandler((e, failed, result) -> explain(e, isVerbose(result)));
        command.setColorScheme(Help.defaultColorScheme(Terminal.detect().coloured() ? Help.Ansi.ON : Help.Ansi.OFF));
        command.getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(subcommand -> !subcommand.helpCommand())
                .forEach(subcommand -> subcommand.mixinStandardHelpOptions(true));
        command.setUsageHelpWidth(Math.max(80, Math.min(Terminal.detect().columns(), 110)));
        FitHelp.install(Objects.requireNonNull(command.getSubcommands().get("fit")));
        try {
            return command.execute(arguments);
        } catch (FSError | OutOfMemoryError e) {
            // Hadoop's error for a full local disk and an OutOfMemoryError are not Exceptions.
            return explain(e, isVerbose(command.getParseResult()));
        }
    }

    private static int explainUsage(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        String problem = e instanceof UnmatchedArgumentException unmatched
                ? UnknownArgument.advice(unmatched).orElse(String.valueOf(e.getMessage()))
                : String.valueOf(e.getMessage());
        System.err.println("spolia: " + Diagnosis.oneLine(problem) + "; see "
                + command.getCommandSpec().qualifiedName() + " --help");
        return Diagnosis.MISTAKE;
    }

    private static int explain(Throwable e, boolean verbose) {
        Diagnosis diagnosis = Diagnosis.of(e);
        System.err.println("spolia: " + diagnosis.line());
        if (verbose) {
            e.printStackTrace();
        }
        return diagnosis.exitCode();
    }

    private static boolean isVerbose(ParseResult result) {
        return result.hasSubcommand() && result.subcommand().hasMatchedOption("--verbose");
    }
}
