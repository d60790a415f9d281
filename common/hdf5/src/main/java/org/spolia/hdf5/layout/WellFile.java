package org.spolia.hdf5.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.spolia.hdf5.Hdf5Dataset;
import org.spolia.hdf5.Hdf5File;
import org.spolia.hdf5.Hdf5Group;
import org.spolia.hdf5.Hdf5Value;
import org.spolia.hdf5.type.Hdf5Exception;
import org.spolia.hdf5.type.Slab;

/**
 * A file of The Well: trajectories of simulations on a grid, step by step. Only headers are read to create it.
 *
 * <p>Trajectories, steps and sizes come from the datasets, because attributes are known to contradict them. Parameters
 * come from the attributes, never from the name of the file. Missing flags follow from the number of axes.
 */
public final class WellFile {
    private final Hdf5File file;
    private final WellShape shape;
    private final List<WellField> fields;
    private final List<WellScalar> scalars;
    private final List<WellBoundary> boundaries;
    private final SortedMap<String, Double> parameters;
    private final SortedMap<String, Hdf5Exception> unreadable;

    private WellFile(Hdf5File file) {
        this.file = file;
        this.shape = WellShape.read(file);
        WellFieldReader reader = new WellFieldReader(file, shape);
        this.fields = reader.fields();
        this.scalars = reader.scalars();
        this.unreadable = reader.unreadable();
        this.boundaries = readBoundaries(file);
        this.parameters = readParameters();
    }

    /**
     * Reads the headers.
     *
     * @throws Hdf5Exception if the file has no dimensions or no fields
     */
    public static WellFile of(Hdf5File file) {
        return new WellFile(file);
    }

    /** The name of the data set in its attribute; empty if it is missing. */
    public String dataset() {
        return text("dataset_name");
    }

    /** The coordinates, for example {@code cartesian}; empty if the file does not give them. */
    public String gridType() {
        return text("grid_type");
    }

    /** The names of the axes of the grid. */
    public List<String> dimensions() {
        return shape.dimensions();
    }

    public int[] grid() {
        return shape.grid();
    }

    public int trajectories() {
        return shape.trajectories();
    }

    /** The steps of each trajectory; they may differ between files of a data set. */
    public int steps() {
        return shape.steps();
    }

    public long frames() {
        return (long) trajectories() * steps();
    }

    /** The parameters in which the trajectories of the data set differ. */
    public SortedMap<String, Double> parameters() {
        return parameters;
    }

    /** Scalars, vectors and tensors, each in the order of the file. */
    public List<WellField> fields() {
        return fields;
    }

    public WellField field(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Hdf5Exception(
                        file.name(),
                        "",
                        "has no field '" + name + "'; its fields are "
                                + fields.stream().map(WellField::name).toList()));
    }

    public List<WellScalar> scalars() {
        return scalars;
    }

    public List<WellBoundary> boundaries() {
        return boundaries;
    }

    /** The fields and scalars that cannot be read, with the reason. */
    public SortedMap<String, Hdf5Exception> unreadable() {
        return unreadable;
    }

    /** The times of the steps of a trajectory; the step numbers if the file has no times. */
    public double[] times(int trajectory) {
        double[] times = new double[steps()];
        Optional<Hdf5Dataset> dataset = shape.time();
        if (dataset.isEmpty()) {
            Arrays.setAll(times, step -> step);
            return times;
        }
        boolean shared = dataset.get().shape().length == 1;
        Slab slab = shared
                ? Slab.of(new long[1], new int[] {steps()})
                : Slab.of(new long[] {trajectory, 0}, new int[] {1, steps()});
        return dataset.get().doubles(slab);
    }

    /** The coordinates of the grid's points along a dimension. */
    public double[] coordinates(String dimension) {
        Hdf5Dataset dataset = file.dataset("dimensions/" + dimension);
        return dataset.doubles(dataset.all());
    }

    /**
     * Divides the frames between the chunks of these fields: whole trajectories if they fit, otherwise sequences of
     * steps.
     *
     * @param mostBytes the largest decoded size of a unit, unless a single chunk is larger
     */
    public List<FrameUnit> units(List<WellField> wanted, long mostBytes) {
        long trajectoryStep = 1;
        long step = 1;
        long bytesEach = 0;
        for (WellField field : wanted) {
            trajectoryStep = Alignment.common(trajectoryStep, field.chunkTrajectories(), trajectories());
            step = Alignment.common(step, field.chunkSteps(), steps());
            bytesEach += field.timeVarying() || field.sampleVarying() ? field.frameBytes() : 0;
        }
        step = Alignment.within(step, (double) bytesEach * trajectoryStep, mostBytes, steps());
        if (step >= steps()) {
            trajectoryStep = Alignment.within(trajectoryStep, (double) bytesEach * steps(), mostBytes, trajectories());
        }
        List<FrameUnit> units = new ArrayList<>();
        for (int trajectory = 0; trajectory < trajectories(); trajectory += (int) trajectoryStep) {
            int trajectories = (int) Math.min(trajectoryStep, trajectories() - trajectory);
            for (int first = 0; first < steps(); first += (int) step) {
                int count = (int) Math.min(step, steps() - first);
                units.add(new FrameUnit(trajectory, trajectories, first, count));
            }
        }
        return units;
    }

    private String text(String attribute) {
        Hdf5Value value = file.attributes().get(attribute);
        return value == null ? "" : value.text();
    }

    private SortedMap<String, Double> readParameters() {
        SortedMap<String, Double> read = new TreeMap<>();
        Map<String, Hdf5Value> attributes = file.attributes();
        for (String name : WellAttributes.texts(attributes, "simulation_parameters")) {
            Hdf5Value value = attributes.get(name);
            if (value != null && isNumber(value)) {
                read.put(name, value.number());
                continue;
            }
            scalars.stream()
                    .filter(scalar -> scalar.name().equals(name) && !scalar.sampleVarying() && !scalar.timeVarying())
                    .findFirst()
                    .ifPresent(scalar -> read.put(name, scalar.value(0, 0)));
        }
        return read;
    }

    private static boolean isNumber(Hdf5Value value) {
        return switch (value.type().kind()) {
            case WHOLE, REAL, TRUTH -> true;
            case ENUMERATION, FIXED_TEXT, VARIABLE_TEXT, OTHER -> false;
        };
    }

    private static List<WellBoundary> readBoundaries(Hdf5File file) {
        if (!file.root().hasGroup("boundary_conditions")) {
            return List.of();
        }
        Hdf5Group group = file.group("boundary_conditions");
        List<WellBoundary> read = new ArrayList<>();
        for (String name : group.groups()) {
            Map<String, Hdf5Value> attributes = group.group(name).attributes();
            WellAttributes.boundary(attributes, file.name(), group.group(name).path())
                    .ifPresent(kind -> read.add(
                            new WellBoundary(name, kind, WellAttributes.texts(attributes, "associated_dims"))));
        }
        return read;
    }
}
