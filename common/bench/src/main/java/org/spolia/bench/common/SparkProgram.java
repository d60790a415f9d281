package org.spolia.bench.common;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A source file of the folder {@code spark}, which Java compiles and runs with Spark and our jar on the class path. */
public final class SparkProgram {
    private static final String SYMBOLIC = "common/symbolic/src/main/resources/org/spolia/symbolic/evaluation/";

    private final Path home;
    private final String file;

    public SparkProgram(Path home, String file) {
        this.home = home;
        this.file = file;
    }

    public List<String> command(String... arguments) {
        return command(List.of(), List.of(arguments));
    }

    /** Returns the program with further JVM options. */
    public List<String> command(List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + home.resolve(".mvn/run.options"),
                "@" + home.resolve(SYMBOLIC + "compiler.options"),
                "-Dspolia.home=" + home,
                "-XX:+UseParallelGC"));
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                home.resolve("common/bench/spark").resolve(file).toString()));
        command.addAll(arguments);
        return command;
    }
}
