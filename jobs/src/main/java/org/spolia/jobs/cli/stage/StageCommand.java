package org.spolia.jobs.cli.stage;

import java.util.List;
import java.util.concurrent.Callable;
import org.spolia.jobs.cli.common.ConfigFlags;
import org.spolia.jobs.cli.common.SessionFlags;
import org.spolia.jobs.pipeline.Stage;
import org.spolia.jobs.pipeline.Stages;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/** A command that runs one stage of an experiment, to its end or, for row stages, until it is stopped. */
@Command
public final class StageCommand implements Callable<Integer> {
    private final Stage stage;
    private final ContinuousFlags continuous = new ContinuousFlags();
    private final DamageFlags damage = new DamageFlags();

    @Mixin
    private SessionFlags session = new SessionFlags();

    @Mixin
    private ConfigFlags config = new ConfigFlags();

    private StageCommand(Stage stage) {
        this.stage = stage;
    }

    /** Adds a command for each stage. */
    public static void addTo(CommandLine parent) {
        Stages.all().forEach(stage -> parent.addSubcommand(stage.info().name(), new StageCommand(stage).spec()));
    }

    private CommandSpec spec() {
        CommandSpec spec =
                CommandSpec.forAnnotatedObject(this).name(stage.info().name());
        spec.usageMessage().description(stage.info().help());
        if (stage.info().streams()) {
            spec.addMixin("continuous", CommandSpec.forAnnotatedObject(continuous));
        }
        if (stage.examinesFiles()) {
            spec.addMixin("damage", CommandSpec.forAnnotatedObject(damage));
        }
        return spec;
    }

    @Override
    public Integer call() {
        continuous.run(new StageRunner(session, damage.strict()), config.load(), List.of(stage));
        return 0;
    }
}
