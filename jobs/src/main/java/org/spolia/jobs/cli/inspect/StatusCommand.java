package org.spolia.jobs.cli.inspect;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.row.Experiment;
import org.spolia.jobs.cli.common.OptionalConfigFlags;
import org.spolia.jobs.cli.common.SessionFlags;
import org.spolia.jobs.experience.WarehousePlans;
import org.spolia.jobs.pipeline.Stage;
import org.spolia.jobs.pipeline.Stages;
import org.spolia.jobs.stage.StageStatus;
import org.spolia.jobs.stage.StatusQuery;
import org.spolia.jobs.tables.WarehouseLock;
import org.spolia.jobs.tables.stored.RememberedRows;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code status}: needs no lock, so it also works while another process uses the warehouse. Spark starts only if the
 * configuration names something that Spark alone can list, or if the warehouse is large or not local.
 */
@Command(
        name = "status",
        description =
                "Print how many trials, files, trajectories or matches of each stage are done, running, failed and left.")
public final class StatusCommand implements Callable<Integer> {
    @Mixin
    private SessionFlags session = new SessionFlags();

    @Mixin
    private OptionalConfigFlags config = new OptionalConfigFlags();

    @Override
    public Integer call() {
        Optional<ExperimentConfig> configured = config.load();
        ExistingTables tables = ExistingTables.find(session);
        tables.requireCurrent();
        Optional<WarehouseLock.Holder> holder = session.warehouse().local().flatMap(WarehouseLock::holder);
        System.out.println(session.warehouse()
                + holder.map(process -> ", in use by " + process).orElse(", nothing runs"));
        System.out.printf(
                Locale.ROOT, "%-7s %9s %9s %9s %9s %9s%n", "stage", "done", "running", "failed", "left", "total");
        // Work that a dead process started was killed, and is left to do.
        boolean alive = holder.isPresent() || session.warehouse().local().isEmpty();
        StatusQuery question = new StatusQuery(
                new RememberedRows(tables), configured, () -> experimentId(configured, tables), tables::warehouse);
        for (Stage stage : Stages.all()) {
            stage.status(question).ifPresent(status -> print(status, alive));
        }
        return 0;
    }

    /** The id of an experiment. An experiment has no id and no plan until the rows that it depends on exist. */
    private static Optional<String> experimentId(Optional<ExperimentConfig> configured, ExistingTables tables) {
        return configured
                .filter(ExperimentConfig::hasTrials)
                .map(asked -> new WarehousePlans(asked, tables::warehouse)
                        .knownExperiment()
                        .map(Experiment::experimentId)
                        .orElse(""));
    }

    private static void print(StageStatus status, boolean alive) {
        long running = alive ? status.started() : 0;
        System.out.printf(
                Locale.ROOT,
                "%-7s %9d %9d %9d %9d %9d%n",
                status.stage(),
                status.done(),
                running,
                status.failed(),
                status.left() + status.started() - running,
                status.total());
    }
}
