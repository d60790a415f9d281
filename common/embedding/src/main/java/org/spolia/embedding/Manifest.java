package org.spolia.embedding;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.spolia.embedding.token.Codec;
import org.spolia.embedding.token.Tokeniser;

/**
 * The description of a model: everything that determines an embedding, and its origin.
 *
 * @param name a name for people
 * @param licence the licence of the weights, as an SPDX identifier or in words
 * @param engine DJL's name of the engine that runs the model, or none: an embedding then consists of the prepared
 * values
 * @param model the name of the file next to the manifest; empty for engine none
 * @param sha256 the hash of the file, in hexadecimal; empty for engine none
 * @param inputs the inputs of the model; several inputs share the values of a sample in order, each as many as its only
 * axis has
 * @param tokens converts the columns of an object to integers; null for models of the values themselves
 * @param output the name of the pooled output, for engine PyTorch its index among the outputs, from 0; empty for engine
 * none
 * @param preprocessing the preparation of the values of a sample
 * @param pooling converts the output to an embedding
 * @param dimension the length of the embedding; 0 for engine none, where it is that of the sample
 */
public record Manifest(
        String name,
        String licence,
        String engine,
        String model,
        String sha256,
        List<InputSpec> inputs,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Tokeniser tokens,
        String output,
        Preprocessing preprocessing,
        Pooling pooling,
        int dimension)
        implements Serializable {
    /** The name of its file in a bundle. */
    public static final String FILE = "manifest.json";

    public static final String NO_ENGINE = "none";
    public static final String ONNX_RUNTIME = "OnnxRuntime";
    public static final String PYTORCH = "PyTorch";

    private static final Set<String> ENGINES = Set.of(NO_ENGINE, ONNX_RUNTIME, PYTORCH);
    private static final Pattern FILE_NAME = Pattern.compile("(?!\\.)[\\p{L}\\p{N} ._+-]+");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .addMixIn(Codec.class, CodecKinds.class)
            .build();

    public Manifest {
        require(name, "name");
        require(licence, "licence");
        require(engine, "engine");
        require(model, "model");
        require(sha256, "sha256");
        require(inputs, "inputs");
        require(output, "output");
        require(preprocessing, "preprocessing");
        require(pooling, "pooling");
        inputs = List.copyOf(inputs);
        if (!ENGINES.contains(engine)) {
            throw new BundleException(
                    "engine '" + engine + "' is not known; it must be " + ONNX_RUNTIME + " or " + PYTORCH);
        }
        if (!engine.equals(NO_ENGINE)) {
            requireBeside(model);
            ModelInputs.require(inputs, tokens, preprocessing);
            if (dimension < 1) {
                throw new BundleException("dimension is " + dimension + "; it must be 1 or more");
            }
        }
    }

    /**
     * Reads a manifest.
     *
     * @throws BundleException for the first mistake in it
     */
    public static Manifest parse(byte[] json) {
        try {
            return JSON.readValue(json, Manifest.class);
        } catch (JsonProcessingException e) {
            if (e.getCause() instanceof BundleException || e.getCause() instanceof IllegalArgumentException) {
                throw new BundleException(FILE + ": " + e.getCause().getMessage(), e);
            }
            JsonLocation place = e.getLocation();
            throw new BundleException(
                    FILE + (place == null ? "" : ":" + place.getLineNr()) + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new BundleException(FILE + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** Rejects names that could lead out of the folder. */
    private static void requireBeside(String model) {
        if (!FILE_NAME.matcher(model).matches()) {
            throw new BundleException("model '" + model
                    + "' is not the name of a file next to the manifest; put the model into the folder of the bundle, and give"
                    + " only its name, of letters, digits, spaces and . _ - +");
        }
    }

    /** Returns the text that {@link #parse} reads. */
    public byte[] toJson() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A manifest is plain values", e);
        }
    }

    /** Returns the manifest of raw values, row by row, without a model. */
    static Manifest ofRawValues() {
        return new Manifest("raw", "", NO_ENGINE, "", "", List.of(), null, "", Preprocessing.NONE, Pooling.NONE, 0);
    }

    /** The SHA-256 of everything that determines an embedding; names and licences do not. */
    String contentId() {
        String content = String.join(
                "\n",
                engine,
                sha256,
                inputs.toString() + (tokens == null ? "" : " " + tokens),
                output,
                preprocessing.toString(),
                pooling.name(),
                "" + dimension);
        return sha256(content.getBytes(StandardCharsets.UTF_8));
    }

    ModelInputs modelInputs() {
        return new ModelInputs(inputs);
    }

    boolean hasModel() {
        return !engine.equals(NO_ENGINE);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static void require(@Nullable Object value, String key) {
        if (value == null) {
            throw new BundleException("'" + key + "' is missing");
        }
    }
}
