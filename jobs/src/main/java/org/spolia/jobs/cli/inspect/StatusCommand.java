package org.spolia.jobs.cli.inspect;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.row.Experiment;
import org.spolia.jobs.cli.common.OptionalConfigFlags;
import org.spolia.jobs.cli.common.SessionFlags;
import org.spolia.jobs.experience.WarehousePlans;
import org.spolia.jobs.pipeline.Stage;
import org.spolia.jobs.pipeline.Stages;
import org.spolia.jobs.right.Holder;
import org.spolia.jobs.right.Rights;
import org.spolia.jobs.right.WarehouseUse;
import org.spolia.jobs.stage.StageStatus;
import org.spolia.jobs.stage.StatusQuery;
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
        Optional<Path> local = session.warehouse().local();
        List<Holder> users = local.map(WarehouseUse::ofWarehouse).orElse(List.of());
        List<Holder> holders = local.map(Rights::ofWarehouse).orElse(List.of());
        System.out.println(session.warehouse() + (users.isEmpty() ? ", nothing runs" : ", in use by " + words(users)));
        holders.forEach(holder -> System.out.printf(Locale.ROOT, "%-7s %s%n", holder.task(), holder.description()));
        System.out.printf(
                Locale.ROOT, "%-7s %9s %9s %9s %9s %9s%n", "stage", "done", "running", "failed", "left", "total");
        // Work that a dead process started was killed, and is left to do.
        Predicate<String> runs =
                stage -> local.isEmpty() || holders.stream().map(Holder::task).anyMatch(stage::equals);
        StatusQuery question = new StatusQuery(
                new RememberedRows(tables), configured, () -> experimentId(configured, tables), tables::warehouse);
        for (Stage stage : Stages.all()) {
            stage.status(question)
                    .ifPresent(status -> print(status, runs.test(stage.info().name())));
        }
        return 0;
    }

    private static String words(List<Holder> users) {
        return users.stream().map(Holder::toString).distinct().collect(Collectors.joining(", "));
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
