package org.spolia.statistics.representation;

import java.util.Arrays;
import org.spolia.statistics.Nearest;
import org.spolia.statistics.Vectors;

/**
 * Vectors of some objects, by the products of all pairs once their mean is taken off (the centred Gram matrix), which
 * is all that the measures here need: however long vectors are, what is kept is a number for each pair of objects.
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
     * The representation.
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

    /** How many objects there are. */
    public int objects() {
        return gram.length;
    }

    /**
     * Linear centred kernel alignment (Kornblith et al., ICML 2019): from 0 to 1, where one representation is a rotated
     * and scaled other one. NaN where all vectors of one are equal.
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
     * The share of an object's nearest others that two representations agree on, mean over objects (Huh et al., ICML
     * 2024).
     *
     * @param neighbours how many are looked at, by Euclidean distance; at most one less than there are objects
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

    /** The objects nearest to one, without itself; of those equally far the first. */
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
     * How many dimensions the variance is spread over, (Σλ)²/Σλ² of the eigenvalues λ of the covariance: from 1 to the
     * length of a vector. NaN where all vectors are equal.
     */
    public double participationRatio() {
        double trace = 0;
        for (int i = 0; i < gram.length; i++) {
            trace += gram[i][i];
        }
        return trace * trace / products(this);
    }

    /**
     * The dimension of the manifold that the vectors lie on, from the ratio of the distances to the second and to the
     * nearest other one (TwoNN: Facco, d'Errico, Rodriguez and Laio, Scientific Reports 7 (2017) 12140, with the
     * largest tenth of the ratios left out). Objects whose nearest one is at the same place are left out; NaN where
     * fewer than {@value #LEAST_RATIOS} are left.
     */
    public double intrinsicDimension() {
        double[] logarithms = new double[gram.length];
        int count = 0;
        for (int object = 0; object < gram.length && gram.length > 2; object++) {
            int[] nearest = nearest(object, 2);
            double first = squaredDistance(object, nearest[0]);
            double second = squaredDistance(object, nearest[1]);
            if (first > 0) {
                // Of distances, not of their squares.
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
