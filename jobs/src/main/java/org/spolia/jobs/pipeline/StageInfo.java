package org.spolia.jobs.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.spolia.jobs.tables.Table;

/**
 * What is known of a stage before it runs.
 *
 * @param name its name in configurations, as a command and in the table attempts
 * @param order its place in a run: stages run by ascending order
 * @param help what it does, in one line
 * @param key the key of a configuration that holds its work
 * @param work what that key has to name
 * @param streams whether it appends rows batch by batch, and can run until it is stopped; other stages run once
 * @param reads the tables that its output depends on: a reset of what writes them is a reset of this stage
 * @param copies tables whose rows it copies under ids of their own, so that they may change later
 * @param writes its output, in the order of its commits
 * @param libraries jars that it may need in addition to that of Spolia
 */
public record StageInfo(
        String name,
        int order,
        String help,
        String key,
        String work,
        boolean streams,
        List<Table> reads,
        List<Table> copies,
        List<Table> writes,
        Set<Library> libraries) {
    public StageInfo {
        reads = List.copyOf(reads);
        copies = List.copyOf(copies);
        writes = List.copyOf(writes);
        libraries = Set.copyOf(libraries);
    }

    /** A stage that appends rows batch by batch. */
    public static StageInfo streaming(String name, int order, String help) {
        return new StageInfo(name, order, help, "", "", true, List.of(), List.of(), List.of(), Set.of());
    }

    /** A stage that runs to its end at once. */
    public static StageInfo once(String name, int order, String help) {
        return new StageInfo(name, order, help, "", "", false, List.of(), List.of(), List.of(), Set.of());
    }

    /** The same, with the key of its work. */
    public StageInfo worksOn(String newKey, String newWork) {
        return new StageInfo(name, order, help, newKey, newWork, streams, reads, copies, writes, libraries);
    }

    /** The same, with the tables that its output depends on. */
    public StageInfo reads(Table... tables) {
        return new StageInfo(name, order, help, key, work, streams, List.of(tables), copies, writes, libraries);
    }

    /** The same, with the tables whose rows it copies. */
    public StageInfo copies(Table... tables) {
        return new StageInfo(name, order, help, key, work, streams, reads, List.of(tables), writes, libraries);
    }

    /** The same, with the tables that it writes. */
    public StageInfo writes(Table... tables) {
        return new StageInfo(name, order, help, key, work, streams, reads, copies, List.of(tables), libraries);
    }

    /** The same, with the further jars that it may need. */
    public StageInfo mayNeed(Library... needed) {
        return new StageInfo(name, order, help, key, work, streams, reads, copies, writes, Set.of(needed));
    }

    /** The tables that it reads or copies. */
    List<Table> inputs() {
        List<Table> inputs = new ArrayList<>(reads);
        inputs.addAll(copies);
        return inputs;
    }

    @Override
    public String toString() {
        return name;
    }
}
