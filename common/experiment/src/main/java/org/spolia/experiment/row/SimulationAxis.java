package org.spolia.experiment.row;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * An axis of the grid of a file. The array is not copied, and two axes are equal only if they are the same object.
 *
 * @param axis its position in the shape of a frame
 * @param boundary {@code periodic}, {@code wall} or {@code open}
 * @param coordinates the coordinates of the points; null if one of them is not finite
 */
@SuppressWarnings("ArrayRecordComponent")
public record SimulationAxis(
        String dataset, String file, int axis, String name, String boundary, double @Nullable [] coordinates)
        implements Serializable {}
