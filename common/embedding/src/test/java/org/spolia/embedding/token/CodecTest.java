package org.spolia.embedding.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CodecTest {
    private static final Quantiles TENTHS =
            Quantiles.of(IntStream.rangeClosed(0, 100).mapToDouble(i -> i * i).toArray(), 10);

    @Test
    void equallyManyValuesOfTheSampleFallIntoEachBin() {
        int[] counts = new int[10];
        IntStream.range(0, 100).forEach(i -> counts[TENTHS.bin(i * i)]++);
        assertThat(counts).containsOnly(10);
        // numpy.quantile([0, 1, 4, …, 10000], 0.25) is 625.
        assertThat(Quantiles.of(
                                IntStream.rangeClosed(0, 100)
                                        .mapToDouble(i -> i * i)
                                        .toArray(),
                                4)
                        .edges())
                .containsExactly(0.0, 625.0, 2500.0, 5625.0, 10000.0);
    }

    @Property(tries = 200)
    void aNumberComesBackToWithinItsBin(@ForAll @DoubleRange(min = 0, max = 10000) double value) {
        ScalarCodec codec = new ScalarCodec("flux", TENTHS);
        int code = codec.encode(Map.of("flux", new float[] {(float) value}))[0];
        double width = TENTHS.edges().get(code + 1) - TENTHS.edges().get(code);
        assertThat(codec.decode(code)).isCloseTo((float) value, within(width / 2));
    }

    @Test
    void numbersBeyondTheSampleAreInTheFirstOrLastBinAndMissingOnesInNone() {
        ScalarCodec codec = new ScalarCodec("flux", TENTHS);
        assertThat(code(codec, "flux", -1e30f)).isZero();
        assertThat(code(codec, "flux", 1e30f)).isEqualTo(9);
        assertThat(code(codec, "flux", Float.NaN)).isEqualTo(Codec.ABSENT);
        assertThat(code(codec, "flux", Float.NEGATIVE_INFINITY)).isEqualTo(Codec.ABSENT);
        assertThat(codec.encode(Map.of())).containsExactly(Codec.ABSENT);
        assertThat(codec.problem(Map.of("flux", new float[2])))
                .hasValue("column flux has 2 values, and the encoder takes 1");
    }

    @Test
    void valuesOfWhichManyAreEqualAreInTheLastBinThatBeginsWithThem() {
        Quantiles mostlyZero = Quantiles.of(new double[] {0, 0, 0, 0, 0, 0, 0, 0, 8, 10}, 4);
        assertThat(mostlyZero.edges()).containsExactly(0.0, 0.0, 0.0, 0.0, 10.0);
        assertThat(mostlyZero.bin(0)).isEqualTo(3);
        assertThat(mostlyZero.bin(-1)).isZero();
    }

    @Test
    void redshiftsAreOnAGridOfEqualParts() {
        GridCodec codec = new GridCodec("Z", 0, 6, 1024);
        assertThat(code(codec, "Z", 0)).isZero();
        assertThat(code(codec, "Z", 3)).isEqualTo(512);
        assertThat(code(codec, "Z", 0.1f)).isEqualTo(17);
        assertThat(code(codec, "Z", 6)).isEqualTo(1023);
        assertThat(code(codec, "Z", 7)).isEqualTo(1023);
        assertThat(code(codec, "Z", -1)).isZero();
        assertThat(code(codec, "Z", Float.NaN)).isEqualTo(Codec.ABSENT);
        assertThat(codec.decode(17)).isCloseTo(0.1, within(3.0 / 1024));
    }

    @Property(tries = 100)
    void everyCodeOfFiniteScalarsComesBack(@ForAll @IntRange(max = 874) int code) {
        FiniteScalars scalars = Modality.LEVELS;
        assertThat(scalars.codes()).isEqualTo(875);
        assertThat(scalars.code(scalars.numbers(code))).isEqualTo(code);
        assertThat(Arrays.stream(scalars.numbers(code))).allMatch(value -> value >= -1 && value <= 1);
    }

    @Property(tries = 100)
    void numbersAreRoundedToTheNearestLevel(@ForAll @DoubleRange(min = -3, max = 3) double number) {
        FiniteScalars scalars = new FiniteScalars(List.of(7, 2));
        double rounded = scalars.numbers(scalars.code(new double[] {number, 1}))[0];
        assertThat(rounded).isCloseTo(Math.max(-1, Math.min(1, number)), within(1.0 / 6 + 1e-12));
    }

    @Test
    void theFirstAxisOfPatchesIsThatAlongWhichTheyVaryMost() {
        List<double[]> patches = IntStream.range(0, 200)
                .mapToObj(i ->
                        new double[] {10 * Math.sin(i) + Math.cos(3 * i), 5, 20 * Math.sin(i) - Math.cos(3 * i) / 2})
                .toList();
        PatchCodec codec = PatchCodec.of(patches, new FiniteScalars(List.of(7, 5)));
        assertThat(codec.axes().get(0)).isCloseTo(1 / Math.sqrt(5), within(0.01));
        assertThat(codec.axes().get(2)).isCloseTo(2 / Math.sqrt(5), within(0.01));
        assertThat(codec.deviations().get(0)).isCloseTo(Math.sqrt(250), within(0.5));
        // Half a level of each component, 2.5 deviations over 6 and 4 steps.
        double most = Math.hypot(
                2.5 * codec.deviations().get(0) / 6, 2.5 * codec.deviations().get(1) / 4);
        for (double[] patch : patches) {
            double[] back = codec.patch(codec.code(patch));
            assertThat(Math.hypot(patch[0] - back[0], patch[2] - back[2])).isLessThan(most + 1e-9);
            assertThat(back[1]).isCloseTo(5, within(1e-6));
        }
    }

    @Test
    void patchesThatHardlyVaryAreRefused() {
        List<double[]> same = List.of(new double[] {1, 2}, new double[] {2, 4});
        assertThatThrownBy(() -> PatchCodec.of(same, new FiniteScalars(List.of(7, 5))))
                .hasMessage("the sample of 2 patches varies along 1 axes, and the codec needs 2; give it more objects");
    }

    @Test
    void neighbouringCodesHaveNeighbouringValues() {
        ScalarCodec codec = new ScalarCodec("flux", TENTHS);
        assertThat(Arrays.stream(new int[] {0, 5, 9}).mapToDouble(code -> codec.coordinates(code)[0]))
                .containsExactly(-0.9, 2 * 5.5 / 10 - 1, 2 * 9.5 / 10 - 1);
    }

    @Test
    void codesThatAColumnHasAreCheckedAndLeftAsTheyAre() {
        CodeColumn codec = new CodeColumn("tok_image", 3, 10);
        assertThat(codec.encode(Map.of("tok_image", new float[] {0, 9, 4}))).containsExactly(0, 9, 4);
        assertThat(codec.problem(Map.of("tok_image", new float[] {0, 10, 4})))
                .hasValue("code 1 in column tok_image is 10.0, and the encoder takes whole numbers from 0 to 9");
        assertThat(codec.problem(Map.of("tok_image", new float[] {0, 1.5f, 4}))).isPresent();
        assertThat(codec.problem(Map.of("tok_image", new float[4])))
                .hasValue("column tok_image has 4 values, and the encoder takes 3");
    }

    private static int code(Codec codec, String column, float value) {
        return codec.encode(Map.of(column, new float[] {value}))[0];
    }
}
