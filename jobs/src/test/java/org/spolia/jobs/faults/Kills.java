package org.spolia.jobs.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What tests that kill have in common: how many kills there are, and the commands that die of them. */
final class Kills {
    /** Whether every kill is asked for, by {@code -Dspolia.test.kills=all}; a few of each test, if not. */
    static final boolean ALL = System.getProperty("spolia.test.kills", "").equals("all");

    private Kills() {}

    /**
     * A command on one slot, which dies where {@link Halt} says in a log of Delta or in a checkpoint.
     *
     * @param settings of Spark beside
     */
    static List<String> command(String name, Path config, Path warehouse, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                name,
                config.toString(),
                "--warehouse",
                warehouse.toString(),
                "--master",
                "local[1]",
                "--conf",
                "spark.delta.logStore.file.impl=" + HaltingLogStore.class.getName(),
                "--conf",
                "spark.sql.streaming.checkpointFileManagerClass=" + HaltingCheckpointFiles.class.getName()));
        for (String setting : settings) {
            arguments.addAll(List.of("--conf", setting));
        }
        return List.copyOf(arguments);
    }
}
