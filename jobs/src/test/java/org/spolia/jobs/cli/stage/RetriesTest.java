package org.spolia.jobs.cli.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spolia.jobs.pipeline.Work;

class RetriesTest {
    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final List<String> MARKS = List.of("trials 1");

    private final Work work = Work.of(listener -> {});
    private Instant now = Instant.EPOCH;
    private final Retries retries = new Retries(INTERVAL, () -> now);

    @Test
    void eachTimeItWaitsTwiceAsLongUntilOnlyOtherInputCanHelp() {
        for (int times = 0; times < Retries.MOST; times++) {
            assertThat(retries.isDue(work, MARKS)).isTrue();
            Duration wait = INTERVAL.multipliedBy(1L << times);
            assertThat(retries.fail(work, MARKS)).contains(wait);
            now = now.plus(wait).minusMillis(1);
            assertThat(retries.isDue(work, MARKS)).isFalse();
            now = now.plusMillis(1);
        }
        assertThat(retries.isDue(work, MARKS)).isTrue();
        assertThat(retries.fail(work, MARKS)).isEmpty();
        now = now.plus(Duration.ofDays(1));
        assertThat(retries.isDue(work, MARKS)).isFalse();

        List<String> changed = List.of("trials 2");
        assertThat(retries.isDue(work, changed)).isTrue();
        assertThat(retries.fail(work, changed)).contains(INTERVAL);
    }

    @Test
    void aSuccessForgetsTheFailures() {
        retries.fail(work, MARKS);
        retries.fail(work, MARKS);
        retries.succeed(work);

        assertThat(retries.isDue(work, MARKS)).isTrue();
        assertThat(retries.fail(work, MARKS)).contains(INTERVAL);
    }

    @Test
    void otherWorkIsNotHeldBack() {
        retries.fail(work, MARKS);

        assertThat(retries.isDue(Work.of(listener -> {}), MARKS)).isTrue();
    }
}
