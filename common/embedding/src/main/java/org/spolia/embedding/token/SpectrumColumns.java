package org.spolia.embedding.token;

import java.util.List;
import java.util.Optional;

/**
 * Columns that together are a spectrum, called as in the Multimodal Universe.
 *
 * @param name before the endings, spectrum for example
 */
public record SpectrumColumns(String name) {
    private static final String FLUX = "_flux";

    /** The spectrum that a column is the flux of, as far as its name says. */
    public static Optional<SpectrumColumns> ofFlux(String column) {
        return column.endsWith(FLUX) && column.length() > FLUX.length()
                ? Optional.of(new SpectrumColumns(column.substring(0, column.length() - FLUX.length())))
                : Optional.empty();
    }

    String flux() {
        return name + FLUX;
    }

    String inverseVariance() {
        return name + "_ivar";
    }

    String wavelength() {
        return name + "_lambda";
    }

    String mask() {
        return name + "_mask";
    }

    /** All of them, that of the flux first. */
    public List<String> all() {
        return List.of(flux(), inverseVariance(), wavelength(), mask());
    }
}
