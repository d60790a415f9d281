package org.spolia.embedding.aion;

import java.util.Locale;
import java.util.Optional;

/** A band of an image, in the order of the channels of AION-1's image codec. */
public enum AionBand {
    HSC_G(0, 80),
    HSC_R(1, 110),
    HSC_I(2, 200),
    HSC_Z(3, 330),
    HSC_Y(4, 500),
    DES_G(5, 6),
    DES_R(6, 15),
    DES_I(7, 20),
    DES_Z(8, 25);

    /** From the zero point of the Hyper Suprime-Cam, 27 mag, to that of the Legacy Surveys, 22.5 mag. */
    private static final double HSC_SCALE = Math.pow(10, (27 - 22.5) / 2.5);

    private final int channel;
    private final double most;

    AionBand(int channel, double most) {
        this.channel = channel;
        this.most = most;
    }

    /** As the band is called in files, DES-G for example. */
    public String label() {
        return name().replace('_', '-');
    }

    public static Optional<AionBand> ofLabel(String label) {
        for (AionBand band : values()) {
            if (band.label().equals(label.toUpperCase(Locale.ROOT))) {
                return Optional.of(band);
            }
        }
        return Optional.empty();
    }

    /** The channel that it is in. */
    int channel() {
        return channel;
    }

    /** The size to which fluxes are cut off, in the unit of the survey. */
    double most() {
        return most;
    }

    /** What fluxes are divided by after that. */
    double scale() {
        return name().startsWith("HSC") ? HSC_SCALE : 1;
    }
}
