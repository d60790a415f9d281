package org.spolia.experiment.probe;

import java.util.Set;
import java.util.TreeSet;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.probe.ProbeConfig;

/**
 * The values of a target that is an array. Values that are not finite or are masked become NaN, and are neither trained
 * nor scored on.
 */
final class ArrayTarget {
    private static final int MOST_CLASSES = 64;

    private ArrayTarget() {}

    /**
     * Returns the values that count.
     *
     * @param numbers the original values
     * @throws ExperimentException if the mask of the target has another length
     */
    static double[] values(ProbeConfig probe, String dataset, ProbeTarget target, double[] numbers) {
        double[] mask = target.mask();
        if (probe.hasMask() && (mask == null || mask.length != numbers.length)) {
            throw new ExperimentException("Probe '" + probe.name() + "': " + probe.mask() + " has "
                    + (mask == null ? "no value" : mask.length + " values") + " in " + target.subject() + " of "
                    + dataset
                    + ", and " + probe.target() + " has " + numbers.length
                    + "; name a mask of its length, or remove 'mask'");
        }
        double[] values = new double[numbers.length];
        for (int i = 0; i < values.length; i++) {
            boolean counts = Double.isFinite(numbers[i]) && (mask == null || mask[i] == 0);
            values[i] = counts ? numbers[i] : Double.NaN;
        }
        return values;
    }

    /**
     * Returns the classes among the values.
     *
     * @throws ExperimentException if there are too many to be classes
     */
    static Set<Long> classes(ProbeConfig probe, String dataset, Iterable<ProbeTargets.Entry> entries) {
        Set<Long> classes = new TreeSet<>();
        for (ProbeTargets.Entry entry : entries) {
            for (double value : entry.values()) {
                if (!Double.isNaN(value)) {
                    classes.add((long) value);
                }
            }
            if (classes.size() > MOST_CLASSES) {
                throw new ExperimentException("Probe '" + probe.name() + "': " + probe.target() + " of " + dataset
                        + " has more than " + MOST_CLASSES
                        + " different values, too many for classes of positions; remove 'classes'");
            }
        }
        return classes;
    }

    /** Returns whether any value counts. */
    static boolean hasValue(double[] values) {
        for (double value : values) {
            if (!Double.isNaN(value)) {
                return true;
            }
        }
        return false;
    }
}
