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
 * A run of a simulation, or those of its frames that belong to a split. Arrays are not copied.
 *
 * @param file that it is in
 * @param number of the run in the file
 * @param split that the frames belong to
 * @param times of the frames
 * @param axes of the grid
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
    /** What the first axis of every grid of frames is called. */
    static final String TIME = "t";

    /**
     * Time and the axes of the frames.
     *
     * @throws IllegalArgumentException if they are no axes: a single frame, for example
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
