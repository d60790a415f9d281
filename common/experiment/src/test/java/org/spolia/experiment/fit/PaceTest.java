package org.spolia.experiment.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private Instant now = Instant.EPOCH;

    @Test
    void aLongTaskTakesATwentiethOfTheTime() {
        Duration cost = Duration.ofMillis(90);
        assertThat(runs(cost) * cost.toMillis()).isBetween(49_000L, 50_000L + cost.toMillis());
    }

    @Test
    void aShortTaskRunsOncePerInterval() {
        assertThat(runs(Duration.ofMillis(1))).isBetween(1990L, 2000L);
    }

    /** Counts the runs of a task in a thousand seconds. */
    private long runs(Duration cost) {
        Pace pace = new Pace(() -> now, INTERVAL);
        long runs = 0;
        while (now.isBefore(Instant.EPOCH.plusSeconds(1000))) {
            if (pace.isDue()) {
                pace.run(() -> now = now.plus(cost));
                runs++;
            }
            now = now.plusMillis(1);
        }
        return runs;
    }
}
