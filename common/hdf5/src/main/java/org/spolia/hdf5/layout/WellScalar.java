package org.spolia.hdf5.layout;

import java.util.Arrays;
import org.spolia.hdf5.Hdf5Dataset;
import org.spolia.hdf5.type.Slab;

/** A number that may vary between trajectories and between steps. */
public final class WellScalar {
    private final Hdf5Dataset dataset;
    private final boolean sampleVarying;
    private final boolean timeVarying;

    WellScalar(Hdf5Dataset dataset, boolean sampleVarying, boolean timeVarying) {
        this.dataset = dataset;
        this.sampleVarying = sampleVarying;
        this.timeVarying = timeVarying;
    }

    public String name() {
        return dataset.name();
    }

    public boolean sampleVarying() {
        return sampleVarying;
    }

    public boolean timeVarying() {
        return timeVarying;
    }

    /** Returns its value in a frame. If it varies with neither, it may be stored as a scalar or as an array of one. */
    public double value(int trajectory, int step) {
        int axes = dataset.shape().length;
        long[] offset = new long[axes];
        int[] shape = new int[axes];
        Arrays.fill(shape, 1);
        int axis = 0;
        if (sampleVarying) {
            offset[axis++] = trajectory;
        }
        if (timeVarying) {
            offset[axis] = step;
        }
        return dataset.doubles(Slab.of(offset, shape))[0];
    }
}
