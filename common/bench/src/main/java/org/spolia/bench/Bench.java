package org.spolia.bench;

import java.nio.file.Path;

/** {@code ./spolia bench NAME}. */
public final class Bench {
    private static final String NAMES = "busy";

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        String name = arguments.length == 0 ? "" : arguments[0];
        Path home = Path.of(System.getProperty("spolia.home", "."));
        switch (name) {
            case "busy" -> new Busy(home).run();
            default -> {
                System.err.println("spolia: bench: "
                        + (name.isEmpty() ? "name a benchmark" : "unknown benchmark '" + name + "'")
                        + "; there are: " + NAMES);
                System.exit(2);
            }
        }
    }
}
