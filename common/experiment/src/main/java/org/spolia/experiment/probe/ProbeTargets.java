package org.spolia.experiment.probe;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.probe.ProbeConfig;
import org.spolia.experiment.configuration.probe.ProbeGroups;
import org.spolia.experiment.data.ContentHash;

/**
 * The targets of a table, and its division into training groups and scored groups. The division depends only on the
 * groups, so it is the same for all encoders.
 */
public final class ProbeTargets implements Serializable {
    private static final long serialVersionUID = 1L;

    /** A fifth of the groups is scored. */
    private static final int GROUPS_FOR_ONE_TEST = 5;

    private static final double[] NONE = {};

    private final Map<String, Entry> entries;
    private final List<String> test;
    private final List<String> training;
    private final int length;
    private final Set<Long> placeClasses;

    private ProbeTargets(
            Map<String, Entry> entries, List<String> test, List<String> training, int length, Set<Long> placeClasses) {
        this.entries = entries;
        this.test = test;
        this.training = training;
        this.length = length;
        this.placeClasses = placeClasses;
    }

    /**
     * Selects the targets of a probe.
     *
     * @param dataset the table of the targets
     * @param targets the targets of all trajectories or objects; those without a value are left out
     * @throws ExperimentException if a value has no logarithm and the probe needs it, arrays differ in length, or a
     * mask does not fit
     */
    public static ProbeTargets of(ProbeConfig probe, String dataset, List<ProbeTarget> targets) {
        Map<String, Entry> entries = new HashMap<>();
        Set<String> groups = new TreeSet<>();
        Set<String> held = new HashSet<>();
        int length = 0;
        for (ProbeTarget target : targets) {
            Entry entry = entry(probe, dataset, target);
            if (entry == null) {
                continue;
            }
            length = entries.isEmpty() ? entry.values.length : length;
            if (entry.values.length != length) {
                throw new ExperimentException("Probe '" + probe.name() + "': " + probe.target() + " of " + dataset
                        + " has " + length + " values in one row and " + entry.values.length + " in " + target.subject()
                        + "; name a column of arrays of one length");
            }
            entries.put(target.subject(), entry);
            groups.add(entry.group);
            if (entry.shifted) {
                held.add(entry.group);
            }
        }
        groups.removeAll(held);
        List<String> ordered = ordered(groups, ContentHash.of("probe test").hex());
        int tests = (ordered.size() + GROUPS_FOR_ONE_TEST - 1) / GROUPS_FOR_ONE_TEST;
        return new ProbeTargets(
                entries,
                List.copyOf(ordered.subList(0, tests)),
                List.copyOf(ordered.subList(tests, ordered.size())),
                length,
                probe.classes() ? ArrayTarget.classes(probe, dataset, entries.values()) : Set.of());
    }

    private static @Nullable Entry entry(ProbeConfig probe, String dataset, ProbeTarget target) {
        String text = target.text();
        Double number = target.number();
        double[] numbers = target.numbers();
        double[] values = numbers == null ? NONE : ArrayTarget.values(probe, dataset, target, numbers);
        boolean exists = numbers == null
                ? probe.classes() || (number != null && Double.isFinite(number))
                : ArrayTarget.hasValue(values);
        if (text == null || !exists) {
            return null;
        }
        double value = number == null ? 0 : number;
        if (probe.log() && !(value > 0)) {
            throw new ExperimentException("Probe '" + probe.name() + "': " + probe.target() + " is " + value + " in "
                    + target.subject() + " of " + dataset + ", which has no logarithm; remove 'log: true'");
        }
        Double shift = target.shift();
        boolean shifted =
                probe.shifted().hasRange() && shift != null && probe.shifted().contains(shift);
        return new Entry(group(probe, target), text, probe.log() ? StrictMath.log(value) : value, values, shifted);
    }

    private static String group(ProbeConfig probe, ProbeTarget target) {
        String object = target.objectId();
        if (object != null) {
            // The same object may occur twice in a survey.
            return object;
        }
        return probe.groups() == ProbeGroups.FILE ? target.file() : target.subject();
    }

    private static List<String> ordered(Iterable<String> groups, String salt) {
        record Drawn(String hash, String group) {}

        List<Drawn> drawn = new ArrayList<>();
        groups.forEach(group ->
                drawn.add(new Drawn(ContentHash.of("group").add(salt).add(group).hex(), group)));
        drawn.sort(Comparator.comparing(Drawn::hash));
        return drawn.stream().map(Drawn::group).toList();
    }

    /** The scored groups. */
    List<String> test() {
        return test;
    }

    /** Returns the groups available for training, in the order in which a seed takes them. */
    List<String> training(long seed) {
        return ordered(training, ContentHash.of("probe subset").add(seed).hex());
    }

    /** The number of values of an array target; 0 if targets are not arrays. */
    public int length() {
        return length;
    }

    /** The classes of positions, if targets are arrays of classes. */
    Set<Long> placeClasses() {
        return placeClasses;
    }

    /** The different values of the target as text, in order. */
    Set<String> labels() {
        Set<String> labels = new TreeSet<>();
        entries.values().forEach(entry -> labels.add(entry.label));
        return labels;
    }

    Optional<Entry> of(SampleVector sample) {
        return Optional.ofNullable(entries.get(sample.key().subject()));
    }

    /** The target of a trajectory or an object, its group, and whether it is in the held-out range. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Entry(String group, String label, double number, double[] values, boolean shifted)
            implements Serializable {}
}
