package org.spolia.statistics.representation;

import java.util.Arrays;
import org.spolia.statistics.Nearest;
import org.spolia.statistics.Vectors;

/**
 * Vectors of some objects, represented by the products of all pairs after their mean is subtracted (the centred Gram
 * matrix). The measures of this class need nothing else: for vectors of any length, it stores one number for each pair
 * of objects.
 */
public final class Representation {
    /** The share of the largest ratios of distances that Facco et al. leave out of the fit. */
    private static final double LEFT_OUT = 0.1;

    private static final int LEAST_RATIOS = 3;

    private final double[][] gram;

    private Representation(double[][] gram) {
        this.gram = gram;
    }

    /**
     * Creates the representation.
     *
     * @param vectors finite, one for each object, all of one length
     */
    public static Representation of(double[][] vectors) {
        return new Representation(Vectors.gram(centred(vectors)));
    }

    private static double[][] centred(double[][] vectors) {
        double[] mean = new double[vectors.length == 0 ? 0 : vectors[0].length];
        for (double[] vector : vectors) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += vector[i] / vectors.length;
            }
        }
        double[][] centred = new double[vectors.length][];
        for (int row = 0; row < vectors.length; row++) {
            centred[row] = vectors[row].clone();
            for (int i = 0; i < mean.length; i++) {
                centred[row][i] -= mean[i];
            }
        }
        return centred;
    }

    /** The number of objects. */
    public int objects() {
        return gram.length;
    }

    /**
     * Linear centred kernel alignment (Kornblith et al., ICML 2019): from 0 to 1, where 1 means that the
     * representations are equal up to rotation and scale. NaN if all vectors of one are equal.
     */
    public double centredKernelAlignment(Representation other) {
        requireSameObjects(other);
        return products(other) / Math.sqrt(products(this) * other.products(other));
    }

    private double products(Representation other) {
        double sum = 0;
        for (int row = 0; row < gram.length; row++) {
            sum += Vectors.dot(gram[row], other.gram[row]);
        }
        return sum;
    }

    /**
     * The share of an object's nearest neighbours on which two representations agree, averaged over objects (Huh et
     * al., ICML 2024).
     *
     * @param neighbours the number of neighbours, by Euclidean distance; less than the number of objects
     */
    public double mutualNeighbours(Representation other, int neighbours) {
        requireSameObjects(other);
        double common = 0;
        for (int object = 0; object < gram.length; object++) {
            int[] here = nearest(object, neighbours);
            int[] there = other.nearest(object, neighbours);
            common += Arrays.stream(here)
                    .filter(a -> Arrays.stream(there).anyMatch(b -> a == b))
                    .count();
        }
        return common / neighbours / gram.length;
    }

    private void requireSameObjects(Representation other) {
        if (other.gram.length != gram.length) {
            throw new IllegalArgumentException("Representations of " + gram.length + " and " + other.gram.length
                    + " objects cannot be compared; both must be of the same objects");
        }
    }

    /** Returns the nearest neighbours of an object, without itself; of equal distances the first. */
    private int[] nearest(int object, int count) {
        Nearest nearest = new Nearest(count);
        for (int other = 0; other < gram.length; other++) {
            if (other != object) {
                nearest.offer(other, squaredDistance(object, other));
            }
        }
        return nearest.places();
    }

    private double squaredDistance(int a, int b) {
        return Math.max(0, gram[a][a] + gram[b][b] - 2 * gram[a][b]);
    }

    /**
     * The number of dimensions that the variance is spread over, (Σλ)²/Σλ² of the eigenvalues λ of the covariance: from
     * 1 to the length of a vector. NaN if all vectors are equal.
     */
    public double participationRatio() {
        double trace = 0;
        for (int i = 0; i < gram.length; i++) {
            trace += gram[i][i];
        }
        return trace * trace / products(this);
    }

    /**
     * The dimension of the manifold of the vectors, from the ratio of the distances to the second and to the nearest
     * neighbour (TwoNN: Facco, d'Errico, Rodriguez and Laio, Scientific Reports 7 (2017) 12140, with the largest tenth
     * of the ratios left out). Objects whose nearest neighbour has the same position are left out; NaN if fewer than
     * {@value #LEAST_RATIOS} remain.
     */
    public double intrinsicDimension() {
        double[] logarithms = new double[gram.length];
        int count = 0;
        for (int object = 0; object < gram.length && gram.length > 2; object++) {
            int[] nearest = nearest(object, 2);
            double first = squaredDistance(object, nearest[0]);
            double second = squaredDistance(object, nearest[1]);
            if (first > 0) {
                // The ratio of distances, not of their squares.
                logarithms[count++] = StrictMath.log(second / first) / 2;
            }
        }
        if (count < LEAST_RATIOS) {
            return Double.NaN;
        }
        double[] sorted = Arrays.copyOf(logarithms, count);
        Arrays.sort(sorted);
        int kept = (int) (count * (1 - LEFT_OUT));
        double products = 0;
        double squares = 0;
        for (int i = 0; i < kept; i++) {
            products += sorted[i] * -StrictMath.log(1 - (i + 1.0) / count);
            squares += sorted[i] * sorted[i];
        }
        return squares > 0 ? products / squares : Double.NaN;
    }
}
