package org.spolia.embedding.token;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Wavelengths that spectra of any instrument are brought to: a cell has the mean of the pixels in it that are good,
 * weighted by their inverse variances.
 *
 * @param from middle of the first cell, in Ångström
 * @param step width of a cell
 * @param cells how many there are
 */
public record SpectrumGrid(double from, double step, int cells) implements Serializable {
    public SpectrumGrid {
        if (!(from > 0 && step > 0 && from + step * cells < Double.POSITIVE_INFINITY) || cells < 1) {
            throw new IllegalArgumentException("the grid of a spectrum is from " + from + " by " + step + " in " + cells
                    + " cells; all must be above 0");
        }
    }

    /** The flux in each cell, NaN where no pixel is good. */
    double[] project(Spectrum spectrum) {
        double[] sums = new double[cells];
        double[] weights = new double[cells];
        for (int pixel = 0; pixel < spectrum.pixels(); pixel++) {
            double cell = Math.floor((spectrum.wavelength(pixel) - from) / step + 0.5);
            if (spectrum.isGood(pixel) && cell >= 0 && cell < cells) {
                sums[(int) cell] += spectrum.weight(pixel) * spectrum.flux(pixel);
                weights[(int) cell] += spectrum.weight(pixel);
            }
        }
        double[] means = new double[cells];
        Arrays.setAll(means, cell -> weights[cell] > 0 ? sums[cell] / weights[cell] : Double.NaN);
        return means;
    }
}
