package org.spolia.jobs.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.spolia.jobs.FewRows;

/** Shared parts of tests that kill: the number of kills, and the commands that die. */
final class Kills {
    /** Whether {@code -Dspolia.test.kills=all} asks for every kill; by default, each test makes a few. */
    static final boolean ALL = System.getProperty("spolia.test.kills", "").equals("all");

    private Kills() {}

    /**
     * A command on one slot that dies where {@link Halt} specifies, in a Delta log or in a checkpoint.
     *
     * @param settings additional Spark settings
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
        arguments.addAll(FewRows.options());
        for (String setting : settings) {
            arguments.addAll(List.of("--conf", setting));
        }
        return List.copyOf(arguments);
    }
}
