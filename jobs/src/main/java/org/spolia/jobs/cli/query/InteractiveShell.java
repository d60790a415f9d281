package org.spolia.jobs.cli.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jline.reader.EOFError;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** {@link SqlShell} on a terminal, with history, completion, and statements over several lines. */
final class InteractiveShell {
    private static final String PROMPT = "spolia> ";

    private InteractiveShell() {}

    /** Reads and runs statements until the user ends the shell. */
    static int run(SqlShell shell) throws IOException {
        // The provider that calls stty needs no native library.
        try (Terminal terminal =
                TerminalBuilder.builder().system(true).provider("exec").build()) {
            return run(shell, terminal, historyFile());
        }
    }

    /** Runs the shell on any terminal. */
    static int run(SqlShell shell, Terminal terminal, Optional<Path> history) {
        LineReaderBuilder builder = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("spolia")
                .parser(new Statements())
                .completer(new NameCompleter())
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "     -> ")
                .option(LineReader.Option.CASE_INSENSITIVE, true)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
        history.ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
        LineReader reader = builder.build();
        shell.setTiming(true);
        terminal.handle(
                Terminal.Signal.INT,
                signal -> shell.session().spark().sparkContext().cancelAllJobs());
        while (!shell.hasEnded()) {
            try {
                runAll(shell, reader.readLine(PROMPT));
            } catch (UserInterruptException e) {
                // Ctrl-C discards the line and does not end the shell.
            } catch (EndOfFileException e) {
                break;
            }
        }
        return 0;
    }

    private static void runAll(SqlShell shell, String text) {
        if (SqlShell.isCommand(text)) {
            shell.run(text);
            return;
        }
        new StatementBuffer().add(text).forEach(shell::run);
    }

    /** The history in the user's folder for such files; empty if there is no such folder. */
    private static Optional<Path> historyFile() {
        String state = System.getenv("XDG_STATE_HOME");
        Path folder = (state == null || state.isEmpty()
                        ? Path.of(System.getProperty("user.home"), ".local", "state")
                        : Path.of(state))
                .resolve("spolia");
        try {
            return Optional.of(Files.createDirectories(folder).resolve("sql_history"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Words for completion. A statement continues until a semicolon. */
    private static final class Statements extends DefaultParser {
        Statements() {
            setEscapeChars(new char[0]);
            setEofOnUnclosedQuote(false);
        }

        @Override
        public ParsedLine parse(String line, int cursor, ParseContext context) {
            if (context == ParseContext.ACCEPT_LINE
                    && !line.isBlank()
                    && !SqlShell.isCommand(line)
                    && StatementBuffer.end(line) < 0) {
                throw new EOFError(-1, -1, "A statement ends with a semicolon", "");
            }
            return super.parse(line, cursor, context);
        }
    }
}
