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
 * Tables of frames or objects, and the encoder that makes vectors of them. Keys have the names of djl-spark's
 * parameters where it has one; what its translator does is in the manifest of a bundle.
 *
 * @param modelUrl as it was written; {@link ExperimentConfig#embeddings} has it resolved
 */
public record EmbeddingConfig(
        @Key(
                value = "tables that are embedded, as stage shard makes them: simulations.NAME and surveys.NAME",
                minItems = 1,
                distinct = true,
                pattern = "(simulations|surveys)\\.[a-z][a-z0-9_]{0,99}",
                patternInWords = "simulations.NAME or surveys.NAME")
        List<String> tables,

        @Key(
                "folder of an encoder bundle (a model and its manifest.json), relative to this file, or a URI; raw: the values themselves; random: an encoder that has learned nothing; pretrained:NAME: one that an entry of 'pretraining' makes")
        String modelUrl,

        @Key(
                value = "what runs the model of a bundle, by DJL's name: OnnxRuntime, or PyTorch for TorchScript",
                byDefault = "OnnxRuntime",
                pattern = "OnnxRuntime|PyTorch",
                patternInWords = "OnnxRuntime or PyTorch")
        String engine,

        @Key(value = "seed of the weights of a random encoder, or one of those of a pretraining", byDefault = "0")
        long seed,

        @Key(
                value = "kind of network that a random encoder is, as in 'pretraining'; of others their own is",
                byDefault = "convolutional")
        PretrainingArchitecture architecture,

        @Key(
                value =
                        "mean: a vector is the mean over the places, or tokens, that the encoder looks at; none: the numbers of all of them, as what is asked of places needs; the manifest of a bundle has its own",
                byDefault = "mean")
        EmbeddingPooling pooling,

        @Key(
                value =
                        "columns that are the channels of a sample, in this order; for simulations all components of all fields if none is named",
                byDefault = "[]",
                distinct = true)
        List<String> inputCols,

        @Key(
                value =
                        "column that takes the vectors: embedding (float32) or half (float16, which takes half the space)",
                byDefault = "embedding",
                pattern = "embedding|half",
                patternInWords = "embedding or half")
        String outputCol,

        @Key(
                value =
                        "consecutive frames of a trajectory that are one sample; one frame cannot tell how fast anything moves",
                byDefault = "1",
                atLeast = 1,
                atMost = 10_000)
        int window,

        @Key(value = "frames from the start of a sample to that of the next", sameAs = "window", atLeast = 1)
        int stride,

        @Key(
                value =
                        "length of each axis of a coarser grid, on which points are the means of equal blocks; the grid of the data if none is named",
                byDefault = "[]",
                atLeast = 1)
        List<Integer> grid,

        @Key(value = "samples that go into the model at once", byDefault = "32", atLeast = 1, atMost = 65536)
        int batchSize,

        @Key(
                value =
                        "padding: batches of batch-size, the last of a file filled up with zeros; none: one sample at a time",
                byDefault = "padding")
        Batchifier batchifier,

        @Key(
                value = "batches that wait for the model of a task while the next are read, which bounds its memory",
                byDefault = "2",
                atLeast = 1,
                atMost = 1000)
        int queue,

        @Key(
                value =
                        "files of a table in a batch of the stage, each a task; what becomes visible as a whole, and is what a kill can lose",
                byDefault = "64",
                atLeast = 1)
        int filesPerBatch,

        @Key(value = "what Spark gives a task of this entry alone, as its other stages need no GPU", byDefault = "{}")
        TaskResourcesConfig resources) {
    public static final String RAW = "raw";
    public static final String RANDOM = "random";
    public static final String HALF = "half";

    private static final String SURVEYS = "surveys.";

    public EmbeddingConfig {
        boolean surveys = tables.stream().anyMatch(table -> table.startsWith(SURVEYS));
        if (surveys && window != 1) {
            throw new InvalidValueException("window", "objects of a survey are not frames in time; remove the key");
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
                    "only 'model-url: random' and 'pretrained:NAME' have the choice, and a bundle says it in its manifest; remove the key");
        }
        if (architecture != PretrainingArchitecture.CONVOLUTIONAL && !model.hasSeed()) {
            throw new InvalidValueException("architecture", "only 'model-url: random' has the choice; remove the key");
        }
    }

    public EncoderModel model() {
        return EncoderModel.parse(modelUrl);
    }

    /** Whether there is an encoder for each seed. */
    public boolean hasSeed() {
        return model().hasSeed();
    }

    /** The same with the id of the entry that makes its encoder. */
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

    /** Of all that determines encoder and setting for a table, where the entry is resolved; in hexadecimal. */
    public String entryId() {
        return ContentHash.of("entry of embeddings")
                .add(List.of(modelUrl, Names.kebab(architecture), setting(inputCols)))
                .add(seed)
                .hex();
    }

    /** Whether a vector is the mean over places, or tokens. */
    public boolean isPooled() {
        return pooling == EmbeddingPooling.MEAN;
    }

    /** How many samples go into the model at once. */
    public int samplesAtOnce() {
        return batchifier == Batchifier.NONE ? 1 : batchSize;
    }

    public boolean isHalf() {
        return outputCol.equals(HALF);
    }

    /**
     * Everything but the encoder that determines a vector, in words that tell it apart.
     *
     * @param columns the channels, named one by one
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
