package org.spolia.embedding.token;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A common grid of wavelengths for spectra of any instrument. The value of a cell is the mean of its good pixels,
 * weighted by their inverse variances.
 *
 * @param from the middle of the first cell, in Ångström
 * @param step the width of a cell
 * @param cells the number of cells
 */
public record SpectrumGrid(double from, double step, int cells) implements Serializable {
    public SpectrumGrid {
        if (!(from > 0 && step > 0 && from + step * cells < Double.POSITIVE_INFINITY) || cells < 1) {
            throw new IllegalArgumentException("the grid of a spectrum is from " + from + " by " + step + " in " + cells
                    + " cells; all must be above 0");
        }
    }

    /** Returns the flux in each cell, NaN for cells without a good pixel. */
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
