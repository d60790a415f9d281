package org.spolia.embedding.aion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Expected values come from a separate numpy implementation of polymathic-aion 0.0.2. */
class AionTest {

    @Test
    void modalitiesHaveTheTokensAndCodesOfTheModel() {
        assertThat(AionModality.values()).hasSize(39);
        assertThat(AionModality.TOK_IMAGE.tokens()).isEqualTo(24 * 24);
        assertThat(AionModality.TOK_IMAGE.vocabulary()).isEqualTo(7 * 5 * 5 * 5 * 5);
        assertThat(AionModality.TOK_SPECTRUM_DESI.tokens()).isEqualTo(1 + 272);
        assertThat(AionModality.TOK_SEGMAP.tokens()).isEqualTo(12 * 12);
        assertThat(AionModality.TOK_SEGMAP.vocabulary()).isEqualTo(8 * 5 * 5 * 5);
        assertThat(AionModality.TOK_Z.vocabulary()).isEqualTo(1024 + 1);
        assertThat(AionModality.ofKey("tok_flux_bp_gaia")).hasValue(AionModality.TOK_FLUX_BP_GAIA);
        assertThat(AionModality.ofKey("tok_nothing")).isEmpty();
    }

    @Test
    void theEncoderIsAskedForAllTokens() {
        assertThat(AionModality.encoderTokens(
                        Set.of(AionModality.TOK_IMAGE, AionModality.TOK_SPECTRUM_DESI, AionModality.TOK_FLUX_G)))
                .isEqualTo(850);
        assertThat(AionModality.tokeniser(List.of(AionModality.TOK_Z, AionModality.TOK_XP_BP))
                        .tokens())
                .isEqualTo(56);
    }

    @Test
    void anImageIsCutOffScaledAndPutIntoItsChannels() {
        // 98 × 97: the crop begins with row 1, column 0.
        float[] flux = new float[2 * 98 * 97];
        flux[97] = 1;
        flux[97 + 95] = -20;
        flux[96 * 97 + 5] = 0.002f;
        flux[98 * 97 + 97] = 100;
        AionImage image = AionImage.of(flux, List.of(AionBand.DES_G, AionBand.HSC_G), 98, 97);

        assertThat(image.values()).hasSize(9 * 96 * 96);
        assertThat(image.mask()).containsExactly(true, false, false, false, false, true, false, false, false);
        int desi = 5 * 96 * 96;
        assertThat(image.values()[desi]).isCloseTo(0.5298342f, within(1e-6f));
        assertThat(image.values()[desi + 95]).isCloseTo(-0.7090078f, within(1e-6f));
        assertThat(image.values()[desi + 95 * 96 + 5]).isCloseTo(0.01986901f, within(1e-8f));
        assertThat(image.values()[0]).isCloseTo(0.5535706f, within(1e-6f));
        assertThat(flux[97 + 95]).isEqualTo(-20);
    }

    @Test
    void imagesThatCannotBeCutAreRefused() {
        assertThatThrownBy(() -> AionImage.of(new float[95 * 96], List.of(AionBand.DES_R), 95, 96))
                .hasMessage("An image of 95×96 pixels is too small; AION-1 takes 96×96");
        assertThatThrownBy(() -> AionImage.of(new float[96 * 96], List.of(AionBand.DES_R, AionBand.DES_Z), 96, 96))
                .hasMessageContaining("is not [DES_R, DES_Z] of 96×96 pixels, each band once");
        assertThat(AionBand.ofLabel("HSC-Y")).hasValue(AionBand.HSC_Y);
        assertThat(AionBand.ofLabel("U")).isEmpty();
    }

    @Test
    void aSpectrumIsNormalisedAndInterpolatedToTheGrid() {
        int pixels = 1000;
        float[] flux = new float[pixels];
        float[] ivar = new float[pixels];
        boolean[] mask = new boolean[pixels];
        float[] wavelength = new float[pixels];
        for (int pixel = 0; pixel < pixels; pixel++) {
            flux[pixel] = (float) (3 + Math.sin(pixel / 50.0));
            ivar[pixel] = pixel % 2 == 0 ? 400 : 25;
            mask[pixel] = pixel >= 500 && pixel < 510;
            wavelength[pixel] = 4000 + 2f * pixel;
        }
        flux[10] = Float.NaN;
        ivar[20] = Float.NaN;
        AionSpectrum spectrum = AionSpectrum.of(flux, ivar, mask, wavelength);

        assertThat(spectrum.token()).isEqualTo(274);
        assertThat(spectrum.flux()).hasSize(8704);
        int[] places = {0, 624, 625, 627, 650, 1880, 3122, 3123, 8703};
        double[] fluxes = {0, 0, -0.00302772680, -0.00197728752, -0.19869011034, -0.04090983473, 0.05622213525, 0, 0};
        double[] deviations = {0, 0, 0.61672815146, 0.38440711112, 0.61672815146, 0.61672815146, 0.38440711112, 0, 0};
        for (int i = 0; i < places.length; i++) {
            assertThat(spectrum.flux()[places[i]]).as("flux " + places[i]).isCloseTo((float) fluxes[i], within(1e-6f));
            assertThat(spectrum.inverseDeviation()[places[i]])
                    .as("deviation " + places[i])
                    .isCloseTo((float) deviations[i], within(1e-6f));
        }
    }

    @Test
    void darkSpectraHaveTheLeastBrightnessAndOthersDoNotOverflow() {
        float[] wavelength = {4000, 5000};
        AionSpectrum dark = AionSpectrum.of(new float[] {-1, -1}, new float[2], new boolean[2], wavelength);
        // The smallest of the 1024 numbers from -1 to 5 that is at least log10(1.1).
        assertThat(dark.token()).isEqualTo(178);
        AionSpectrum bright =
                AionSpectrum.of(new float[] {Float.POSITIVE_INFINITY, 1}, new float[2], new boolean[2], wavelength);
        assertThat(bright.token()).isEqualTo(1023);
        for (float value : bright.flux()) {
            assertThat(value).isFinite();
        }
        float[] falling = {5000, 4000};
        assertThatThrownBy(() -> AionSpectrum.of(new float[2], new float[2], new boolean[2], falling))
                .hasMessageContaining("wavelengths must rise");
        assertThatThrownBy(() -> AionSpectrum.of(new float[2], new float[1], new boolean[2], wavelength))
                .hasMessageContaining("2 or more, not 2, 1, 2 and 2");
        assertThat(Arrays.stream(new double[] {0, 1e-9, -2, 1e30})
                        .map(Arcsinh::of)
                        .toArray())
                .containsExactly(new double[] {0, 1e-9, -1.4436354751788103, 69.77069997038132}, within(1e-12));
    }
}
