package org.spolia.hdf5.layout;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.spolia.hdf5.Hdf5Dataset;
import org.spolia.hdf5.type.ElementType;
import org.spolia.hdf5.type.Slab;

/**
 * A field of The Well: a scalar, vector or tensor at each point of the grid. An axis that it does not vary along is
 * absent from the file and comes out repeated; a field that varies with neither trajectory nor step is the same in
 * every frame.
 */
public final class WellField {
    private final Hdf5Dataset dataset;
    private final List<String> components;
    private final boolean sampleVarying;
    private final boolean timeVarying;
    private final boolean[] dimensionVarying;
    private final int[] grid;
    private float[] stored = {};

    WellField(
            Hdf5Dataset dataset,
            List<String> components,
            boolean sampleVarying,
            boolean timeVarying,
            boolean[] dimensionVarying,
            int[] grid) {
        this.dataset = dataset;
        this.components = List.copyOf(components);
        this.sampleVarying = sampleVarying;
        this.timeVarying = timeVarying;
        this.dimensionVarying = dimensionVarying;
        this.grid = grid;
    }

    public String name() {
        return dataset.name();
    }

    /**
     * The name alone for a scalar; with a dimension behind it for each component of a vector, with two for those of a
     * tensor.
     */
    public List<String> components() {
        return components;
    }

    public boolean sampleVarying() {
        return sampleVarying;
    }

    public boolean timeVarying() {
        return timeVarying;
    }

    /** For each dimension whether the field varies along it. */
    public boolean[] dimensionVarying() {
        return dimensionVarying.clone();
    }

    public Hdf5Dataset dataset() {
        return dataset;
    }

    /** The whole grid in one frame: for each component its values, in row-major order. */
    public float[][] frame(int trajectory, int step) {
        return tile(trajectory, step, Tile.whole(grid));
    }

    /**
     * A part of the grid in one frame: for each component its values, in row-major order. Doubles are rounded, since
     * fields are single precision by definition.
     */
    public float[][] tile(int trajectory, int step, Tile tile) {
        return tile(trajectory, step, tile, new float[components.size()][tile.values()]);
    }

    /** The same, into arrays of just as many values: new memory for each frame takes longer than reading it. */
    public float[][] tile(int trajectory, int step, Tile tile, float[][] into) {
        Slab slab = slab(trajectory, step, tile);
        if (into.length == 1 && slab.elements() == tile.values()) {
            read(slab, into[0]);
            return into;
        }
        if (stored.length < slab.elements()) {
            stored = new float[slab.elements()];
        }
        read(slab, stored);
        spread(stored, tile.shape(), into);
        return into;
    }

    private void read(Slab slab, float[] into) {
        if (dataset.type().kind() == ElementType.Kind.REAL && dataset.type().bytes() == Double.BYTES) {
            double[] values = dataset.doubles(slab);
            for (int i = 0; i < values.length; i++) {
                into[i] = (float) values[i];
            }
            return;
        }
        dataset.floats(slab, into);
    }

    /** Where a frame starts in the file, if it lies there in one piece. */
    public Optional<Long> position(int trajectory, int step) {
        return dataset.position().map(start -> {
            long frames = sampleVarying ? trajectory : 0;
            frames = timeVarying ? frames * dataset.shape()[sampleVarying ? 1 : 0] + step : frames;
            return start + frames * frameBytes();
        });
    }

    /** The bytes of the elements of a frame, absent axes not counted. */
    public long frameBytes() {
        long product = (long) components.size() * dataset.type().bytes();
        for (int axis = 0; axis < grid.length; axis++) {
            product *= dimensionVarying[axis] ? grid[axis] : 1;
        }
        return product;
    }

    long chunkTrajectories() {
        return sampleVarying ? dataset.chunk().map(chunk -> (long) chunk[0]).orElse(1L) : 1;
    }

    long chunkSteps() {
        int axis = sampleVarying ? 1 : 0;
        return timeVarying ? dataset.chunk().map(chunk -> (long) chunk[axis]).orElse(1L) : 1;
    }

    private Slab slab(int trajectory, int step, Tile tile) {
        int axes = dataset.shape().length;
        long[] offset = new long[axes];
        int[] shape = new int[axes];
        int axis = 0;
        if (sampleVarying) {
            offset[axis] = trajectory;
            shape[axis++] = 1;
        }
        if (timeVarying) {
            offset[axis] = step;
            shape[axis++] = 1;
        }
        for (int dimension = 0; dimension < grid.length; dimension++) {
            if (dimensionVarying[dimension]) {
                offset[axis] = tile.origin()[dimension];
                shape[axis++] = tile.shape()[dimension];
            }
        }
        for (; axis < axes; axis++) {
            shape[axis] = grid.length;
        }
        return Slab.of(offset, shape);
    }

    /** Takes the components apart, and repeats what is stored once along the axes that are absent. */
    private void spread(float[] stored, int[] shape, float[][] values) {
        int count = values.length;
        int[] steps = new int[shape.length];
        int step = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            steps[axis] = dimensionVarying[axis] ? step : 0;
            step *= dimensionVarying[axis] ? shape[axis] : 1;
        }
        int[] index = new int[shape.length];
        int from = 0;
        for (int i = 0; i < values[0].length; i++) {
            for (int component = 0; component < count; component++) {
                values[component][i] = stored[from * count + component];
            }
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                from += steps[axis];
                if (++index[axis] < shape[axis]) {
                    break;
                }
                from -= shape[axis] * steps[axis];
                index[axis] = 0;
            }
        }
    }

    @Override
    public String toString() {
        return name() + " " + Arrays.toString(dimensionVarying);
    }
}
