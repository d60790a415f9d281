package org.spolia.experiment.configuration.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EncoderModelTest {
    @Test
    void aUrlNamesOneKindOfModel() {
        assertThat(EncoderModel.parse("raw")).isEqualTo(new EncoderModel.Raw());
        assertThat(EncoderModel.parse("random")).isEqualTo(new EncoderModel.Random());
        assertThat(EncoderModel.parse("pretrained:parts")).isEqualTo(new EncoderModel.Pretrained("parts", ""));
        assertThat(EncoderModel.parse("encoders/raw")).isEqualTo(new EncoderModel.Bundle("encoders/raw"));
        assertThat(EncoderModel.parse("s3://models/random")).isEqualTo(new EncoderModel.Bundle("s3://models/random"));
    }

    @Test
    void aResolvedPretrainingIsReadAsItWasWritten() {
        EncoderModel.Pretrained model = new EncoderModel.Pretrained("parts", "0123abcd");

        assertThat(EncoderModel.parse(model.url())).isEqualTo(model);
    }

    @Test
    void modelsThatAreMadeHereHaveSeeds() {
        assertThat(EncoderModel.parse("random").hasSeed()).isTrue();
        assertThat(EncoderModel.parse("pretrained:parts").hasSeed()).isTrue();
        assertThat(EncoderModel.parse("raw").hasSeed()).isFalse();
        assertThat(EncoderModel.parse("encoders/mine").hasSeed()).isFalse();
    }
}
