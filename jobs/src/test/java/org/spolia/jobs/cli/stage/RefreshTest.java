package org.spolia.jobs.cli.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkException;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.experience.WarehousePlans;
import org.spolia.jobs.pipeline.Stage;
import org.spolia.jobs.pipeline.StageRun;
import org.spolia.jobs.pipeline.Work;
import org.spolia.jobs.stage.StageInfo;
import org.spolia.jobs.stages.FakeStage;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

@WithSpark
class RefreshTest {
    private final List<String> lines = new ArrayList<>();
    private boolean broken = true;

    @Test
    void aStageThatFailsIsTriedAgainWhenItsInputHasChanged(SparkSession spark, @TempDir Path folder) throws Exception {
        Warehouse warehouse = TestWarehouse.create(spark, folder.resolve("out"));
        StageRun run = run(warehouse, folder);
        Refresh refresh = new Refresh(new Counting(), new ChangedLines(lines::add));

        assertThat(refresh.isDue(run)).isTrue();
        assertThat(refresh.run(run)).isFalse();
        assertThat(refresh.isDue(run)).isFalse();
        FakeStage.admit(warehouse, 1, 1);
        assertThat(refresh.isDue(run)).isTrue();
        assertThat(refresh.run(run)).isFalse();
        assertThat(refresh.hasSucceeded()).isFalse();
        broken = false;
        FakeStage.admit(warehouse, 1, 2);
        assertThat(refresh.run(run)).isTrue();
        assertThat(refresh.hasSucceeded()).isTrue();
        assertThat(refresh.isDue(run)).isFalse();

        assertThat(lines).hasSize(2).first().asString().startsWith("waits for other input: SparkException: ");
        assertThat(lines).last().isEqualTo("2 trials");
    }

    private static StageRun run(Warehouse warehouse, Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("config.yaml"), """
                name: any
                problems: {files: [%s/configs/problems/mechanics.yaml], include: [mechanics.kepler_third]}
                operator-sets: [{name: small, operators: ["*"]}]
                """.formatted(System.getProperty("spolia.root")));
        ExperimentConfig config = ExperimentConfig.load(file, Map.of());
        return new StageRun(config, warehouse, false, new WarehousePlans(config, () -> warehouse));
    }

    /** Counts trials, or throws the checked exception that Spark throws without declaring it. */
    private final class Counting implements Stage {
        @Override
        public StageInfo info() {
            return StageInfo.once("counting", 1, "Count.").reads(Table.TRIALS);
        }

        @Override
        public boolean hasWork(ExperimentConfig config) {
            return true;
        }

        @Override
        public List<Work> works(StageRun run) {
            return List.of(Work.of(listener -> {
                if (broken) {
                    throw RefreshTest.<RuntimeException>undeclared(new SparkException("A task failed"));
                }
                listener.report(run.warehouse().read(Table.TRIALS).count() + " trials");
            }));
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Exception> E undeclared(Exception failure) throws E {
        throw (E) failure;
    }
}
