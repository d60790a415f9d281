package org.spolia.jobs.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.fs.FSError;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line. Exit codes: 0; 1 for a failure; 2 for a mistake of the user, which is told in one line. */
@Command(
        name = "spolia",
        description = "Which operators help where: symbolic regression at scale, with the answers in tables.",
        mixinStandardHelpOptions = true,
        versionProvider = Versions.class,
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            ShardCommand.class,
            SkyCommand.class,
            PretrainCommand.class,
            EmbedCommand.class,
            FeaturesCommand.class,
            PlanCommand.class,
            SearchCommand.class,
            ScoreCommand.class,
            UtilityCommand.class,
            ProbeCommand.class,
            ReportCommand.class,
            StatusCommand.class,
            ResetCommand.class,
            DigestCommand.class,
            SqlCommand.class,
            FitCommand.class
        })
public final class Spolia {
    static final int FAILURE = 1;
    static final int MISTAKE = 2;

    public static void main(String[] arguments) {
        // Equations and tables are UTF-8 whatever the locale of the shell says.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        System.exit(run(arguments));
    }

    /** Runs a command and gives its exit code. */
    static int run(String... arguments) {
        CommandLine command = new CommandLine(new Spolia())
                .setOut(new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true))
                .setParameterExceptionHandler(Spolia::explainUsage)
                .setExecutionExceptionHandler((e, failed, result) -> explain(e, isVerbose(result)));
        command.getSubcommands()
                .values()
                .forEach(subcommand -> subcommand.getCommandSpec().mixinStandardHelpOptions(true));
        try {
            return command.execute(arguments);
        } catch (FSError e) {
            // Hadoop's word for a full local disk, which is no Exception.
            return explain(e, isVerbose(command.getParseResult()));
        }
    }

    private static int explainUsage(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        System.err.println("spolia: " + Diagnosis.oneLine(String.valueOf(e.getMessage())) + "; see "
                + command.getCommandSpec().qualifiedName() + " --help");
        return MISTAKE;
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
