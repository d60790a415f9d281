package org.spolia.embedding;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.spolia.embedding.token.CodeColumn;
import org.spolia.embedding.token.GridCodec;
import org.spolia.embedding.token.ImageCodec;
import org.spolia.embedding.token.ScalarCodec;
import org.spolia.embedding.token.SpectrumCodec;

/** The names of codecs in a manifest. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ScalarCodec.class, name = "quantiles"),
    @JsonSubTypes.Type(value = GridCodec.class, name = "grid"),
    @JsonSubTypes.Type(value = SpectrumCodec.class, name = "spectrum"),
    @JsonSubTypes.Type(value = ImageCodec.class, name = "image"),
    @JsonSubTypes.Type(value = CodeColumn.class, name = "codes")
})
interface CodecKinds {}
