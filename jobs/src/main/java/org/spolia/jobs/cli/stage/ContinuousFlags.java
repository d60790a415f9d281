package org.spolia.jobs.cli.stage;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.jobs.pipeline.Stage;
import picocli.CommandLine.Option;

/** Whether row stages end when nothing is left, or continue to look for rows. */
final class ContinuousFlags {
    private static final Pattern INTERVAL = Pattern.compile("(\\d{1,6})(s|m|h)");

    @Option(
            names = "--continuous",
            paramLabel = "INTERVAL",
            description = "keep running and look for new rows at this interval, such as 30s or 5m")
    private @Nullable String interval;

    void run(StageRunner runner, ExperimentConfig config, List<Stage> stages) {
        if (interval == null) {
            runner.runOnce(config, stages);
            return;
        }
        runner.runContinuously(config, stages, parse(interval));
    }

    private static Duration parse(String text) {
        Matcher matcher = INTERVAL.matcher(text);
        if (!matcher.matches()) {
            throw new ExperimentException("--continuous '" + text + "': must be a number and s, m or h, such as 30s");
        }
        return Duration.parse("PT" + matcher.group(1) + matcher.group(2));
    }
}
