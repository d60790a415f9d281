package org.spolia.experiment.configuration.encoder;

import java.util.ArrayList;
import java.util.List;
import org.spolia.experiment.binding.CanonicalJson;
import org.spolia.experiment.condition.RowExpression;
import org.spolia.experiment.data.ContentHash;
import org.spolia.symbolic.key.InvalidValueException;
import org.spolia.symbolic.key.Key;
import org.spolia.symbolic.key.Records;

/** Encoders that learn from frames or objects without labels, one for each seed. */
public record PretrainingConfig(
        @Key(
                value = "name of the encoder in tables and views, and after 'model-url: pretrained:'",
                pattern = "[A-Za-z0-9_]+([.-][A-Za-z0-9_]+)*",
                patternInWords = "words of letters, digits and _ with . or - between them")
        String name,

        @Key(
                value =
                        "tables that are learned from, as stage shard makes them: simulations.NAME, or surveys.NAME with 'architecture: tokens'",
                minItems = 1,
                distinct = true,
                pattern = "(simulations|surveys)\\.[a-z][a-z0-9_]{0,99}",
                patternInWords = "simulations.NAME or surveys.NAME")
        List<String> tables,

        @Key(
                value =
                        "columns that are the channels of a sample, in this order, all components of all fields if none is named; of surveys the modalities: numbers, images, and the flux of spectra",
                byDefault = "[]",
                distinct = true)
        List<String> inputCols,

        @Key(
                value =
                        "consecutive frames of a trajectory that are one sample, as many as entries of 'embeddings' with this encoder have",
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

        @Key(
                value = "splits of simulations that are learned from, after the folders that the files are in",
                byDefault = "[train]",
                minItems = 1,
                distinct = true,
                pattern = "train|valid|test",
                patternInWords = "train, valid or test")
        List<String> splits,

        @Key(
                value =
                        "condition of Spark SQL on the columns of the tables, such as parameter_speed < 1, for rows that are learned from; all of the splits if there is none",
                byDefault = "''")
        String where,

        @Key(
                value =
                        "kind of network; convolutional: four convolutions; axial-attention: patches of 4 frames and 8 points on each axis that attend to each other along time, then along each axis of the grid; tokens: a transformer over the tokens of objects of surveys",
                byDefault = "convolutional")
        PretrainingArchitecture architecture,

        @Key(
                "what is hidden and predicted; forecast: the last frames of a sample; masked: blocks of 4 points on each axis; cross-modal: tokens of objects of surveys, whole modalities among them")
        PretrainingObjective objective,

        @Key(
                value = "share of a sample that is hidden, of its frames, blocks or modalities",
                byDefault = "0.5",
                above = 0,
                below = 1)
        double hidden,

        @Key(
                value =
                        "steps of the optimiser (Adam); after 0 the encoder is the random one of the same seed and architecture",
                byDefault = "1000",
                atLeast = 0,
                atMost = 10_000_000)
        int steps,

        @Key(value = "samples in a step", byDefault = "64", atLeast = 1, atMost = 65536)
        int batchSize,

        @Key(value = "learning rate of the optimiser", byDefault = "0.001", above = 0, atMost = 1)
        double learningRate,

        @Key(
                value =
                        "the most samples that are held in memory and learned from, those whose places have the least hash; at most 128 MB of them",
                byDefault = "8192",
                atLeast = 1,
                atMost = 10_000_000)
        int samples,

        @Key(
                value =
                        "seeds of weights, batches and what is hidden; an encoder for each, whose control is the random one of the same seed",
                byDefault = "[0]",
                minItems = 1,
                distinct = true)
        List<Long> seeds) {
    private static final String SURVEYS = "surveys.";

    public PretrainingConfig {
        if (name.equals(EmbeddingConfig.RAW) || name.startsWith(EmbeddingConfig.RANDOM)) {
            throw new InvalidValueException("name", "'" + name + "' is what a control is called; choose another");
        }
        RowExpression.check("where", where);
        requireOneKind(tables, inputCols, window, grid, architecture, objective);
        if (objective == PretrainingObjective.FORECAST && window < 2) {
            throw new InvalidValueException(
                    "window",
                    window + " frame has none after it to predict; make it 2 or more, or use 'objective: masked'");
        }
    }

    /** Passes when objects of surveys, and nothing else, are learned from as tokens. */
    private static void requireOneKind(
            List<String> tables,
            List<String> inputCols,
            int window,
            List<Integer> grid,
            PretrainingArchitecture architecture,
            PretrainingObjective objective) {
        boolean tokens = architecture == PretrainingArchitecture.TOKENS;
        for (String table : tables) {
            if (table.startsWith(SURVEYS) != tokens) {
                throw new InvalidValueException(
                        "tables",
                        tokens
                                ? "'" + table + "' has frames, and tokens are made of objects; name surveys.NAME"
                                : "objects of '" + table + "' are learned from as tokens; add 'architecture: tokens'");
            }
        }
        if ((objective == PretrainingObjective.CROSS_MODAL) != tokens) {
            throw new InvalidValueException(
                    "objective",
                    tokens
                            ? "tokens are predicted with 'objective: cross-modal'"
                            : "cross-modal needs tokens; use forecast or masked, or 'architecture: tokens'");
        }
        if (tokens && (window != 1 || !grid.isEmpty())) {
            throw new InvalidValueException(
                    window != 1 ? "window" : "grid", "objects of a survey are not frames on a grid; remove the key");
        }
        if (tokens && inputCols.isEmpty()) {
            throw new InvalidValueException("input-cols", "name the modalities of an object that are learned from");
        }
    }

    /** The encoder of one seed, with everything but the data that determines it; in hexadecimal. */
    public String id(long seed) {
        PretrainingConfig one = Records.with(this, "seeds", List.of(seed));
        return ContentHash.of("pretraining").add(CanonicalJson.of(one)).hex();
    }

    /**
     * What a sample is, in words as those of embeddings.
     *
     * @param columns the channels, named one by one
     */
    public String setting(List<String> columns) {
        List<String> parts =
                new ArrayList<>(List.of(String.join(",", columns), "window " + window + " stride " + stride));
        if (!grid.isEmpty()) {
            parts.add(EmbeddingConfig.inWords(grid));
        }
        return String.join(" ", parts);
    }
}
