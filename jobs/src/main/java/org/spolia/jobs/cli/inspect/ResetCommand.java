package org.spolia.jobs.cli.inspect;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.spolia.experiment.ExperimentException;
import org.spolia.jobs.cli.common.ExistingWarehouse;
import org.spolia.jobs.cli.common.SessionFlags;
import org.spolia.jobs.pipeline.Stage;
import org.spolia.jobs.pipeline.Stages;
import org.spolia.jobs.reset.StageReset;
import org.spolia.jobs.right.WarehouseUse;
import org.spolia.jobs.tables.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reset}. */
@Command(
        name = "reset",
        description = {
            "Remove the output of a stage and of every stage that depends on it: tables, checkpoints and attempts, for the whole warehouse.",
            "Without a stage: everything. Lists the output, and removes it with --yes."
        })
public final class ResetCommand implements Callable<Integer> {
    @Mixin
    private SessionFlags session = new SessionFlags();

    @Parameters(
            arity = "0..2",
            paramLabel = "[CONFIG] [STAGE]",
            hideParamSyntax = true,
            description =
                    "the stage, such as shard or search (spolia stages lists them); a configuration is not needed")
    private List<String> names = List.of();

    @Option(names = "--yes", description = "remove")
    private boolean yes;

    @Override
    public Integer call() {
        Optional<Stage> stage = stage();
        Optional<WarehouseUse> use =
                yes ? session.warehouse().local().map(folder -> WarehouseUse.alone(folder, "reset")) : Optional.empty();
        try {
            Warehouse warehouse = ExistingWarehouse.open(session);
            StageReset reset = StageReset.of(warehouse, stage);
            reset.preview().forEach(System.out::println);
            if (!yes) {
                System.out.println("Nothing has been removed; the same command with --yes removes all of this.");
                return 0;
            }
            reset.run();
            System.out.println("removed");
            return 0;
        } finally {
            use.ifPresent(WarehouseUse::close);
        }
    }

    private Optional<Stage> stage() {
        for (String name : names) {
            Optional<Stage> stage = Stages.named(name);
            if (stage.isPresent()) {
                return stage;
            }
            if (!name.endsWith(".yaml") && !name.endsWith(".yml")) {
                throw new ExperimentException("Unknown stage '" + name + "'; stages are "
                        + Stages.all().stream()
                                .map(known -> known.info().name())
                                .collect(Collectors.joining(", ")));
            }
        }
        return Optional.empty();
    }
}
