package org.spolia.embedding.token;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A few adjacent values as one code: their principal components, each rounded to a few levels within {@value #REACH}
 * standard deviations.
 *
 * @param mean the mean of each value
 * @param axes the axes of the components, one after another; they are orthonormal
 * @param deviations the standard deviations of the components
 * @param scalars the levels of each component
 */
public record PatchCodec(List<Double> mean, List<Double> axes, List<Double> deviations, FiniteScalars scalars)
        implements Serializable {
    private static final double REACH = 2.5;

    public PatchCodec {
        Checks.require(mean, "mean");
        Checks.require(axes, "axes");
        Checks.require(deviations, "deviations");
        Checks.require(scalars, "scalars");
        mean = List.copyOf(mean);
        axes = List.copyOf(axes);
        deviations = List.copyOf(deviations);
        int components = scalars.levels().size();
        if (mean.isEmpty() || deviations.size() != components || axes.size() != mean.size() * components) {
            throw new IllegalArgumentException("patches of " + mean.size() + " values have " + components
                    + " levels, " + deviations.size() + " deviations and " + axes.size()
                    + " numbers of axes; there must be a deviation and an axis of " + mean.size() + " for each level");
        }
        if (!mean.stream().allMatch(Double::isFinite)
                || !axes.stream().allMatch(Double::isFinite)
                || !deviations.stream().allMatch(value -> value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "means and axes of patches must be finite, and deviations above 0, which are " + deviations);
        }
    }

    /**
     * Fits a codec to the axes of the largest variance of a sample.
     *
     * @param patches the values of each
     * @throws IllegalArgumentException if they vary along fewer axes than there are levels
     */
    static PatchCodec of(List<double[]> patches, FiniteScalars scalars) {
        PrincipalAxes found = PrincipalAxes.of(patches, scalars.levels().size());
        List<Double> axes = new ArrayList<>();
        for (double[] axis : found.axes()) {
            axes.addAll(boxed(axis));
        }
        return new PatchCodec(boxed(found.mean()), axes, boxed(found.deviations()), scalars);
    }

    private static List<Double> boxed(double[] values) {
        List<Double> boxed = new ArrayList<>();
        for (double value : values) {
            boxed.add(value);
        }
        return boxed;
    }

    int values() {
        return mean.size();
    }

    int codes() {
        return scalars.codes();
    }

    int code(double[] patch) {
        double[] numbers = new double[deviations.size()];
        for (int component = 0; component < numbers.length; component++) {
            double along = 0;
            for (int i = 0; i < patch.length; i++) {
                along += axes.get(component * patch.length + i) * (patch[i] - mean.get(i));
            }
            numbers[component] = along / (REACH * deviations.get(component));
        }
        return scalars.code(numbers);
    }

    /** Returns the values of a code. */
    double[] patch(int code) {
        double[] numbers = scalars.numbers(code);
        double[] patch = new double[mean.size()];
        for (int i = 0; i < patch.length; i++) {
            patch[i] = mean.get(i);
            for (int component = 0; component < numbers.length; component++) {
                patch[i] +=
                        numbers[component] * REACH * deviations.get(component) * axes.get(component * patch.length + i);
            }
        }
        return patch;
    }
}
