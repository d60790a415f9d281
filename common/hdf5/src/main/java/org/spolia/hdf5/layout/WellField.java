package org.spolia.hdf5.layout;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.spolia.hdf5.Hdf5Dataset;
import org.spolia.hdf5.type.ElementType;
import org.spolia.hdf5.type.Slab;

/**
 * A field of The Well: a scalar, vector or tensor at each point of the grid. An axis that it does not vary along is
 * absent from the file, and its values are repeated. A field that varies with neither trajectory nor step is the same
 * in every frame.
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
     * The name for a scalar; for a vector the name with a dimension for each component, for a tensor with two
     * dimensions.
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

    /** Returns for each dimension whether the field varies along it. */
    public boolean[] dimensionVarying() {
        return dimensionVarying.clone();
    }

    public Hdf5Dataset dataset() {
        return dataset;
    }

    /** Returns the whole grid in one frame: the values of each component, in row-major order. */
    public float[][] frame(int trajectory, int step) {
        return tile(trajectory, step, Tile.whole(grid));
    }

    /**
     * Returns a part of the grid in one frame: the values of each component, in row-major order. Doubles are rounded,
     * because fields are single precision by definition.
     */
    public float[][] tile(int trajectory, int step, Tile tile) {
        return tile(trajectory, step, tile, new float[components.size()][tile.values()]);
    }

    /**
     * The same, into arrays of exactly that size. Allocating memory for each frame would take longer than reading it.
     */
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

    /** The position of a frame in the file, if it is contiguous there. */
    public Optional<Long> position(int trajectory, int step) {
        return dataset.position().map(start -> {
            long frames = sampleVarying ? trajectory : 0;
            frames = timeVarying ? frames * dataset.shape()[sampleVarying ? 1 : 0] + step : frames;
            return start + frames * frameBytes();
        });
    }

    /** The size of the elements of a frame in bytes, without absent axes. */
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

    /** Separates the components, and repeats along absent axes what is stored once. */
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
