package org.spolia.experiment.probe;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.data.Split;
import org.spolia.experiment.problem.VectorRows;
import org.spolia.experiment.sample.SampleKey;

/** The embeddings of a table that have a target, in the order of their keys, by group. */
public final class LabelledVectors implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String dataset;
    private final ProbeTargets targets;
    private final List<SampleVector> samples = new ArrayList<>();
    private final List<ProbeTargets.Entry> entries = new ArrayList<>();
    private final Map<String, List<Integer>> groups = new TreeMap<>();

    private LabelledVectors(String dataset, ProbeTargets targets) {
        this.dataset = dataset;
        this.targets = targets;
    }

    /**
     * Joins embeddings and targets.
     *
     * @param dataset the table of the embeddings
     * @param samples in any order
     */
    public static LabelledVectors of(String dataset, ProbeTargets targets, List<SampleVector> samples) {
        LabelledVectors labelled = new LabelledVectors(dataset, targets);
        samples.stream()
                .sorted(Comparator.comparing(SampleVector::key, SampleKey.ORDER))
                .forEach(sample -> targets.of(sample).ifPresent(entry -> labelled.add(sample, entry)));
        return labelled;
    }

    private void add(SampleVector sample, ProbeTargets.Entry entry) {
        groups.computeIfAbsent(entry.group(), group -> new ArrayList<>()).add(samples.size());
        samples.add(sample);
        entries.add(entry);
    }

    String dataset() {
        return dataset;
    }

    ProbeTargets targets() {
        return targets;
    }

    /**
     * Returns the training rows and the scored rows of a head, with the held-out range as rows out of distribution;
     * empty if there are too few groups.
     *
     * @param size the number of training groups
     * @param seed the seed of their choice
     * @throws ExperimentException if embeddings differ in length
     */
    public Optional<VectorRows> split(int size, long seed) {
        mixture().ifPresent(reason -> {
            throw new ExperimentException("Table " + dataset + ": " + reason);
        });
        List<String> order = targets.training(seed);
        if (order.size() < size || present(order.subList(0, size)).size() < size) {
            return Optional.empty();
        }
        Map<Split, int[]> rows = new EnumMap<>(Split.class);
        rows.put(Split.TRAIN, ofGroups(order.subList(0, size)));
        rows.put(Split.TEST, ofGroups(targets.test()));
        rows.put(Split.OOD, shifted());
        rows.values().removeIf(places -> places.length == 0);
        Map<Split, double[][]> vectors = new EnumMap<>(Split.class);
        Map<Split, double[]> numbers = new EnumMap<>(Split.class);
        rows.forEach((split, places) -> {
            vectors.put(split, vectors(places));
            numbers.put(split, numbers(places));
        });
        return Optional.of(new VectorRows(vectors, numbers));
    }

    /** Returns two different lengths of embeddings, which no head can train on together. */
    Optional<String> mixture() {
        return samples.stream()
                .filter(sample -> sample.vector().length != samples.get(0).vector().length)
                .findFirst()
                .map(sample -> "vectors have " + samples.get(0).vector().length + " numbers and "
                        + sample.vector().length + "; embed on one grid");
    }

    /** Returns the groups that have an embedding, in their order. */
    List<String> present(List<String> wanted) {
        return wanted.stream().filter(groups::containsKey).toList();
    }

    /** Returns the indices of the rows of groups, group by group. */
    int[] ofGroups(Collection<String> wanted) {
        return wanted.stream()
                .flatMap(group -> groups.getOrDefault(group, List.of()).stream())
                .mapToInt(row -> row)
                .toArray();
    }

    /** Returns the indices of the rows in the held-out range. */
    int[] shifted() {
        return IntStream.range(0, samples.size())
                .filter(row -> entries.get(row).shifted())
                .toArray();
    }

    /**
     * Returns the indices of rows, those of each trajectory together, until one of its frames is missing. The rows of a
     * trajectory are contiguous.
     */
    List<int[]> runs(int[] rows) {
        List<List<Integer>> runs = new ArrayList<>();
        String run = "";
        int next = 0;
        for (int row : rows) {
            SampleKey sample = samples.get(row).key();
            int step = Objects.requireNonNull(sample.step(), "a frame has a step");
            if (!sample.subject().equals(run)) {
                run = sample.subject();
                next = step;
                runs.add(new ArrayList<>());
            }
            if (step == next) {
                runs.get(runs.size() - 1).add(row);
                next++;
            }
        }
        return runs.stream()
                .map(places -> places.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    /** Returns the embeddings themselves. */
    List<float[]> values(int[] rows) {
        return Arrays.stream(rows).mapToObj(row -> samples.get(row).vector()).toList();
    }

    /** Returns the indices of all rows. */
    int[] all() {
        return IntStream.range(0, samples.size()).toArray();
    }

    String group(int row) {
        return entries.get(row).group();
    }

    double[][] vectors(int[] rows) {
        double[][] vectors = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            vectors[i] = samples.get(rows[i]).numbers();
        }
        return vectors;
    }

    /** Returns targets as numbers. */
    double[] numbers(int[] rows) {
        double[] numbers = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            numbers[i] = entries.get(rows[i]).number();
        }
        return numbers;
    }

    /** Returns targets as arrays, NaN for missing values. */
    double[][] arrays(int[] rows) {
        double[][] arrays = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            arrays[i] = entries.get(rows[i]).values();
        }
        return arrays;
    }

    /** Returns targets as indices in a list of classes. */
    double[] classes(int[] rows, List<String> labels) {
        double[] classes = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            classes[i] = labels.indexOf(entries.get(rows[i]).label());
        }
        return classes;
    }
}
