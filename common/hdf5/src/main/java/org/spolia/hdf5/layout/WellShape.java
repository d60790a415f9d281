package org.spolia.hdf5.layout;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spolia.hdf5.Hdf5Dataset;
import org.spolia.hdf5.Hdf5File;
import org.spolia.hdf5.Hdf5Group;
import org.spolia.hdf5.Hdf5Value;
import org.spolia.hdf5.type.Hdf5Exception;

/**
 * The sizes of a file of The Well.
 *
 * @param dimensions the names of the axes of the grid
 * @param grid the lengths of the axes
 * @param trajectories the number of trajectories in the file
 * @param steps the steps of each trajectory
 * @param time the dataset of the times, if there is one
 */
@SuppressWarnings("ArrayRecordComponent")
record WellShape(List<String> dimensions, int[] grid, int trajectories, int steps, Optional<Hdf5Dataset> time) {
    /** Frames are planned one by one, and the times of a trajectory are held in memory. */
    private static final int MOST_FRAMES = 1 << 24;

    /** A cube of 4096 on each side. */
    private static final long MOST_POINTS = 1L << 36;

    static WellShape read(Hdf5File file) {
        if (!file.root().hasGroup("dimensions")) {
            throw new Hdf5Exception(file.name(), "", "has no group 'dimensions', which every file of The Well has");
        }
        Hdf5Group group = file.group("dimensions");
        List<String> dimensions = WellAttributes.texts(group.attributes(), "spatial_dims");
        if (dimensions.isEmpty()) {
            dimensions = group.datasets().stream()
                    .filter(name -> !name.equals("time"))
                    .toList();
        }
        int[] grid = new int[dimensions.size()];
        for (int i = 0; i < grid.length; i++) {
            Hdf5Dataset coordinates = group.dataset(dimensions.get(i));
            grid[i] = last(file, coordinates);
        }
        requirePoints(file, grid);
        Optional<Hdf5Dataset> time = group.hasDataset("time") ? Optional.of(group.dataset("time")) : Optional.empty();
        Optional<Hdf5Dataset> widest = widest(file, dimensions.size());
        int steps = time.map(dataset -> last(file, dataset))
                .or(() -> widest.map(dataset -> Claim.length(file, dataset, 1)))
                .orElse(1);
        int trajectories = widest.map(dataset -> Claim.length(file, dataset, 0)).orElseGet(() -> declared(file));
        if ((long) steps * trajectories > MOST_FRAMES) {
            throw new Hdf5Exception(
                    file.name(),
                    "",
                    "has " + trajectories + " trajectories of " + steps + " steps, more than the " + MOST_FRAMES
                            + " frames that a file may have; split it");
        }
        return new WellShape(List.copyOf(dimensions), grid, trajectories, steps, time);
    }

    /** Returns the shape of a field that has every axis. */
    private static Optional<Hdf5Dataset> widest(Hdf5File file, int dimensions) {
        for (int order = 0; order < WellFieldReader.GROUPS.size(); order++) {
            String name = WellFieldReader.GROUPS.get(order);
            if (!file.root().hasGroup(name)) {
                continue;
            }
            Hdf5Group group = file.group(name);
            for (String field : group.datasets()) {
                Hdf5Dataset dataset = group.dataset(field);
                Map<String, Hdf5Value> attributes = dataset.attributes();
                boolean every = dataset.shape().length == 2 + dimensions + order
                        && WellAttributes.truth(attributes, "sample_varying").orElse(true)
                        && WellAttributes.truth(attributes, "time_varying").orElse(true);
                if (every) {
                    return Optional.of(dataset);
                }
            }
        }
        return Optional.empty();
    }

    private static int declared(Hdf5File file) {
        Hdf5Value value = file.attributes().get("n_trajectories");
        if (value == null) {
            return 1;
        }
        long trajectories = value.whole();
        if (trajectories < 0 || trajectories > MOST_FRAMES) {
            throw new Hdf5Exception(
                    file.name(), "@n_trajectories", "is " + trajectories + "; it must be from 0 to " + MOST_FRAMES);
        }
        return (int) trajectories;
    }

    /** The length along the last axis. */
    private static int last(Hdf5File file, Hdf5Dataset dataset) {
        int axes = dataset.shape().length;
        if (axes == 0) {
            throw new Hdf5Exception(
                    file.name(), dataset.path(), "is a single value where there is one for each point or step");
        }
        Claim.requireHeld(file, dataset);
        return Claim.length(file, dataset, axes - 1);
    }

    private static void requirePoints(Hdf5File file, int[] grid) {
        double points = Arrays.stream(grid).asDoubleStream().reduce(1, (a, b) -> a * b);
        if (points > MOST_POINTS) {
            throw new Hdf5Exception(
                    file.name(),
                    "/dimensions",
                    "says that the grid is " + Arrays.toString(grid) + ", more than the " + MOST_POINTS
                            + " points that a frame may have; split it");
        }
    }

    @Override
    public int[] grid() {
        return grid.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WellShape shape
                && dimensions.equals(shape.dimensions)
                && Arrays.equals(grid, shape.grid)
                && trajectories == shape.trajectories
                && steps == shape.steps;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(grid) + 7 * trajectories + steps;
    }

    @Override
    public String toString() {
        return trajectories + " trajectories of " + steps + " steps on " + Arrays.toString(grid);
    }
}
