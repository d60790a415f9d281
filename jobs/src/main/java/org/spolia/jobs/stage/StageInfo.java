package org.spolia.jobs.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.spolia.jobs.tables.Table;

/**
 * The declaration of a stage.
 *
 * @param name its name in configurations, as a command and in the table attempts
 * @param order its place in a run: stages run in ascending order
 * @param help what it does, in one line
 * @param key the key of a configuration that holds its work
 * @param work what that key must name
 * @param streams whether it appends rows batch by batch, and can run until it is stopped; other stages run once
 * @param reads the tables that its output depends on: a reset of the stages that write them also resets this stage
 * @param copies the tables whose rows it copies under ids of their own, so that the tables may change later
 * @param writes its output, in the order of its commits
 * @param libraries the jars that it may need in addition to the jar of Spolia
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

    /** Declares a stage that appends rows batch by batch. */
    public static StageInfo streaming(String name, int order, String help) {
        return new StageInfo(name, order, help, "", "", true, List.of(), List.of(), List.of(), Set.of());
    }

    /** Declares a stage that runs once to its end. */
    public static StageInfo once(String name, int order, String help) {
        return new StageInfo(name, order, help, "", "", false, List.of(), List.of(), List.of(), Set.of());
    }

    /** Returns a copy with the key of its work. */
    public StageInfo worksOn(String newKey, String newWork) {
        return new StageInfo(name, order, help, newKey, newWork, streams, reads, copies, writes, libraries);
    }

    /** Returns a copy with the tables that its output depends on. */
    public StageInfo reads(Table... tables) {
        return new StageInfo(name, order, help, key, work, streams, List.of(tables), copies, writes, libraries);
    }

    /** Returns a copy with the tables whose rows it copies. */
    public StageInfo copies(Table... tables) {
        return new StageInfo(name, order, help, key, work, streams, reads, List.of(tables), writes, libraries);
    }

    /** Returns a copy with the tables that it writes. */
    public StageInfo writes(Table... tables) {
        return new StageInfo(name, order, help, key, work, streams, reads, copies, List.of(tables), libraries);
    }

    /** Returns a copy with the additional jars that it may need. */
    public StageInfo mayNeed(Library... needed) {
        return new StageInfo(name, order, help, key, work, streams, reads, copies, writes, Set.of(needed));
    }

    public List<Table> inputs() {
        List<Table> inputs = new ArrayList<>(reads);
        inputs.addAll(copies);
        return inputs;
    }

    @Override
    public String toString() {
        return name;
    }
}
