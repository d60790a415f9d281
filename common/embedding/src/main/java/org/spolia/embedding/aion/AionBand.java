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

    /** The name of the band in files, for example DES-G. */
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

    /** The index of its channel. */
    int channel() {
        return channel;
    }

    /** The magnitude at which fluxes are clipped, in the unit of the survey. */
    double most() {
        return most;
    }

    /** The divisor of fluxes after clipping. */
    double scale() {
        return name().startsWith("HSC") ? HSC_SCALE : 1;
    }
}
