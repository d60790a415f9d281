package org.spolia.jobs.source.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.spolia.hdf5.layout.Tile;
import org.spolia.hdf5.layout.WellField;
import org.spolia.hdf5.layout.WellFile;
import org.spolia.statistics.PooledMoments;

/** Computes the moments of a field, in the order of trajectories, parts of the grid and steps. */
final class FieldReading {
    /**
     * The limit of values of a component in a step. Two steps are held at once: a frame of 2048², or a part of a larger
     * one.
     */
    private static final int MOST_VALUES = 1 << 22;

    private final WellField field;
    private final PooledMoments[] values;
    private final PooledMoments[] changes;

    private FieldReading(WellField field) {
        this.field = field;
        this.values = new PooledMoments[field.components().size()];
        this.changes = new PooledMoments[values.length];
        Arrays.fill(values, PooledMoments.NONE);
        Arrays.fill(changes, PooledMoments.NONE);
    }

    /** Returns the facts of each component. */
    static List<FieldFacts> of(WellField field, WellFile well, Selection selection) {
        FieldReading reading = new FieldReading(field);
        List<Tile> tiles = Tile.cover(stored(field, well.grid()), MOST_VALUES);
        int trajectories = field.sampleVarying() ? well.trajectories() : 1;
        for (int trajectory = 0; trajectory < trajectories; trajectory++) {
            for (Tile tile : tiles) {
                reading.read(trajectory, tile, well.steps(), selection);
            }
        }
        return reading.facts();
    }

    /** The grid without the axes along which the field is constant. */
    private static int[] stored(WellField field, int[] grid) {
        int[] shape = grid.clone();
        for (int axis = 0; axis < shape.length; axis++) {
            shape[axis] = field.dimensionVarying()[axis] ? shape[axis] : 1;
        }
        return shape;
    }

    private void read(int trajectory, Tile tile, int steps, Selection selection) {
        float[][] before = new float[values.length][tile.values()];
        float[][] now = new float[values.length][tile.values()];
        boolean first = true;
        for (int step = 0; step < steps; step++) {
            if (!selection.hasStep(step)) {
                continue;
            }
            field.tile(trajectory, step, tile, now);
            for (int i = 0; i < values.length; i++) {
                values[i] = values[i].with(PooledMoments.of(now[i]));
                if (!first) {
                    changes[i] = changes[i].with(PooledMoments.ofChanges(before[i], now[i]));
                }
            }
            if (!field.timeVarying()) {
                return;
            }
            first = false;
            float[][] last = before;
            before = now;
            now = last;
        }
    }

    private List<FieldFacts> facts() {
        List<FieldFacts> facts = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            facts.add(new FieldFacts(field.name(), field.components().get(i), values[i], changes[i]));
        }
        return facts;
    }
}
