package org.spolia.experiment.sample;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The key of a sample: the first of its rows in a table. Its parts are columns of tables, NULL if a kind does not have
 * them.
 */
public sealed interface SampleKey extends Serializable permits FrameKey, ObjectKey {
    /** By file, then in the order of the file. */
    Comparator<SampleKey> ORDER = Comparator.comparing(SampleKey::file)
            .thenComparingLong(key -> orFirst(key.trajectory()))
            .thenComparingLong(key -> orFirst(key.step()))
            .thenComparingLong(key -> orFirst(key.row()));

    /**
     * Creates the key from columns.
     *
     * @param trajectory null for objects of a survey
     * @param step null for the first step of the trajectory
     * @param row null for simulations
     */
    static SampleKey of(
            String file,
            @Nullable String split,
            @Nullable Integer trajectory,
            @Nullable Integer step,
            @Nullable Long row,
            @Nullable String objectId) {
        return trajectory == null
                ? new ObjectKey(file, Objects.requireNonNull(row, "an object has a row"), objectId)
                : new FrameKey(file, split, trajectory, step == null ? 0 : step);
    }

    private static long orFirst(@Nullable Number number) {
        return number == null ? -1 : number.longValue();
    }

    /** The file in the data set. */
    String file();

    default @Nullable String split() {
        return null;
    }

    default @Nullable Integer trajectory() {
        return null;
    }

    default @Nullable Integer step() {
        return null;
    }

    default @Nullable Long row() {
        return null;
    }

    default @Nullable String objectId() {
        return null;
    }

    /** The trajectory or object, which has one target. */
    String subject();

    /** The sample in words, for messages. */
    String inWords();
}
