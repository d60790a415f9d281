package org.spolia.jobs.cli.stage;

import java.time.Duration;
import org.apache.spark.sql.streaming.StreamingQueryListener;
import org.apache.spark.sql.streaming.StreamingQueryProgress;

/** Forwards Spark's stream events to a {@link BatchLog}. The names of streams begin with the name of their stage. */
final class BatchListener extends StreamingQueryListener {
    private final BatchLog log;

    BatchListener(BatchLog log) {
        this.log = log;
    }

    @Override
    public void onQueryStarted(QueryStartedEvent event) {}

    @Override
    public void onQueryProgress(QueryProgressEvent event) {
        StreamingQueryProgress progress = event.progress();
        log.batch(
                stage(progress.name()),
                progress.batchId(),
                progress.numInputRows(),
                Duration.ofMillis(progress.batchDuration()));
    }

    @Override
    public void onQueryIdle(QueryIdleEvent event) {
        log.idle();
    }

    @Override
    public void onQueryTerminated(QueryTerminatedEvent event) {}

    static String stage(String query) {
        return query.replaceFirst("-.*", "");
    }
}
