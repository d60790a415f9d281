package org.spolia.embedding.token;

import java.util.List;
import java.util.Optional;

/**
 * The columns that form a spectrum, named as in the Multimodal Universe.
 *
 * @param name the name before the suffixes, for example spectrum
 */
public record SpectrumColumns(String name) {
    private static final String FLUX = "_flux";

    /** Returns the spectrum whose flux a column holds, judging by its name. */
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

    /** All columns, that of the flux first. */
    public List<String> all() {
        return List.of(flux(), inverseVariance(), wavelength(), mask());
    }
}
