package org.spolia.jobs.features;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.spolia.embedding.Frame;
import org.spolia.embedding.FrameJoiner;
import org.spolia.experiment.feature.FeatureTerms;
import org.spolia.experiment.feature.Trajectory;
import org.spolia.experiment.row.SimulationAxis;

/**
 * A row of a table of simulations for the task of its trajectory. Arrays are not copied.
 *
 * @param values the values of each requested field, in their order
 */
@SuppressWarnings("ArrayRecordComponent")
record FrameTile(
        String split,
        String file,
        int trajectory,
        int step,
        double time,
        int[] origin,
        int[] shape,
        double[] parameters,
        float[][] values)
        implements Serializable {
    /** The columns before the parameters and fields. */
    private static final List<String> KEYS =
            List.of(FeatureSplits.COLUMN, "file", "trajectory", "step", "time", "tile_origin", "tile_shape");

    static String[] columns(FeatureTerms terms) {
        List<String> columns = new ArrayList<>(KEYS);
        columns.addAll(terms.parameters());
        columns.addAll(terms.fields());
        return columns.toArray(String[]::new);
    }

    /** Reads these columns from Spark's internal row, because Spark boxes every number of an external row. */
    static FrameTile of(InternalRow row, FeatureTerms terms) {
        int first = KEYS.size();
        double[] parameters = new double[terms.parameters().size()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = row.isNullAt(first + i) ? Double.NaN : row.getDouble(first + i);
        }
        float[][] values = new float[terms.fields().size()][];
        for (int i = 0; i < values.length; i++) {
            int column = first + parameters.length + i;
            values[i] =
                    row.isNullAt(column) ? new float[0] : row.getArray(column).toFloatArray();
        }
        return new FrameTile(
                row.getUTF8String(0).toString(),
                row.getUTF8String(1).toString(),
                row.getInt(2),
                row.getInt(3),
                row.isNullAt(4) ? Double.NaN : row.getDouble(4),
                row.getArray(5).toIntArray(),
                row.getArray(6).toIntArray(),
                parameters,
                values);
    }

    /** The id of the trajectory, or of its part in the split. */
    String run() {
        return run(split, file, trajectory);
    }

    static String run(String split, String file, int trajectory) {
        return file + " run " + trajectory + ", " + split;
    }

    /**
     * Joins the tiles of a trajectory.
     *
     * @param axes the axes of the file's grid
     * @throws IllegalArgumentException if a field, an axis or a tile is missing
     */
    static Trajectory join(List<FrameTile> tiles, FeatureTerms terms, List<SimulationAxis> axes) {
        List<FrameTile> all = new ArrayList<>(tiles);
        all.sort(Comparator.comparingInt(FrameTile::step));
        FrameTile any = all.get(0);
        if (axes.isEmpty()) {
            throw new IllegalArgumentException("Table simulation_axes has no axes of " + any.file);
        }
        int[] steps = all.stream().mapToInt(FrameTile::step).distinct().toArray();
        double[] times = new double[steps.length];
        int[] grid = axes.stream().mapToInt(FrameTile::size).toArray();
        int frame = Arrays.stream(grid).reduce(1, Math::multiplyExact);
        float[][] whole = new float[terms.fields().size()][Math.multiplyExact(frame, steps.length)];
        FrameJoiner joiner = new FrameJoiner();
        int number = 0;
        for (int i = 0; i < all.size(); i++) {
            FrameTile tile = all.get(i);
            tile.requireFields(terms);
            joiner.add(tile.origin, tile.shape, tile.values);
            if (i + 1 == all.size() || all.get(i + 1).step != tile.step) {
                times[number] = tile.time;
                copy(joiner.join(tile.step), grid, any.file, whole, number * frame);
                number++;
            }
        }
        Map<String, float[]> fields = new HashMap<>();
        for (int field = 0; field < whole.length; field++) {
            fields.put(terms.fields().get(field), whole[field]);
        }
        Map<String, Double> parameters = new HashMap<>();
        for (int i = 0; i < any.parameters.length; i++) {
            parameters.put(terms.parameters().get(i), any.parameters[i]);
        }
        return new Trajectory(any.file, any.trajectory, any.split, times, axes, fields, parameters);
    }

    private static int size(SimulationAxis axis) {
        double[] coordinates = axis.coordinates();
        if (coordinates == null) {
            throw new IllegalArgumentException(
                    "Axis '" + axis.name() + "' of " + axis.file() + " has a coordinate that is not finite");
        }
        return coordinates.length;
    }

    private void requireFields(FeatureTerms terms) {
        for (int field = 0; field < values.length; field++) {
            if (values[field].length == 0) {
                throw new IllegalArgumentException("Field '" + terms.fields().get(field) + "' is missing in " + file);
            }
        }
    }

    /** Appends the fields of a frame to the earlier frames. */
    private static void copy(Frame frame, int[] grid, String file, float[][] whole, int start) {
        if (frame.reason() != null) {
            throw new IllegalArgumentException("Step " + frame.step() + " of " + file + ": " + frame.reason());
        }
        List<Integer> wanted = Arrays.stream(grid).boxed().toList();
        if (!frame.extent().equals(wanted)) {
            throw new IllegalArgumentException("Step " + frame.step() + " of " + file + ": its tiles cover "
                    + frame.extent() + " points of a grid of " + wanted);
        }
        for (int field = 0; field < whole.length; field++) {
            System.arraycopy(frame.channels()[field], 0, whole[field], start, frame.channels()[field].length);
        }
    }
}
