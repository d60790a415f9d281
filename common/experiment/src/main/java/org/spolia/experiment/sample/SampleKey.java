package org.spolia.experiment.sample;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which rows of a table a sample is made of: the first of them. Its parts are columns of tables, NULL where a kind has none. */
public sealed interface SampleKey extends Serializable permits FrameKey, ObjectKey {
    /** By file, then in the order of the file. */
    Comparator<SampleKey> ORDER = Comparator.comparing(SampleKey::file)
            .thenComparingLong(key -> orFirst(key.trajectory()))
            .thenComparingLong(key -> orFirst(key.step()))
            .thenComparingLong(key -> orFirst(key.row()));

    /**
     * The key that columns hold.
     *
     * @param trajectory null for objects of a survey
     * @param step null for the first one of the trajectory
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

    /** In the data set. */
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

    /** The trajectory or the object, which has one target. */
    String subject();

    /** The sample itself. */
    String inWords();
}
