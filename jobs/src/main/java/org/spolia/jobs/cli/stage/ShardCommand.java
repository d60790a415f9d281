package org.spolia.jobs.cli.stage;

import org.spolia.experiment.configuration.Stage;
import org.spolia.jobs.cli.common.SessionFlags;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code shard}. */
@Command(
        name = "shard",
        description = "Make tables of HDF5 files that are not in them yet: simulations.NAME and surveys.NAME.")
public final class ShardCommand extends RowStageCommand {
    @Mixin
    private DamageFlags damage = new DamageFlags();

    ShardCommand() {
        super(Stage.SHARD);
    }

    @Override
    StageRunner runner(SessionFlags flags) {
        return new StageRunner(flags, damage.strict());
    }
}
