package org.spolia.jobs.cli.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BatchLogTest {
    private Instant now = Instant.EPOCH;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final BatchLog log = new BatchLog(new PrintStream(printed, true, StandardCharsets.UTF_8), () -> now);

    @Test
    void printsALineForEachBatchASignOfLifeAndASummary() {
        log.start("search", Duration.ofSeconds(30));
        log.start("score", Duration.ofSeconds(30));
        log.batch("search", 0, 5, Duration.ofMillis(1260));
        pass(59);
        log.idle();
        pass(1);
        log.idle();
        log.idle();
        pass(61);
        log.batch("score", 1, 0, Duration.ZERO);
        log.batch("search", 1, 2, Duration.ofMillis(40));
        pass(3600);
        log.summary();

        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "search  looking for new rows every 30s; Ctrl-C ends",
                        "score   looking for new rows every 30s; Ctrl-C ends",
                        "search  batch 0: 5 rows in 1.3 s · 5 rows so far",
                        "waiting: no new rows for 1m0s",
                        "waiting: no new rows for 2m1s",
                        "search  batch 1: 2 rows in 0.0 s · 7 rows so far",
                        "stopped after 1h2m: search 7 rows in 2 batches, score 0 rows in 0 batches;"
                                + " the same command continues from here");
    }

    private void pass(long seconds) {
        now = now.plusSeconds(seconds);
    }
}
