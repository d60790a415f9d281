package org.spolia.embedding.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spolia.embedding.network.CounterRandom;

class TokeniserTest {
    private static final Quantiles HALVES = new Quantiles(List.of(0.0, 1.0, 2.0));
    private static final List<Codec> CODECS =
            List.of(new ScalarCodec("g", HALVES), new GridCodec("z", 0, 1, 4), new CodeColumn("codes", 2, 10));
    private static final Tokeniser JOINT = new Tokeniser(CODECS, Tokeniser.Numbering.JOINT);

    @Test
    void modalitiesAreNumberedOneAfterTheOtherAndZeroIsAbsent() {
        Map<String, float[]> object =
                Map.of("g", new float[] {1.5f}, "z", new float[] {0.3f}, "codes", new float[] {0, 9});
        assertThat(JOINT.tokenise(object).tokens()).containsExactly(1 + 1, 3 + 1, 7, 16);
        assertThat(JOINT.vocabulary()).isEqualTo(17);
        assertThat(JOINT.range(2)).containsExactly(2, 4);
        assertThat(JOINT.tokenise(Map.of("z", new float[] {0.3f})).tokens()).containsExactly(0, 4, 0, 0);
        assertThat(JOINT.tokenise(Map.of("z", new float[] {Float.NaN})).reason())
                .isEqualTo("there is no value for any of g, z, codes");
    }

    @Test
    void separateCodesAreWhatTheyAreAndNoneIsAbsent() {
        Tokeniser separate = new Tokeniser(CODECS, Tokeniser.Numbering.SEPARATE);
        Map<String, float[]> object =
                Map.of("g", new float[] {1.5f}, "z", new float[] {0.3f}, "codes", new float[] {0, 9});
        assertThat(separate.tokenise(object).tokens()).containsExactly(1, 1, 0, 9);
        assertThat(separate.tokenise(Map.of("g", new float[] {1})).reason())
                .isEqualTo("there is no value for a token of 'z', and the encoder needs all values");
    }

    @Test
    void columnsOfSomeModalitiesAreTheirInputs() {
        assertThat(JOINT.columns(List.of("codes", "g"))).containsExactly("g", "codes");
        assertThat(JOINT.names()).containsExactly("g", "z", "codes");
    }

    @Test
    void aModalityIsThereOnce() {
        assertThatThrownBy(() ->
                        new Tokeniser(List.of(CODECS.get(0), new GridCodec("g", 0, 1, 2)), Tokeniser.Numbering.JOINT))
                .hasMessage("two codecs are of 'g'; each must be of another");
    }

    @Test
    void imagesAreCutIntoPatchesOfAllBands() {
        List<Map<String, float[]>> objects = IntStream.range(0, 50)
                .mapToObj(number -> Map.of("image", image(number)))
                .toList();
        ImageCodec codec = (ImageCodec) new Modality.Image("image", 2, 4, 8).fit(objects);
        assertThat(codec.tokens()).isEqualTo(2);
        float[] image = image(100);
        List<double[]> patches = ImageCodec.patches(image, 2, 4, 8, 4, 1);
        // The second patch begins with column 4 of the first row, and its second band after 16 pixels.
        assertThat(patches.get(1)[0]).isEqualTo(SpectrumCodec.arcsinh(image[4]));
        assertThat(patches.get(1)[5]).isEqualTo(SpectrumCodec.arcsinh(image[8 + 5]));
        assertThat(patches.get(1)[16]).isEqualTo(SpectrumCodec.arcsinh(image[32 + 4]));
        image[4] = Float.NaN;
        int[] codes = codec.encode(Map.of("image", image));
        assertThat(codes[0]).isBetween(0, 874);
        assertThat(codes[1]).isEqualTo(Codec.ABSENT);
        assertThat(codec.problem(Map.of("image", new float[3])))
                .hasValue("column image has 3 values, and the encoder takes 64");
        assertThatThrownBy(() -> new Modality.Image("image", 3, 16, 18))
                .hasMessage("image 'image' has 3 bands of 16×18 pixels, which patches of 4 on a side do not tile");
    }

    private static float[] image(int number) {
        float[] image = new float[64];
        for (int i = 0; i < image.length; i++) {
            image[i] = (float) CounterRandom.normal(number, i);
        }
        return image;
    }
}
