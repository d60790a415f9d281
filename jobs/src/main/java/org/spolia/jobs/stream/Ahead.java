package org.spolia.jobs.stream;

import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.spolia.jobs.tables.StreamedFiles;

/**
 * Computes batches, each a file of a table. The next file begins as soon as the tasks of the present one are on their
 * way, so slots work while the driver commits.
 *
 * <p>The batches are those of the stream, and so are their commits: a file that begins early is a guess about the next
 * batch. A wrong guess waits for its batch.
 */
final class Ahead implements BatchWork, AutoCloseable {
    private static final long NONE = -1;

    private final AheadWork work;
    private final StreamedFiles files;
    private @Nullable String name;
    private @Nullable BegunBatch begun;
    private long givenUp = NONE;

    Ahead(AheadWork work, StreamedFiles files) {
        this.work = work;
        this.files = files;
    }

    @Override
    public BatchOutput compute(Dataset<Row> rows, Batch batch) {
        Optional<String> file = StreamedFiles.name(rows);
        file.ifPresent(files::goPast);
        BegunBatch present = file.flatMap(this::take)
                .orElseGet(() -> work.begin(rows, batch.number() == givenUp ? batch.again() : batch));
        try {
            if (begun == null) {
                beginNext(batch);
            }
            return present.await(() -> giveUpNext(batch));
        } catch (Throwable e) {
            present.close();
            throw e;
        }
    }

    private Optional<BegunBatch> take(String file) {
        if (!file.equals(name)) {
            return Optional.empty();
        }
        Optional<BegunBatch> taken = Optional.ofNullable(begun);
        name = null;
        begun = null;
        return taken;
    }

    private void beginNext(Batch batch) {
        if (files.next().isPresent()) {
            begun = work.begin(files.rows(), batch.next());
            name = files.next().get();
        }
    }

    private void giveUpNext(Batch batch) {
        if (begun != null) {
            begun.close();
            givenUp = batch.number() + 1;
        }
        name = null;
        begun = null;
    }

    @Override
    public void finish(Batch batch, String application) {
        work.finish(batch, application);
    }

    /** Gives up what has begun early, when the stream ends with an error. */
    @Override
    public void close() {
        if (begun != null) {
            begun.close();
        }
    }
}
