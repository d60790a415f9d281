package org.spolia.jobs.stage;

import org.jspecify.annotations.Nullable;

/** What the work items of a row stage are. */
public enum Subject {
    TRIAL("trial_id"),
    DATASET("dataset_id"),
    FILE("file");

    private final String column;

    Subject(String column) {
        this.column = column;
    }

    /** The column of the table attempts that holds the id of the item. */
    public String column() {
        return column;
    }

    @Nullable
    public String trialId(String id) {
        return this == TRIAL ? id : null;
    }

    @Nullable
    public String datasetId(String id) {
        return this == DATASET ? id : null;
    }

    @Nullable
    public String file(String id) {
        return this == FILE ? id : null;
    }
}
