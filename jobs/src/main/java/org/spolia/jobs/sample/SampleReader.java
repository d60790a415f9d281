package org.spolia.jobs.sample;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.jspecify.annotations.Nullable;
import org.spolia.embedding.Frame;
import org.spolia.embedding.FrameJoiner;
import org.spolia.embedding.WindowCutter;
import org.spolia.experiment.sample.FrameKey;
import org.spolia.experiment.sample.SampleKey;
import org.spolia.jobs.tables.ShardKind;

/**
 * The samples in rows of a table, in order: tiles are joined to frames, and frames to windows. Holds one window of
 * frames at a time.
 */
final class SampleReader implements Iterator<Sample> {
    private final Iterator<InternalRow> rows;
    private final SampleColumns columns;
    private final List<Integer> grid;
    private final WindowCutter windows;
    private final FrameJoiner tiles = new FrameJoiner();
    private final Deque<Sample> ready = new ArrayDeque<>();
    private @Nullable SampleKey frame;
    private @Nullable String problem;

    SampleReader(Iterator<InternalRow> rows, SampleColumns columns, List<Integer> grid, WindowCutter windows) {
        this.rows = rows;
        this.columns = columns;
        this.grid = grid;
        this.windows = windows;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && rows.hasNext()) {
            read(rows.next());
        }
        if (ready.isEmpty()) {
            endRun();
        }
        return !ready.isEmpty();
    }

    @Override
    public Sample next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    private void read(InternalRow row) {
        SampleKey key = SampleColumns.key(row);
        SampleKey before = frame;
        if (before != null && !before.equals(key)) {
            endFrame(before);
            if (!before.subject().equals(key.subject())) {
                endWindows(before);
            }
        }
        frame = key;
        if (columns.kind() == ShardKind.SIMULATIONS) {
            readTile(row);
            return;
        }
        windows.add(SurveyObject.frame(row, columns).onGrid(grid))
                .ifPresent(window -> ready.add(new Sample(key, window)));
        endWindows(key);
        frame = null;
    }

    private void readTile(InternalRow row) {
        float[][] channels = new float[columns.channels().size()][];
        for (int channel = 0; channel < channels.length; channel++) {
            int place = columns.place(channel);
            if (row.isNullAt(place)) {
                problem = "column " + columns.channels().get(channel) + " is NULL";
                return;
            }
            channels[channel] = row.getArray(place).toFloatArray();
        }
        tiles.add(
                row.getArray(SampleColumns.TILE_ORIGIN).toIntArray(),
                row.getArray(columns.shapePlace(0)).toIntArray(),
                channels);
    }

    private void endFrame(SampleKey key) {
        int step = key.step() == null ? 0 : key.step();
        String missing = problem;
        Frame joined = tiles.isEmpty() ? Frame.missing(step, "it has no tile") : tiles.join(step);
        Frame whole = missing == null ? joined : Frame.missing(step, missing);
        problem = null;
        windows.add(whole.onGrid(grid)).ifPresent(window -> ready.add(new Sample(at(key, window.step()), window)));
    }

    private void endWindows(SampleKey key) {
        windows.end().ifPresent(window -> ready.add(new Sample(at(key, window.step()), window)));
    }

    private static SampleKey at(SampleKey key, int step) {
        return key instanceof FrameKey frame ? frame.at(step) : key;
    }

    private void endRun() {
        SampleKey last = frame;
        if (last != null) {
            frame = null;
            endFrame(last);
            endWindows(last);
        }
    }
}
