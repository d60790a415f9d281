package org.spolia.jobs.stages;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.spolia.jobs.tables.Table;

/** What the tasks of a row stage are about, by its input table. */
enum Subject {
    TRIAL,
    DATASET;

    static Subject of(Table input) {
        return input == Table.OBSERVATIONS ? DATASET : TRIAL;
    }

    /** The column of the table attempts that names it. */
    String column() {
        return name().toLowerCase(Locale.ROOT) + "_id";
    }

    @Nullable
    String trialId(String id) {
        return this == TRIAL ? id : null;
    }

    @Nullable
    String datasetId(String id) {
        return this == DATASET ? id : null;
    }
}
