package org.spolia.jobs.tables;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The kinds of tables whose columns come from files. Each kind is a database of the catalog and a folder of the
 * warehouse.
 */
public enum ShardKind {
    SIMULATIONS(
            List.of("file", "trajectory", "step", "tile"),
            Set.of("file", "split", "trajectory", "step", "time", "tile"),
            "1",
            "Simulations on a grid: a row for each file, trajectory, step and tile of the grid, sorted so in each file of the table"),
    SURVEYS(
            List.of("file", "row"),
            Set.of("file", "row", "healpix", "healpix29", "object_id", "ra", "dec"),
            "1",
            "Objects of a survey of the sky, a row each, by healpix29 in each file of the table");

    private static final String PARAMETER = "parameter_";

    @SuppressWarnings("Immutable") // Made by List.of.
    private final List<String> key;

    @SuppressWarnings("Immutable") // Made by Set.of.
    private final Set<String> skippable;

    private final String schemaVersion;
    private final String comment;

    ShardKind(List<String> key, Set<String> skippable, String schemaVersion, String comment) {
        this.key = key;
        this.skippable = skippable;
        this.schemaVersion = schemaVersion;
        this.comment = comment;
    }

    List<String> key() {
        return key;
    }

    boolean isKeyOrParameter(String column) {
        return skippable.contains(column) || (this == SIMULATIONS && column.startsWith(PARAMETER));
    }

    String schemaVersion() {
        return schemaVersion;
    }

    String comment() {
        return comment;
    }

    /** The name of the database and of the folder. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
