package org.spolia.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.spolia.experiment.data.NumericTable;

/** A table of random columns of the kinds in users' data: extreme scales, constants, duplicates, integers, classes. */
final class SoakTable implements NumericTable {
    static final String TARGET = "y";
    static final String WEIGHTS = "w";

    private static final int LARGEST_SCALE = 300;
    private static final int MOST_ROWS = 2000;

    private final List<String> names = new ArrayList<>();
    private final List<double[]> columns = new ArrayList<>();
    private final int rows;

    /** @param classes whether the target is -1 or 1 */
    SoakTable(SplittableRandom random, boolean classes) {
        this.rows = (int) Math.round(2 * Math.pow(MOST_ROWS / 2.0, random.nextDouble()));
        int variables = 1 + random.nextInt(9);
        for (int variable = 0; variable < variables; variable++) {
            add("x" + variable, column(random, variable));
        }
        add(TARGET, classes ? classes(random) : target(random, variables));
        if (random.nextInt(5) == 0) {
            add(WEIGHTS, positive(random));
        }
        if (random.nextInt(6) == 0) {
            repeatRows(random);
        }
    }

    private void add(String name, double[] column) {
        names.add(name);
        columns.add(column);
    }

    private double[] column(SplittableRandom random, int before) {
        double[] column = new double[rows];
        int kind = random.nextInt(10);
        double scale = random.nextInt(5) == 0 ? scale(random) : 1;
        double first = random.nextGaussian();
        double[] other = before == 0 ? column : columns.get(random.nextInt(before));
        for (int row = 0; row < rows; row++) {
            double drawn = random.nextDouble();
            double value = switch (kind) {
                case 0, 1, 2 -> drawn;
                case 3 -> random.nextGaussian();
                case 4 -> Math.pow(10, 6 * drawn - 3);
                case 5 -> random.nextInt(-5, 20);
                case 6 -> first;
                case 7 -> random.nextInt(2);
                case 8 -> row;
                default -> other[row];
            };
            column[row] = finite(kind == 9 ? value : value * scale);
        }
        return column;
    }

    private static double scale(SplittableRandom random) {
        return Math.pow(10, random.nextInt(-LARGEST_SCALE, LARGEST_SCALE + 1));
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : 1;
    }

    private double[] positive(SplittableRandom random) {
        double scale = random.nextInt(4) == 0 ? scale(random) : 1;
        return random.doubles(rows, 0.01, 1).map(value -> value * scale).toArray();
    }

    private double[] classes(SplittableRandom random) {
        double[] classes = new double[rows];
        double[] first = columns.get(0);
        for (int row = 0; row < rows; row++) {
            classes[row] = first[row] + 0.1 * random.nextGaussian() > first[0] ? 1 : -1;
        }
        classes[0] = 1;
        classes[1] = -1;
        return classes;
    }

    /** A law of up to two variables with noise, or only noise. */
    private double[] target(SplittableRandom random, int variables) {
        double[] target = new double[rows];
        double[] a = columns.get(random.nextInt(variables));
        double[] b = columns.get(random.nextInt(variables));
        int kind = random.nextInt(9);
        double noise = random.nextBoolean() ? 0 : Math.pow(10, -4 * random.nextDouble());
        double scale = random.nextInt(4) == 0 ? scale(random) : 1;
        for (int row = 0; row < rows; row++) {
            double value = switch (kind) {
                case 0 -> 3.7 * a[row] + 2;
                case 1 -> a[row] * b[row];
                case 2 -> a[row] / (b[row] + 0.75);
                case 3 -> Math.sin(3 * a[row]) + b[row] * b[row];
                case 4 -> Math.exp(-a[row]) - b[row];
                case 5 -> random.nextGaussian();
                case 6 -> Math.rint(4 * random.nextDouble());
                case 7 -> a[row];
                default -> Math.sqrt(Math.abs(a[row])) * 1.3;
            };
            target[row] = finite(value * (1 + noise * random.nextGaussian()) * scale);
        }
        if (target[1] == target[0]) {
            // A target must vary.
            target[1] = target[0] == 0 ? scale : finite(target[0] * 1.5);
        }
        return target;
    }

    private void repeatRows(SplittableRandom random) {
        int distinct = Math.max(2, rows / 3);
        for (int row = distinct; row < rows; row++) {
            int from = random.nextInt(distinct);
            for (double[] column : columns) {
                column[row] = column[from];
            }
        }
    }

    int rows() {
        return rows;
    }

    List<String> variables() {
        return names.stream().filter(name -> name.startsWith("x")).toList();
    }

    boolean isWeighted() {
        return names.contains(WEIGHTS);
    }

    @Override
    public String place() {
        return "soak";
    }

    @Override
    public List<String> columns() {
        return names;
    }

    @Override
    public double[][] read(List<String> chosen) {
        return chosen.stream()
                .map(name -> columns.get(names.indexOf(name)).clone())
                .toArray(double[][]::new);
    }

    @Override
    public List<String> texts(String name) {
        throw new IllegalStateException("A soak has no categories");
    }
}
