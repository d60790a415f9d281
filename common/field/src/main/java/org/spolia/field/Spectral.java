package org.spolia.field;

import java.util.Arrays;

/** Derivatives of Fourier series. */
final class Spectral extends Differentiation {
    @Override
    LineOperator along(Axis axis, int order) {
        if (!axis.isPeriodic() || !axis.isEven()) {
            throw new IllegalArgumentException("Axis '" + axis.name() + "' is "
                    + (axis.isPeriodic() ? "uneven" : "not periodic")
                    + "; a Fourier series needs a periodic axis with even steps, otherwise use finite differences");
        }
        return new SpectralLine(axis.size(), axis.period(), order);
    }

    /** Multiplies the amplitude of frequency k by (ik)ⁿ. */
    private static final class SpectralLine implements LineOperator {
        private final FourierTransform transform;
        private final double[] powers;
        private final int order;
        private final double[] imaginary;

        SpectralLine(int size, double period, int order) {
            this.transform = FourierTransform.ofLength(size);
            this.powers = new double[size];
            this.order = order;
            this.imaginary = new double[size];
            for (int i = 0; i < size; i++) {
                int cycles = 2 * i <= size ? i : i - size;
                double frequency = 2 * Math.PI * cycles / period;
                // On the grid, the two frequencies of half the points are equal, and their odd derivatives cancel.
                boolean cancels = 2 * i == size && order % 2 == 1;
                powers[i] = cancels ? 0 : 1.0 / size;
                for (int k = 0; k < order; k++) {
                    powers[i] *= frequency;
                }
            }
        }

        @Override
        public void apply(double[] line, double[] result) {
            System.arraycopy(line, 0, result, 0, line.length);
            Arrays.fill(imaginary, 0);
            transform.forward(result, imaginary);
            for (int i = 0; i < powers.length; i++) {
                double real = result[i] * powers[i];
                double other = imaginary[i] * powers[i];
                // Powers of i rotate by a quarter turn.
                switch (order % 4) {
                    case 0 -> {
                        result[i] = real;
                        imaginary[i] = other;
                    }
                    case 1 -> {
                        result[i] = -other;
                        imaginary[i] = real;
                    }
                    case 2 -> {
                        result[i] = -real;
                        imaginary[i] = -other;
                    }
                    default -> {
                        result[i] = other;
                        imaginary[i] = -real;
                    }
                }
            }
            transform.backward(result, imaginary);
        }
    }
}
