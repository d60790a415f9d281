package org.spolia.experiment.feature;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.spolia.experiment.row.SimulationAxis;
import org.spolia.field.Axis;
import org.spolia.field.Boundary;
import org.spolia.field.Grid;

/**
 * A trajectory of a simulation, or its frames in one split. Arrays are not copied.
 *
 * @param file the file of the trajectory
 * @param number the number of the trajectory in the file
 * @param split the split of the frames
 * @param times the times of the frames
 * @param axes the axes of the grid
 * @param fields the values of each component, frame by frame
 * @param parameters by the names of their columns
 */
@SuppressWarnings("ArrayRecordComponent")
public record Trajectory(
        String file,
        int number,
        String split,
        double[] times,
        List<SimulationAxis> axes,
        Map<String, float[]> fields,
        Map<String, Double> parameters)
        implements Serializable {
    /** The name of the first axis of every grid of frames. */
    static final String TIME = "t";

    /**
     * Returns time and the axes of the frames.
     *
     * @throws IllegalArgumentException if they are not valid axes, for example for a single frame
     */
    Grid grid() {
        List<Axis> all = new ArrayList<>();
        all.add(Axis.of(TIME, times, Boundary.OPEN));
        for (SimulationAxis axis : axes) {
            double[] coordinates = axis.coordinates();
            if (coordinates == null) {
                throw new IllegalArgumentException(
                        "Axis '" + axis.name() + "' of " + file + " has a coordinate that is not finite");
            }
            all.add(Axis.of(
                    axis.name(), coordinates, Boundary.valueOf(axis.boundary().toUpperCase(Locale.ROOT))));
        }
        return new Grid(all);
    }
}
