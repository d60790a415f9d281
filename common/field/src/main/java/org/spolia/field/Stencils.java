package org.spolia.field;

import java.util.HashMap;
import java.util.Map;

/** Weighted sums over neighbours: at each point of a line, the values from some point on, each with its weight. */
final class Stencils implements LineOperator {
    private final int[] starts;
    private final double[][] weights;
    private final int halo;
    private final double[] extended;

    /**
     * Returns the weights of the values at nodes, given by their distances from a point, in a derivative at that point.
     */
    interface Rule {
        double[] weights(double[] nodes, int order);
    }

    private Stencils(int[] starts, double[][] weights, int halo) {
        this.starts = starts;
        this.weights = weights;
        this.halo = halo;
        this.extended = new double[starts.length + 2 * halo];
    }

    /**
     * Creates the stencils of an axis: {@code centred} points, an odd number, around each point whose neighbours exist,
     * otherwise the {@code oneSided} points nearest to the end.
     */
    static Stencils of(Axis axis, int order, int centred, int oneSided, Rule rule) {
        int needed = axis.isPeriodic() ? centred : Math.max(centred, oneSided);
        if (axis.size() < needed) {
            throw new IllegalArgumentException("Axis '" + axis.name() + "' has " + axis.size() + " points where "
                    + needed + " are needed; ask for less accuracy, a lower order or a narrower window");
        }
        int half = centred / 2;
        int[] starts = new int[axis.size()];
        double[][] weights = new double[axis.size()][];
        Map<Integer, double[]> byOffset = new HashMap<>();
        for (int point = 0; point < axis.size(); point++) {
            boolean below = !axis.isPeriodic() && point < half;
            boolean above = !axis.isPeriodic() && point + half >= axis.size();
            int width = below || above ? oneSided : centred;
            int start = below ? 0 : above ? axis.size() - oneSided : point - half;
            starts[point] = start;
            if (axis.isEven()) {
                int offset = start - point;
                weights[point] = byOffset.computeIfAbsent(offset, key -> even(axis.step(), offset, width, order, rule));
            } else {
                weights[point] = uneven(axis, point, start, width, order, rule);
            }
        }
        return new Stencils(starts, weights, axis.isPeriodic() ? half : 0);
    }

    private static double[] even(double step, int offset, int width, int order, Rule rule) {
        double[] nodes = new double[width];
        for (int i = 0; i < width; i++) {
            nodes[i] = offset + i;
        }
        double[] weights = rule.weights(nodes, order);
        for (int k = 0; k < order; k++) {
            for (int i = 0; i < width; i++) {
                weights[i] /= step;
            }
        }
        return weights;
    }

    private static double[] uneven(Axis axis, int point, int start, int width, int order, Rule rule) {
        double[] nodes = new double[width];
        for (int i = 0; i < width; i++) {
            nodes[i] = axis.coordinate(start + i) - axis.coordinate(point);
        }
        return rule.weights(nodes, order);
    }

    @Override
    public void apply(double[] line, double[] result) {
        System.arraycopy(line, line.length - halo, extended, 0, halo);
        System.arraycopy(line, 0, extended, halo, line.length);
        System.arraycopy(line, 0, extended, halo + line.length, halo);
        for (int point = 0; point < line.length; point++) {
            double[] weight = weights[point];
            int start = halo + starts[point];
            double sum = 0;
            for (int i = 0; i < weight.length; i++) {
                sum += weight[i] * extended[start + i];
            }
            result[point] = sum;
        }
    }
}
