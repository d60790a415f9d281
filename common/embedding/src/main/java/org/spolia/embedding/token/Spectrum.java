package org.spolia.embedding.token;

import java.util.Map;
import java.util.Optional;

/**
 * A spectrum of the Multimodal Universe. A pixel is good if it is not masked and has a flux and an inverse variance.
 */
@SuppressWarnings("ArrayRecordComponent")
record Spectrum(float[] fluxes, float[] inverseVariances, float[] wavelengths, float[] mask) {

    /** Returns the problem of the columns of an object, if there is one. */
    static Optional<String> problem(Map<String, float[]> values, SpectrumColumns columns) {
        float[] flux = values.get(columns.flux());
        if (flux == null) {
            return Optional.empty();
        }
        for (String column : columns.all()) {
            if (!values.containsKey(column)) {
                return Optional.of("column " + column + " is NULL, and " + columns.flux() + " is not");
            }
            Optional<String> problem = Checks.length(values, column, flux.length);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    /** Returns the spectrum of an object without a problem; empty if it has no flux. */
    static Optional<Spectrum> of(Map<String, float[]> values, SpectrumColumns columns) {
        float[] flux = values.get(columns.flux());
        float[] inverseVariance = values.get(columns.inverseVariance());
        float[] wavelength = values.get(columns.wavelength());
        float[] mask = values.get(columns.mask());
        return flux == null || inverseVariance == null || wavelength == null || mask == null
                ? Optional.empty()
                : Optional.of(new Spectrum(flux, inverseVariance, wavelength, mask));
    }

    int pixels() {
        return fluxes.length;
    }

    double flux(int pixel) {
        return fluxes[pixel];
    }

    double weight(int pixel) {
        return inverseVariances[pixel];
    }

    double wavelength(int pixel) {
        return wavelengths[pixel];
    }

    boolean isGood(int pixel) {
        return mask[pixel] == 0
                && Float.isFinite(fluxes[pixel])
                && inverseVariances[pixel] > 0
                && Float.isFinite(inverseVariances[pixel]);
    }

    /** The mean flux of good pixels; NaN if there are none. */
    double mean() {
        double sum = 0;
        int good = 0;
        for (int pixel = 0; pixel < fluxes.length; pixel++) {
            if (isGood(pixel)) {
                sum += fluxes[pixel];
                good++;
            }
        }
        return sum / good;
    }
}
