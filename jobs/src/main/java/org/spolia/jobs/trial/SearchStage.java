package org.spolia.jobs.trial;

import java.util.List;
import org.spolia.experiment.configuration.search.SearchSpread;
import org.spolia.jobs.stream.RowStage;
import org.spolia.jobs.stream.TableInput;
import org.spolia.jobs.tables.Table;

/** {@code search}: runs every admitted trial of the warehouse once, on its training rows. */
public final class SearchStage {
    private SearchStage() {}

    /** Each trial is a task. */
    public static RowStage create() {
        return create(SearchSpread.TRIALS);
    }

    public static RowStage create(SearchSpread spread) {
        return new RowStage(
                SearchDefinition.INFO,
                new TableInput(Table.TRIALS),
                List.of(Table.CANDIDATES),
                "",
                spread == SearchSpread.TRIALS ? new SearchBatch() : new SpreadBatch());
    }
}
