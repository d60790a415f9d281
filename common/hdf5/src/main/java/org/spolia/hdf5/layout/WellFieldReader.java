package org.spolia.hdf5.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.spolia.hdf5.Hdf5Dataset;
import org.spolia.hdf5.Hdf5File;
import org.spolia.hdf5.Hdf5Group;
import org.spolia.hdf5.Hdf5Value;
import org.spolia.hdf5.type.Hdf5Exception;

/** Finds the fields and scalars of a file of The Well, and the axes of each. */
final class WellFieldReader {
    /** The groups that contain the fields, by tensor order. */
    static final List<String> GROUPS = List.of("t0_fields", "t1_fields", "t2_fields");

    private final Hdf5File file;
    private final WellShape shape;
    private final SortedMap<String, Hdf5Exception> unreadable = new TreeMap<>();

    WellFieldReader(Hdf5File file, WellShape shape) {
        this.file = file;
        this.shape = shape;
    }

    List<WellField> fields() {
        List<WellField> fields = new ArrayList<>();
        for (int order = 0; order < GROUPS.size(); order++) {
            if (file.root().hasGroup(GROUPS.get(order))) {
                Hdf5Group group = file.group(GROUPS.get(order));
                for (String name : names(group)) {
                    try {
                        fields.add(field(group.dataset(name), order));
                    } catch (Hdf5Exception e) {
                        unreadable.put(name, e);
                    }
                }
            }
        }
        if (fields.isEmpty() && unreadable.isEmpty()) {
            throw new Hdf5Exception(
                    file.name(),
                    "",
                    "has no fields in the groups " + String.join(", ", GROUPS)
                            + "; fields of The Well must be in one of them");
        }
        return fields;
    }

    List<WellScalar> scalars() {
        List<WellScalar> scalars = new ArrayList<>();
        if (!file.root().hasGroup("scalars")) {
            return scalars;
        }
        Hdf5Group group = file.group("scalars");
        for (String name : names(group)) {
            try {
                Hdf5Dataset dataset = group.dataset(name);
                Claim.requireHeld(file, dataset);
                Axes axes = axes(dataset, 0, isOne(dataset) ? dataset.shape().length : 0);
                if (dataset.shape().length < (axes.sampleVarying() ? 1 : 0) + (axes.timeVarying() ? 1 : 0)) {
                    throw new Hdf5Exception(
                            file.name(),
                            dataset.path(),
                            "has " + dataset.shape().length + " axes, fewer than its attributes declare; correct them");
                }
                scalars.add(new WellScalar(dataset, axes.sampleVarying(), axes.timeVarying()));
            } catch (Hdf5Exception e) {
                unreadable.put(name, e);
            }
        }
        return scalars;
    }

    SortedMap<String, Hdf5Exception> unreadable() {
        return unreadable;
    }

    /** Returns the names in the list, or all names in the group if a file has no list. */
    private static List<String> names(Hdf5Group group) {
        List<String> listed = WellAttributes.texts(group.attributes(), "field_names");
        if (!listed.isEmpty()) {
            return listed;
        }
        List<String> names = new ArrayList<>(group.datasets());
        names.addAll(group.unreadable().keySet());
        return names;
    }

    private WellField field(Hdf5Dataset dataset, int order) {
        Claim.requireHeld(file, dataset);
        boolean[] varying = WellAttributes.truths(dataset.attributes(), "dim_varying")
                .orElseGet(() -> {
                    boolean[] all = new boolean[shape.grid().length];
                    Arrays.fill(all, true);
                    return all;
                });
        int inGrid = 0;
        for (boolean varies : varying) {
            inGrid += varies ? 1 : 0;
        }
        Axes axes = axes(dataset, inGrid + order, 0);
        int[] grid = shape.grid();
        requireShape(dataset, order, axes, varying);
        return new WellField(
                dataset, components(dataset.name(), order), axes.sampleVarying(), axes.timeVarying(), varying, grid);
    }

    private record Axes(boolean sampleVarying, boolean timeVarying) {}

    /** Missing flags follow from the number of axes besides those of space: two, the steps only, or none. */
    private static Axes axes(Hdf5Dataset dataset, int others, int ignored) {
        Map<String, Hdf5Value> attributes = dataset.attributes();
        int left = dataset.shape().length - others - ignored;
        boolean time = WellAttributes.truth(attributes, "time_varying").orElse(left > 0);
        boolean sample = WellAttributes.truth(attributes, "sample_varying").orElse(left > (time ? 1 : 0));
        return new Axes(sample, time);
    }

    private static boolean isOne(Hdf5Dataset dataset) {
        return dataset.attributes().get("sample_varying") == null
                && Arrays.stream(dataset.shape()).allMatch(length -> length == 1);
    }

    private void requireShape(Hdf5Dataset dataset, int order, Axes axes, boolean[] varying) {
        int[] grid = shape.grid();
        List<Long> expected = new ArrayList<>();
        if (axes.sampleVarying()) {
            expected.add((long) shape.trajectories());
        }
        if (axes.timeVarying()) {
            expected.add((long) shape.steps());
        }
        for (int axis = 0; axis < grid.length; axis++) {
            if (varying.length == grid.length && varying[axis]) {
                expected.add((long) grid[axis]);
            }
        }
        for (int i = 0; i < order; i++) {
            expected.add((long) grid.length);
        }
        List<Long> found = Arrays.stream(dataset.shape()).boxed().toList();
        if (!found.equals(expected) || varying.length != grid.length) {
            throw new Hdf5Exception(
                    file.name(),
                    dataset.path(),
                    "has the shape " + found + ", but its attributes and the file's dimensions give " + expected
                            + "; correct its attributes");
        }
    }

    private List<String> components(String name, int order) {
        List<String> suffixes = List.of("");
        for (int i = 0; i < order; i++) {
            List<String> longer = new ArrayList<>();
            for (String suffix : suffixes) {
                for (String dimension : shape.dimensions()) {
                    longer.add(suffix + dimension);
                }
            }
            suffixes = longer;
        }
        return suffixes.stream()
                .map(suffix -> suffix.isEmpty() ? name : name + "_" + suffix)
                .toList();
    }
}
