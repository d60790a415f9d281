package org.spolia.jobs.source.format;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.spolia.hdf5.layout.WellBoundary;
import org.spolia.hdf5.layout.WellFile;

/**
 * An axis of the grid of a file. The array is not copied.
 *
 * @param boundary {@code periodic}, {@code wall} or {@code open}
 * @param coordinates the coordinates of its points; null if one of them is not finite
 */
@SuppressWarnings("ArrayRecordComponent")
public record AxisFacts(String name, String boundary, double @Nullable [] coordinates) implements Serializable {

    static List<AxisFacts> of(WellFile well) {
        return well.dimensions().stream()
                .map(name -> new AxisFacts(
                        name, boundary(well, name).name().toLowerCase(Locale.ROOT), finite(well.coordinates(name))))
                .toList();
    }

    /** Walls inside a periodic domain break the periodicity, so they take precedence. */
    private static WellBoundary.Kind boundary(WellFile well, String axis) {
        Set<WellBoundary.Kind> kinds = well.boundaries().stream()
                .filter(boundary -> boundary.dimensions().contains(axis))
                .map(WellBoundary::kind)
                .collect(Collectors.toSet());
        if (kinds.contains(WellBoundary.Kind.WALL)) {
            return WellBoundary.Kind.WALL;
        }
        return kinds.equals(Set.of(WellBoundary.Kind.PERIODIC)) ? WellBoundary.Kind.PERIODIC : WellBoundary.Kind.OPEN;
    }

    private static double @Nullable [] finite(double[] coordinates) {
        return Arrays.stream(coordinates).allMatch(Double::isFinite) ? coordinates : null;
    }
}
