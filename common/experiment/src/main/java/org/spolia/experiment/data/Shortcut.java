package org.spolia.experiment.data;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.spolia.statistics.Moments;

/**
 * A variable that reveals the target in the training range and is meaningless outside, like the text in the corner of
 * an X-ray. On train and test, its correlation with the target is {@link #CORRELATION} up to sampling; out of
 * distribution, it is independent of it.
 */
public final class Shortcut {
    /** The name of the variable. */
    public static final String NAME = "shortcut";

    /** The correlation with the target in the training range. */
    public static final double CORRELATION = 0.9;

    private Shortcut() {}

    public static boolean isIn(Dataset dataset) {
        return dataset.variables().contains(NAME);
    }

    /** Returns the data set with the variable after its own. The same data set and seed give the same bits. */
    public static Dataset addedTo(Dataset dataset, long seed) {
        double[] train = dataset.rows(Split.TRAIN).target();
        double mean = Moments.mean(train);
        double deviation = Math.sqrt(Moments.populationVariance(train));
        Map<Split, double[]> columns = new EnumMap<>(Split.class);
        for (Split split : dataset.splits()) {
            double[] target = dataset.rows(split).target();
            CounterRandom random = CounterRandom.of(ContentHash.of("shortcut")
                    .add(dataset.datasetId())
                    .add(split.label())
                    .add(seed));
            double share = split == Split.OOD ? 0 : CORRELATION;
            columns.put(
                    split,
                    IntStream.range(0, target.length)
                            .mapToDouble(row -> share * (target[row] - mean) / deviation
                                    + Math.sqrt(1 - share * share) * random.normal(row))
                            .toArray());
        }
        return dataset.with(NAME, columns);
    }

    /**
     * Returns the columns of the data set with the shortcut at its mean over the training rows, where it contains no
     * information.
     */
    public static double[][] silenced(Dataset dataset, double[][] columns) {
        int position = dataset.variables().indexOf(NAME);
        double[][] silenced = columns.clone();
        silenced[position] = new double[columns[position].length];
        Arrays.fill(silenced[position], Moments.mean(dataset.rows(Split.TRAIN).columns()[position]));
        return silenced;
    }
}
