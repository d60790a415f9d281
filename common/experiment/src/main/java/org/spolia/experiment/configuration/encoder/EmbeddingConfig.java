package org.spolia.experiment.configuration.encoder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.data.ContentHash;
import org.spolia.symbolic.key.InvalidValueException;
import org.spolia.symbolic.key.Key;
import org.spolia.symbolic.key.Names;
import org.spolia.symbolic.key.Records;

/**
 * Tables of frames or objects, and their encoder. Keys have the names of the corresponding parameters of djl-spark. The
 * manifest of a bundle replaces the translator of djl-spark.
 *
 * @param modelUrl as written; {@link ExperimentConfig#embeddings} resolves it
 */
public record EmbeddingConfig(
        @Key(
                value = "tables to embed, written by stage shard: simulations.NAME and surveys.NAME",
                minItems = 1,
                distinct = true,
                pattern = "(simulations|surveys)\\.[a-z][a-z0-9_]{0,99}",
                patternInWords = "simulations.NAME or surveys.NAME")
        List<String> tables,

        @Key(
                "folder of an encoder bundle (a model and its manifest.json), relative to this file, or a URI; raw: the values themselves, without an encoder; random: an encoder with random weights; pretrained:NAME: the encoder of an entry of 'pretraining'")
        String modelUrl,

        @Key(
                value =
                        "the engine that runs the model of a bundle, named as in DJL: OnnxRuntime, or PyTorch for TorchScript",
                byDefault = "OnnxRuntime",
                pattern = "OnnxRuntime|PyTorch",
                patternInWords = "OnnxRuntime or PyTorch")
        String engine,

        @Key(value = "seed of the weights of a random encoder, or one of the seeds of a pretraining", byDefault = "0")
        long seed,

        @Key(
                value = "architecture of a random encoder, as in 'pretraining'; other encoders have their own",
                byDefault = "convolutional")
        PretrainingArchitecture architecture,

        @Key(
                value =
                        "mean: an embedding is the mean over the positions or tokens of the encoder; none: it contains the values of all of them, as probes of positions need; a bundle sets this in its manifest",
                byDefault = "mean")
        EmbeddingPooling pooling,

        @Key(
                value =
                        "columns that are the channels of a sample, in this order; if none is named, all components of all fields of a simulation",
                byDefault = "[]",
                distinct = true)
        List<String> inputCols,

        @Key(
                value = "column for the embeddings: embedding (float32) or half (float16, half the size)",
                byDefault = "embedding",
                pattern = "embedding|half",
                patternInWords = "embedding or half")
        String outputCol,

        @Key(
                value = "consecutive frames of a trajectory in one sample; a single frame contains no velocities",
                byDefault = "1",
                atLeast = 1,
                atMost = 10_000)
        int window,

        @Key(value = "frames from the start of one sample to the start of the next", sameAs = "window", atLeast = 1)
        int stride,

        @Key(
                value =
                        "length of each axis of a coarser grid, whose points are the means of equal blocks; the grid of the data if none is given",
                byDefault = "[]",
                atLeast = 1)
        List<Integer> grid,

        @Key(value = "samples in one call of the model", byDefault = "32", atLeast = 1, atMost = 65536)
        int batchSize,

        @Key(
                value =
                        "padding: batches of batch-size, where the last batch of a file is padded with zeros; none: one sample at a time",
                byDefault = "padding")
        Batchifier batchifier,

        @Key(
                value = "batches that a task reads ahead of the model; this bounds its memory",
                byDefault = "2",
                atLeast = 1,
                atMost = 1000)
        int queue,

        @Key(
                value =
                        "files of a table in a batch of the stage, one task each; a batch is committed as a whole, and a killed process loses at most one",
                byDefault = "64",
                atLeast = 1)
        int filesPerBatch,

        @Key(
                value = "resources that Spark assigns to each task of this entry; other stages need no GPU",
                byDefault = "{}")
        TaskResourcesConfig resources) {
    public static final String RAW = "raw";
    public static final String RANDOM = "random";
    public static final String HALF = "half";

    private static final String SURVEYS = "surveys.";

    public EmbeddingConfig {
        boolean surveys = tables.stream().anyMatch(table -> table.startsWith(SURVEYS));
        if (surveys && window != 1) {
            throw new InvalidValueException("window", "a survey has no frames; remove the key");
        }
        if (surveys && inputCols.isEmpty()) {
            throw new InvalidValueException(
                    "input-cols", "name the columns of the survey that are the channels of a sample");
        }
        EncoderModel model = EncoderModel.parse(modelUrl);
        if (seed != 0 && !model.hasSeed()) {
            throw new InvalidValueException(
                    "seed", "only 'model-url: random' and 'pretrained:NAME' have a seed; remove the key");
        }
        if (architecture == PretrainingArchitecture.TOKENS && model instanceof EncoderModel.Random) {
            throw new InvalidValueException(
                    "architecture",
                    "tokens need codecs, which are fitted to objects; name an entry of 'pretraining' with 'steps: 0'");
        }
        if (pooling != EmbeddingPooling.MEAN && !model.hasSeed()) {
            throw new InvalidValueException(
                    "pooling",
                    "only 'model-url: random' and 'pretrained:NAME' have this key, and a bundle sets it in its manifest; remove the key");
        }
        if (architecture != PretrainingArchitecture.CONVOLUTIONAL && !model.hasSeed()) {
            throw new InvalidValueException("architecture", "only 'model-url: random' has this key; remove the key");
        }
    }

    public EncoderModel model() {
        return EncoderModel.parse(modelUrl);
    }

    /** Returns whether there is one encoder for each seed. */
    public boolean hasSeed() {
        return model().hasSeed();
    }

    /** Returns this entry with the id of the pretraining of its encoder. */
    public EmbeddingConfig madeBy(PretrainingConfig pretraining) {
        EncoderModel.Pretrained model = new EncoderModel.Pretrained(pretraining.name(), pretraining.id(seed));
        return at(model.url(), pretraining.architecture());
    }

    public EmbeddingConfig at(String place) {
        return at(place, architecture);
    }

    private EmbeddingConfig at(String place, PretrainingArchitecture kind) {
        return Records.with(this, Map.of("modelUrl", place, "architecture", kind));
    }

    /**
     * The hash, in hexadecimal, of everything that determines encoder and setting for a table. The entry must be
     * resolved.
     */
    public String entryId() {
        return ContentHash.of("entry of embeddings")
                .add(List.of(modelUrl, Names.kebab(architecture), setting(inputCols)))
                .add(seed)
                .hex();
    }

    /** Returns whether an embedding is the mean over positions or tokens. */
    public boolean isPooled() {
        return pooling == EmbeddingPooling.MEAN;
    }

    /** The number of samples in one call of the model. */
    public int samplesAtOnce() {
        return batchifier == Batchifier.NONE ? 1 : batchSize;
    }

    public boolean isHalf() {
        return outputCol.equals(HALF);
    }

    /**
     * A text of all settings that determine an embedding, except the encoder. Different settings have different texts.
     *
     * @param columns the names of all channels
     */
    public String setting(List<String> columns) {
        List<String> parts = new ArrayList<>(List.of(String.join(",", columns)));
        if (window > 1 || stride > 1) {
            parts.add("window " + window + " stride " + stride);
        }
        if (!grid.isEmpty()) {
            parts.add(inWords(grid));
        }
        if (!isPooled()) {
            parts.add("unpooled");
        }
        parts.add("batch " + samplesAtOnce());
        parts.add(isHalf() ? "float16" : "float32");
        return String.join(" ", parts);
    }

    static String inWords(List<Integer> grid) {
        return "grid " + String.join("x", grid.stream().map(String::valueOf).toList());
    }
}
