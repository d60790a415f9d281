package org.spolia.embedding.aion;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.spolia.embedding.token.CodeColumn;
import org.spolia.embedding.token.Codec;
import org.spolia.embedding.token.Tokeniser;

/**
 * A modality of AION-1 with a fixed number of tokens, and its key among the inputs of the model. Catalogues, whose
 * sequences vary in length, are not included.
 */
public enum AionModality {
    TOK_IMAGE(576, 4375),
    TOK_IMAGE_HSC(576, 4375),
    TOK_SPECTRUM_DESI(273, 1024),
    TOK_SPECTRUM_SDSS(273, 1024),
    TOK_XP_BP(55, 1024),
    TOK_XP_RP(55, 1024),
    TOK_FLUX_G(1, 1024),
    TOK_FLUX_R(1, 1024),
    TOK_FLUX_I(1, 1024),
    TOK_FLUX_Z(1, 1024),
    TOK_FLUX_W1(1, 1024),
    TOK_FLUX_W2(1, 1024),
    TOK_FLUX_W3(1, 1024),
    TOK_FLUX_W4(1, 1024),
    TOK_EBV(1, 1024),
    TOK_SHAPE_R(1, 1024),
    TOK_SHAPE_E1(1, 1024),
    TOK_SHAPE_E2(1, 1024),
    TOK_MAG_G(1, 1024),
    TOK_MAG_R(1, 1024),
    TOK_MAG_I(1, 1024),
    TOK_MAG_Z(1, 1024),
    TOK_MAG_Y(1, 1024),
    TOK_A_G(1, 1024),
    TOK_A_R(1, 1024),
    TOK_A_I(1, 1024),
    TOK_A_Z(1, 1024),
    TOK_A_Y(1, 1024),
    TOK_SHAPE11(1, 1024),
    TOK_SHAPE22(1, 1024),
    TOK_SHAPE12(1, 1024),
    TOK_FLUX_G_GAIA(1, 1024),
    TOK_FLUX_BP_GAIA(1, 1024),
    TOK_FLUX_RP_GAIA(1, 1024),
    TOK_PARALLAX(1, 1024),
    TOK_RA(1, 1024),
    TOK_DEC(1, 1024),
    TOK_Z(1, 1025),
    TOK_SEGMAP(144, 1000);

    private final int tokens;
    private final int vocabulary;

    AionModality(int tokens, int vocabulary) {
        this.tokens = tokens;
        this.vocabulary = vocabulary;
    }

    /** The name of the input of the model, and of a column with its tokens. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int tokens() {
        return tokens;
    }

    /** The number of codes of a token. */
    public int vocabulary() {
        return vocabulary;
    }

    /** Returns the modality with a key. */
    public static Optional<AionModality> ofKey(String key) {
        return Arrays.stream(values())
                .filter(modality -> modality.key().equals(key))
                .findFirst();
    }

    /**
     * Returns the number of tokens to request from the encoder, its argument num_encoder_tokens: all tokens. The
     * default is 256, and the encoder silently drops tokens beyond it.
     */
    public static int encoderTokens(Collection<AionModality> modalities) {
        return modalities.stream().mapToInt(AionModality::tokens).sum();
    }

    /** Returns the tokeniser of columns that hold the tokens of these modalities, each named by its key. */
    public static Tokeniser tokeniser(List<AionModality> modalities) {
        List<Codec> codecs = modalities.stream()
                .<Codec>map(modality -> new CodeColumn(modality.key(), modality.tokens, modality.vocabulary))
                .toList();
        return new Tokeniser(codecs, Tokeniser.Numbering.SEPARATE);
    }
}
