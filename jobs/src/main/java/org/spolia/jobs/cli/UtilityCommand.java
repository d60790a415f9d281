package org.spolia.jobs.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.spolia.experiment.configuration.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code utility}. */
@Command(
        name = "utility",
        description =
                "Say what each operator of the designs adds, in which field, and to which other field that carries over.")
final class UtilityCommand implements Callable<Integer> {
    @Mixin
    private SessionFlags session = new SessionFlags();

    @Mixin
    private ConfigFlags config = new ConfigFlags();

    @Override
    public Integer call() {
        new StageRunner(session).runOnce(config.load(), List.of(Stage.UTILITY));
        return 0;
    }
}
