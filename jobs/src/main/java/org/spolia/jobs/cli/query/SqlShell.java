package org.spolia.jobs.cli.query;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.spolia.jobs.cli.common.Diagnosis;

/** Runs statements and commands one after the other. An error in one does not end the others. */
final class SqlShell {
    static final String HELP = """
            STATEMENT;         a Spark SQL statement, possibly over several lines
            .tables    \\d      the tables and views
            .schema NAME  \\d NAME  the columns of a table or view
            .format FORMAT     table, csv, json or markdown
            .timing on|off     count rows and show seconds, or not
            .quit      \\q      end; so do exit, quit and Ctrl-D""";

    private static final Pattern QUIT =
            Pattern.compile("(\\\\q|\\.(quit|exit)|quit|exit)\\s*;?", Pattern.CASE_INSENSITIVE);

    private final QuerySession session;
    private final ResultFlags result;
    private final PrintStream out = System.out;
    private boolean timing;
    private boolean ended;
    private int exitCode;

    SqlShell(QuerySession session, ResultFlags result) {
        this.session = session;
        this.result = result;
    }

    QuerySession session() {
        return session;
    }

    void setTiming(boolean shown) {
        timing = shown;
    }

    boolean hasEnded() {
        return ended;
    }

    /** Returns whether a line is a command, which needs no semicolon. */
    static boolean isCommand(String line) {
        String text = line.strip();
        return text.startsWith("\\")
                || text.startsWith(".")
                || QUIT.matcher(text).matches()
                || text.equals("help");
    }

    /** Runs a whole script; its last statement needs no semicolon. Returns the exit code of the last error. */
    int runScript(BufferedReader script) throws IOException {
        StatementBuffer buffer = new StatementBuffer();
        for (String line = script.readLine(); line != null && !ended; line = script.readLine()) {
            if (buffer.isEmpty() && isCommand(line)) {
                run(line);
            } else {
                buffer.add(line).forEach(this::run);
            }
        }
        if (!ended && !buffer.isEmpty()) {
            run(buffer.takeRest());
        }
        return exitCode;
    }

    /** Runs a command, or a statement without its semicolon. */
    void run(String text) {
        try {
            if (isCommand(text)) {
                command(text.strip());
            } else {
                statement(text);
            }
        } catch (Exception | LinkageError e) {
            Diagnosis diagnosis = Diagnosis.of(e);
            System.err.println("spolia: " + diagnosis.line());
            exitCode = diagnosis.exitCode();
        }
    }

    private void statement(String text) {
        long start = System.nanoTime();
        Dataset<Row> rows = session.ask(text);
        Optional<Long> count = result.print(rows);
        if (timing) {
            double seconds = (System.nanoTime() - start) / 1e9;
            out.println(count.map(number -> number + (number == 1 ? " row" : " rows") + " in ")
                            .orElse("done in ")
                    + String.format(Locale.ROOT, "%.2f s", seconds));
        }
    }

    private void command(String text) {
        List<String> words = List.of(text.replaceAll(";\\s*$", "").strip().split("\\s+", -1));
        String argument = words.size() > 1 ? words.get(1) : "";
        switch (words.get(0).toLowerCase(Locale.ROOT)) {
            case ".quit", ".exit", "\\q", "quit", "exit" -> ended = true;
            case ".tables", "\\dt" -> names();
            case "\\d", ".schema" -> {
                if (argument.isEmpty()) {
                    names();
                } else {
                    statement("DESCRIBE TABLE " + argument);
                }
            }
            case ".format" -> result.change(argument);
            case ".timing", "\\timing" -> timing = argument.isEmpty() ? !timing : argument.equals("on");
            case ".help", "\\?", "help" -> out.println(HELP);
            default -> {
                System.err.println("spolia: Unknown command '" + words.get(0) + "'; .help lists them");
                exitCode = Diagnosis.MISTAKE;
            }
        }
    }

    private void names() {
        QuerySession.names().forEach(out::println);
    }
}
