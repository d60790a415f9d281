package org.spolia.jobs.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.stage.ProgressListener;
import org.spolia.jobs.stage.StageFailure;
import org.spolia.jobs.stage.Subject;
import org.spolia.jobs.stages.FakeStage;
import org.spolia.jobs.tables.Relation;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.jobs.trial.SearchDefinition;

/** The order in which batches of one trial begin and end. */
@WithSpark
class AheadTest {
    private final List<String> events = new ArrayList<>();
    private Warehouse warehouse;
    private long failing;
    private long lonely;

    @BeforeEach
    void create(SparkSession spark, @TempDir Path folder) {
        warehouse = TestWarehouse.create(spark, folder);
    }

    @Test
    void eachBatchBeginsBeforeTheOneInFrontOfItEnds() {
        FakeStage.admit(warehouse, 1, 1, 2, 3);

        assertThat(run()).isTrue();
        assertThat(events).containsExactly("begin 1", "begin 2", "end 1", "begin 3", "end 2", "end 3");
        assertThat(warehouse.state(Table.CANDIDATES).version()).isEqualTo(3);
    }

    @Test
    void laterFilesBeginInTheOrderOfTheirCommits() {
        FakeStage.admit(warehouse, 1, 1);
        run();
        FakeStage.admitTogether(warehouse, 4, 3, 2);
        FakeStage.admit(warehouse, 1, 5);
        events.clear();

        run();
        assertThat(events)
                .containsExactly(
                        "begin 4 again", "begin 3 again", "end 4", "begin 2", "end 3", "begin 5", "end 2", "end 5");
    }

    @Test
    void aFailureEndsWhatHasBegunAndTheNextRunBeginsItAgain() {
        FakeStage.admit(warehouse, 1, 1, 2, 3);
        failing = 2;
        assertThatThrownBy(this::run).isInstanceOf(StageFailure.class);
        assertThat(events).containsExactly("begin 1", "begin 2", "end 1", "begin 3", "end 2", "close 2", "close 3");
        events.clear();
        failing = 0;

        run();
        assertThat(events).containsExactly("begin 2 again", "begin 3 again", "end 2", "end 3");
    }

    @Test
    void aBatchThatNeedsAllSlotsMakesTheNextOneBeginAgain() {
        FakeStage.admit(warehouse, 1, 1, 2, 3);
        lonely = 1;

        run();
        assertThat(events)
                .containsExactly(
                        "begin 1", "begin 2", "close 2", "end 1", "begin 2 again", "begin 3", "end 2", "end 3");
        assertThat(warehouse.state(Table.CANDIDATES).version()).isEqualTo(3);
    }

    @Test
    void aWrongGuessWaitsForItsBatch() {
        FakeStage.admit(warehouse, 1, 1, 2, 3);
        Map<Long, Dataset<Row>> bySeed = new TreeMap<>();
        for (String file : warehouse.read(Table.TRIALS).inputFiles()) {
            Dataset<Row> rows = warehouse.spark().read().parquet(file);
            bySeed.put(seed(rows), rows);
        }
        Ahead ahead = new Ahead(work(), warehouse.streamedFiles(Table.TRIALS, Optional.empty()));

        for (long seed : List.of(2L, 1L, 3L)) {
            ahead.compute(Objects.requireNonNull(bySeed.get(seed)), batch(0)).close();
        }
        ahead.close();
        assertThat(events).containsExactly("begin 2", "begin 3", "end 2", "begin 1", "end 1", "end 3");
    }

    private Batch batch(long number) {
        return new Batch(
                warehouse,
                SearchDefinition.INFO,
                Subject.TRIAL,
                number,
                false,
                new StageProgress(warehouse, SearchDefinition.INFO, ProgressListener.SILENT));
    }

    private boolean run() {
        return new RowStage(SearchDefinition.INFO, new TableInput(Table.TRIALS), List.of(Table.CANDIDATES), "", work())
                .runOnce(warehouse, ProgressListener.SILENT);
    }

    private static long seed(Dataset<Row> rows) {
        return rows.select("seed").first().getLong(0);
    }

    private AheadWork work() {
        return (rows, batch) -> {
            long seed = seed(rows);
            events.add("begin " + seed + (batch.repeated() ? " again" : ""));
            return new BegunBatch() {
                @Override
                public BatchOutput await(Runnable makeRoom) {
                    if (seed == lonely) {
                        makeRoom.run();
                    }
                    events.add("end " + seed);
                    if (seed == failing) {
                        throw new IllegalStateException("Seed " + seed + " fails");
                    }
                    return new NoRows();
                }

                @Override
                public void close() {
                    events.add("close " + seed);
                }
            };
        };
    }

    private final class NoRows implements BatchOutput {
        @Override
        public Dataset<Row> rows(Relation output) {
            return warehouse.rows(Table.CANDIDATES, List.of());
        }

        @Override
        public void close() {}
    }
}
