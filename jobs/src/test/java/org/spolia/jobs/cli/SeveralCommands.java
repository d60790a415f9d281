package org.spolia.jobs.cli;

import java.util.ArrayList;
import java.util.List;

/** Runs commands one after the other in one JVM, until one fails. Their arguments are separated by {@link #NEXT}. */
public final class SeveralCommands {
    /** Ends the arguments of a command, and is printed after its output. */
    public static final String NEXT = "--next--";

    private SeveralCommands() {}

    public static void main(String[] arguments) {
        List<String> command = new ArrayList<>();
        for (String argument : arguments) {
            if (!argument.equals(NEXT)) {
                command.add(argument);
                continue;
            }
            int code = Spolia.run(command.toArray(String[]::new));
            if (code != 0) {
                System.exit(code);
            }
            System.out.println(NEXT);
            command.clear();
        }
        System.exit(0);
    }
}
