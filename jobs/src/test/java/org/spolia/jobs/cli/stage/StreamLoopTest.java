package org.spolia.jobs.cli.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.experience.WarehousePlans;
import org.spolia.jobs.pipeline.RowWork;
import org.spolia.jobs.pipeline.Stage;
import org.spolia.jobs.pipeline.StageRun;
import org.spolia.jobs.pipeline.Work;
import org.spolia.jobs.stage.StageInfo;
import org.spolia.jobs.stages.FakeStage;
import org.spolia.jobs.stream.Batch;
import org.spolia.jobs.stream.BatchOutput;
import org.spolia.jobs.stream.RowStage;
import org.spolia.jobs.stream.TableInput;
import org.spolia.jobs.tables.Relation;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.jobs.trial.SearchDefinition;

@WithSpark
class StreamLoopTest {
    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private final List<String> lines = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private int failures;
    private Warehouse warehouse;
    private StreamLoop loop;

    @BeforeEach
    void create(SparkSession spark, @TempDir Path folder) throws IOException {
        warehouse = TestWarehouse.create(spark, folder.resolve("out"));
        FakeStage.admit(warehouse, 1, 1);
        Path file = Files.writeString(folder.resolve("config.yaml"), """
                name: any
                problems: {files: [%s/configs/problems/mechanics.yaml], include: [mechanics.kepler_third]}
                operator-sets: [{name: small, operators: ["*"]}]
                """.formatted(System.getProperty("spolia.root")));
        ExperimentConfig config = ExperimentConfig.load(file, Map.of());
        StageRun run = new StageRun(config, warehouse, false, new WarehousePlans(config, () -> warehouse));
        loop = new StreamLoop(
                new Reading(), List.of(), run, new ChangedLines(lines::add), new Retries(INTERVAL, () -> now));
    }

    @Test
    void aBatchThatFailsOnceIsTriedAgainAfterTheInterval() {
        failures = 1;

        assertThat(loop.work()).isFalse();
        assertThat(loop.work()).isFalse();
        assertThat(failures).isZero();
        now = now.plus(INTERVAL);
        assertThat(loop.work()).isTrue();
        assertThat(loop.isIdle()).isTrue();
        assertThat(lines).hasSize(2).first().asString().startsWith("tries again in 30 s: ");
        assertThat(lines.get(0)).contains("The disk does not answer");
        assertThat(lines.get(1)).isEqualTo("worked");
    }

    /** Reads trials and writes nothing. */
    private final class Reading implements Stage {
        @Override
        public StageInfo info() {
            return SearchDefinition.INFO;
        }

        @Override
        public boolean hasWork(ExperimentConfig config) {
            return true;
        }

        @Override
        public List<Work> works(StageRun run) {
            RowStage rows = new RowStage(
                    info(), new TableInput(Table.TRIALS), List.of(Table.CANDIDATES), "", StreamLoopTest.this::read);
            return List.of(
                    RowWork.of(run.warehouse(), List.of(rows), "nothing to do").reporting(() -> "worked"));
        }
    }

    private BatchOutput read(Dataset<Row> rows, Batch batch) {
        if (failures > 0) {
            failures--;
            throw new UncheckedIOException(new IOException("The disk does not answer"));
        }
        return new BatchOutput() {
            @Override
            public Dataset<Row> rows(Relation output) {
                return warehouse.rows(Table.CANDIDATES, List.of());
            }

            @Override
            public void close() {}
        };
    }
}
