package org.spolia.embedding.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.spolia.embedding.network.CounterRandom;

class SpectrumCodecTest {
    private static final int PIXELS = 384;

    /** Slopes and lines of all kinds, between 4000 Å and 7830 Å. */
    private static Map<String, float[]> object(int number) {
        return object(number, PIXELS, 10);
    }

    private static Map<String, float[]> object(int number, int pixels, double step) {
        float[] flux = new float[pixels];
        float[] wavelength = new float[pixels];
        float[] ivar = new float[pixels];
        double slope = CounterRandom.normal(1, number);
        double line = 4200 + 3400 * (CounterRandom.below(1000, 2, number) / 1000.0);
        double brightness = Math.exp(CounterRandom.normal(3, number));
        for (int pixel = 0; pixel < pixels; pixel++) {
            wavelength[pixel] = (float) (4000 + step * pixel);
            double place = (wavelength[pixel] - 5900) / 1900;
            double peak = Math.exp(-Math.pow((wavelength[pixel] - line) / 40, 2));
            flux[pixel] = (float) (brightness * (2 + 0.5 * slope * place + 0.4 * place * place + 2 * peak));
            ivar[pixel] = 4;
        }
        Map<String, float[]> object = new HashMap<>();
        object.put("spectrum_flux", flux);
        object.put("spectrum_ivar", ivar);
        object.put("spectrum_lambda", wavelength);
        object.put("spectrum_mask", new float[pixels]);
        return object;
    }

    private static SpectrumCodec fitted() {
        List<Map<String, float[]>> objects = new ArrayList<>();
        for (int number = 0; number < 300; number++) {
            objects.add(object(number));
        }
        return (SpectrumCodec) new Modality.OfSpectrum("spectrum").fit(objects);
    }

    private static final SpectrumCodec CODEC = fitted();

    @Test
    void aSpectrumIsItsBrightnessAndItsPatches() {
        assertThat(CODEC.tokens()).isEqualTo(25);
        assertThat(CODEC.vocabulary()).isEqualTo(875 + 256);
        assertThat(CODEC.grid().step()).isCloseTo(10, within(1e-9));
        int[] codes = CODEC.encode(object(1000));
        assertThat(codes[0]).isBetween(875, 875 + 255);
        assertThat(Arrays.stream(codes, 1, 25)).allMatch(code -> code >= 0 && code < 875);
    }

    @Test
    void theShapeIsRestoredUpToQuantisation() {
        double squares = 0;
        double errors = 0;
        for (int number = 1000; number < 1050; number++) {
            Map<String, float[]> object = object(number);
            Spectrum spectrum =
                    Spectrum.of(object, new SpectrumColumns("spectrum")).orElseThrow();
            List<double[]> patches = SpectrumCodec.patches(CODEC.grid(), spectrum, 16);
            int[] codes = CODEC.encode(object);
            for (int place = 0; place < patches.size(); place++) {
                double[] back = CODEC.shape(codes[1 + place]);
                for (int i = 0; i < back.length; i++) {
                    squares += Math.pow(patches.get(place)[i], 2);
                    errors += Math.pow(patches.get(place)[i] - back[i], 2);
                }
            }
        }
        assertThat(errors / squares).isLessThan(0.12);
    }

    @Test
    void theBrightnessIsTheMeanOfGoodPixels() {
        Map<String, float[]> object = object(1001);
        int[] codes = CODEC.encode(object);
        column(object, "flux")[7] = 1e9f;
        column(object, "mask")[7] = 1;
        column(object, "flux")[8] = Float.NaN;
        column(object, "flux")[9] = -1e9f;
        column(object, "ivar")[9] = 0;
        int[] spoilt = CODEC.encode(object);
        assertThat(spoilt[0]).isCloseTo(codes[0], within(1));
        assertThat(Arrays.copyOfRange(spoilt, 3, 25)).isEqualTo(Arrays.copyOfRange(codes, 3, 25));
    }

    @Test
    void aSpectrumWithTwiceAsManyPixelsHasTheSameTokens() {
        int[] coarse = CODEC.encode(object(1002));
        int[] fine = CODEC.encode(object(1002, 2 * PIXELS, 5));
        int same = 0;
        for (int place = 0; place < coarse.length; place++) {
            same += coarse[place] == fine[place] ? 1 : 0;
        }
        assertThat(same).isGreaterThan(20);
    }

    @Test
    void patchesWithFewGoodPixelsAreAbsentAndSoAreSpectraWithNone() {
        Map<String, float[]> object = object(1003);
        Arrays.fill(column(object, "mask"), 0, 9, 1);
        Arrays.fill(column(object, "mask"), 16, 24, 1);
        int[] codes = CODEC.encode(object);
        assertThat(codes[1]).isEqualTo(Codec.ABSENT);
        assertThat(Arrays.copyOfRange(codes, 2, 25)).doesNotContain(Codec.ABSENT);
        Arrays.fill(column(object, "ivar"), 0);
        assertThat(CODEC.encode(object)).containsOnly(Codec.ABSENT);
        assertThat(CODEC.encode(Map.of())).containsOnly(Codec.ABSENT);
    }

    @Test
    void aMeanBelowZeroIsDarkAndKeepsItsPatchesInBounds() {
        Map<String, float[]> object = object(1004);
        Arrays.fill(column(object, "flux"), -3);
        assertThat(CODEC.encode(object)[0]).isEqualTo(875);
        assertThat(Arrays.stream(CODEC.encode(object))).allMatch(code -> code >= 0 && code < CODEC.vocabulary());
    }

    @Test
    void columnsThatDoNotGoTogetherAreNamed() {
        Map<String, float[]> object = object(1005);
        object.put("spectrum_mask", new float[3]);
        assertThat(CODEC.problem(object)).hasValue("column spectrum_mask has 3 values, and the encoder takes 384");
        object.remove("spectrum_mask");
        assertThat(CODEC.problem(object)).hasValue("column spectrum_mask is NULL, and spectrum_flux is not");
        assertThat(CODEC.problem(Map.of())).isEmpty();
    }

    @Test
    void gapsAreFilledOnTheLineBetweenNeighbours() {
        double[] values = {Double.NaN, 1, Double.NaN, Double.NaN, 4, Double.NaN};
        Gaps.fill(values);
        assertThat(values).containsExactly(1, 1, 2, 3, 4, 4);
    }

    private static float[] column(Map<String, float[]> object, String name) {
        return Objects.requireNonNull(object.get("spectrum_" + name));
    }
}
