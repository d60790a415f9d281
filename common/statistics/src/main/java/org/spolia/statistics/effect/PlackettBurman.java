package org.spolia.statistics.effect;

import java.util.stream.IntStream;

/**
 * Designs of Plackett and Burman (Biometrika 33 (1946) 305): with N runs, N a multiple of 4, the main effects of up to
 * N - 1 factors are estimated independently, each from all runs. They come from Hadamard matrices: Paley's two
 * constructions (J. Math. Phys. 12 (1933) 311) for primes, and doubling.
 */
public final class PlackettBurman {
    /** More factors than any list of operators has. */
    public static final int MOST_FACTORS = 99;

    private PlackettBurman() {}

    /**
     * Returns the factors of each run. The number of runs is the smallest above the number of factors for which a
     * matrix is constructed: 4 for 3 factors, 24 for 23, 28 for 27. The first run has no factor; all runs are
     * different.
     *
     * @param factors from 2 to {@link #MOST_FACTORS}
     */
    public static boolean[][] runs(int factors) {
        if (factors < 2 || factors > MOST_FACTORS) {
            throw new IllegalArgumentException("A Plackett-Burman design is made for 2 to " + MOST_FACTORS
                    + " factors; got " + factors + "; list more, or join some");
        }
        int order = factors / 4 * 4 + 4;
        while (!exists(order)) {
            order += 4;
        }
        int[][] matrix = hadamard(order);
        boolean[][] runs = new boolean[order][factors];
        for (int run = 0; run < order; run++) {
            for (int factor = 0; factor < factors; factor++) {
                // Flips signs so that the first column and the first row are all 1; then 1 means absence.
                int sign = matrix[run][factor + 1] * matrix[run][0] * matrix[0][factor + 1] * matrix[0][0];
                runs[run][factor] = sign < 0;
            }
        }
        return runs;
    }

    /**
     * Returns the runs, followed by the same runs with presence and absence exchanged. Main effects are then free of
     * two-factor interactions (Box, Hunter and Hunter, Statistics for Experimenters, 2nd edition, section 6.6).
     */
    public static boolean[][] foldedOver(boolean[][] runs) {
        return IntStream.range(0, 2 * runs.length)
                .mapToObj(run -> run < runs.length ? runs[run].clone() : exchanged(runs[run - runs.length]))
                .toArray(boolean[][]::new);
    }

    private static boolean[] exchanged(boolean[] run) {
        boolean[] exchanged = new boolean[run.length];
        for (int factor = 0; factor < run.length; factor++) {
            exchanged[factor] = !run[factor];
        }
        return exchanged;
    }

    private static boolean exists(int order) {
        return order == 2 || (order % 4 == 0 && (firstPaley(order) || secondPaley(order) || exists(order / 2)));
    }

    private static boolean firstPaley(int order) {
        return isPrime(order - 1);
    }

    private static boolean secondPaley(int order) {
        int prime = order / 2 - 1;
        return prime % 4 == 1 && isPrime(prime);
    }

    private static int[][] hadamard(int order) {
        if (order == 2) {
            return new int[][] {{1, 1}, {1, -1}};
        }
        if (firstPaley(order)) {
            return fromSkew(order);
        }
        if (secondPaley(order)) {
            return fromSymmetric(order);
        }
        return product(new int[][] {{1, 1}, {1, -1}}, hadamard(order / 2));
    }

    /** I + S, where S borders the Jacobsthal matrix with 1 above and -1 to the left. */
    private static int[][] fromSkew(int order) {
        int[][] matrix = bordered(order - 1, -1);
        for (int i = 0; i < order; i++) {
            matrix[i][i] += 1;
        }
        return matrix;
    }

    /** The symmetric matrix with each 0 replaced by ((1, -1), (-1, -1)) and each ±1 by ±((1, 1), (1, -1)). */
    private static int[][] fromSymmetric(int order) {
        int[][] core = bordered(order / 2 - 1, 1);
        int[][] matrix = new int[order][order];
        for (int row = 0; row < order; row++) {
            for (int column = 0; column < order; column++) {
                int entry = core[row / 2][column / 2];
                boolean low = row % 2 == 1 && column % 2 == 1;
                boolean diagonal = row % 2 == 0 && column % 2 == 0;
                matrix[row][column] = entry != 0 ? (low ? -entry : entry) : diagonal ? 1 : -1;
            }
        }
        return matrix;
    }

    /**
     * The matrix of Legendre symbols of (column - row) modulo a prime, with a row of 1 above and a column of the given
     * sign.
     */
    private static int[][] bordered(int prime, int sign) {
        int[] symbol = new int[prime];
        for (int i = 1; i < prime; i++) {
            symbol[i] = -1;
        }
        for (int i = 1; i < prime; i++) {
            symbol[i * i % prime] = 1;
        }
        int[][] matrix = new int[prime + 1][prime + 1];
        for (int row = 0; row < prime; row++) {
            matrix[0][row + 1] = 1;
            matrix[row + 1][0] = sign;
            for (int column = 0; column < prime; column++) {
                matrix[row + 1][column + 1] = symbol[Math.floorMod(column - row, prime)];
            }
        }
        return matrix;
    }

    private static int[][] product(int[][] a, int[][] b) {
        int size = a.length * b.length;
        int[][] product = new int[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                product[row][column] = a[row / b.length][column / b.length] * b[row % b.length][column % b.length];
            }
        }
        return product;
    }

    private static boolean isPrime(int number) {
        return number > 1 && IntStream.range(2, number).noneMatch(divisor -> number % divisor == 0);
    }
}
