package org.spolia.jobs.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The subset of bash syntax that the pages use: quotes, continued lines, comments, several commands, redirections and
 * variables.
 */
final class Shell {
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Z_]+=.*");

    private final String text;
    private final List<List<String>> commands = new ArrayList<>();
    private List<String> command = new ArrayList<>();
    private int at;

    private Shell(String text) {
        this.text = text;
    }

    /** The arguments of each {@code ./spolia} in a script, in order. */
    static List<List<String>> spoliaCommands(String script) {
        Shell shell = new Shell(script.replace("\\\n", " "));
        shell.read();
        return shell.commands.stream()
                .map(words -> words.stream()
                        .dropWhile(word -> ASSIGNMENT.matcher(word).matches())
                        .toList())
                .filter(words -> !words.isEmpty() && words.get(0).equals("./spolia"))
                .map(words -> words.subList(1, words.size()))
                .toList();
    }

    private void read() {
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == '#') {
                at = endOf('\n', at);
            } else if (next == '<' || next == '>') {
                at++;
                skipSpaces();
                word();
            } else if ("\n;|&".indexOf(next) >= 0) {
                at++;
                endCommand();
            } else if (next == ' ') {
                at++;
            } else {
                String word = word();
                // The page does not contain the value of a variable. A prompt begins a transcript, which is not a
                // command to run.
                if (!word.matches("\\$.+")) {
                    command.add(word);
                }
            }
        }
        endCommand();
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        while (at < text.length() && " \n;|&<>".indexOf(text.charAt(at)) < 0) {
            char next = text.charAt(at);
            if (next == '\'' || next == '"') {
                int end = endOf(next, at + 1);
                word.append(text, at + 1, end);
                at = end + 1;
            } else {
                word.append(next);
                at++;
            }
        }
        return word.toString();
    }

    private void skipSpaces() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private int endOf(char mark, int from) {
        int end = text.indexOf(mark, from);
        return end < 0 ? text.length() : end;
    }

    private void endCommand() {
        if (!command.isEmpty()) {
            commands.add(command);
            command = new ArrayList<>();
        }
    }
}
