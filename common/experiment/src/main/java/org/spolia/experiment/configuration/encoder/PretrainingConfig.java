package org.spolia.experiment.configuration.encoder;

import java.util.ArrayList;
import java.util.List;
import org.spolia.experiment.binding.CanonicalJson;
import org.spolia.experiment.condition.RowExpression;
import org.spolia.experiment.data.ContentHash;
import org.spolia.symbolic.key.InvalidValueException;
import org.spolia.symbolic.key.Key;
import org.spolia.symbolic.key.Records;

/** Encoders that are trained on frames or objects without labels, one for each seed. */
public record PretrainingConfig(
        @Key(
                value = "name of the encoder in tables and views, and after 'model-url: pretrained:'",
                pattern = "[A-Za-z0-9_]+([.-][A-Za-z0-9_]+)*",
                patternInWords = "words of letters, digits and _, separated by . or -")
        String name,

        @Key(
                value =
                        "tables to train on, written by stage shard: simulations.NAME, or surveys.NAME with 'architecture: tokens'",
                minItems = 1,
                distinct = true,
                pattern = "(simulations|surveys)\\.[a-z][a-z0-9_]{0,99}",
                patternInWords = "simulations.NAME or surveys.NAME")
        List<String> tables,

        @Key(
                value =
                        "columns that are the channels of a sample, in this order; if none is named, all components of all fields; for surveys the modalities: numbers, images and the flux of spectra",
                byDefault = "[]",
                distinct = true)
        List<String> inputCols,

        @Key(
                value =
                        "consecutive frames of a trajectory in one sample; the same number as in entries of 'embeddings' with this encoder",
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

        @Key(
                value = "splits of simulations to train on, named like the folders of their files",
                byDefault = "[train]",
                minItems = 1,
                distinct = true,
                pattern = "train|valid|test",
                patternInWords = "train, valid or test")
        List<String> splits,

        @Key(
                value =
                        "condition in Spark SQL on the columns of the tables, such as parameter_speed < 1, for the rows to train on; all rows of the splits if it is empty",
                byDefault = "''")
        String where,

        @Key(
                value =
                        "architecture of the network; convolutional: four convolutions; axial-attention: patches of 4 frames and 8 points on each axis, with attention along time, then along each axis of the grid; tokens: a transformer over the tokens of objects of surveys",
                byDefault = "convolutional")
        PretrainingArchitecture architecture,

        @Key(
                "what is hidden and predicted; forecast: the last frames of a sample; masked: blocks of 4 points on each axis; cross-modal: tokens of objects of surveys, including whole modalities")
        PretrainingObjective objective,

        @Key(
                value = "share of the frames, blocks or modalities of a sample that is hidden",
                byDefault = "0.5",
                above = 0,
                below = 1)
        double hidden,

        @Key(
                value =
                        "steps of the optimiser (Adam); with 0 the encoder keeps the random weights of its seed and architecture",
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
                        "the largest number of samples to train on, selected by the smallest hashes of their positions; they are held in memory and take at most 128 MB",
                byDefault = "8192",
                atLeast = 1,
                atMost = 10_000_000)
        int samples,

        @Key(
                value =
                        "seeds of weights, batches and hidden parts; there is one encoder for each, and its control is the random encoder of the same seed",
                byDefault = "[0]",
                minItems = 1,
                distinct = true)
        List<Long> seeds) {
    private static final String SURVEYS = "surveys.";

    public PretrainingConfig {
        if (name.equals(EmbeddingConfig.RAW) || name.startsWith(EmbeddingConfig.RANDOM)) {
            throw new InvalidValueException("name", "'" + name + "' is the name of a control; choose another name");
        }
        RowExpression.check("where", where);
        requireOneKind(tables, inputCols, window, grid, architecture, objective);
        if (objective == PretrainingObjective.FORECAST && window < 2) {
            throw new InvalidValueException(
                    "window",
                    window + " frame leaves no frame to predict; make it 2 or more, or use 'objective: masked'");
        }
    }

    /** Checks that tokens are used for objects of surveys, and only for them. */
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
                                ? "'" + table + "' has frames, but tokens are made from objects; name surveys.NAME"
                                : "objects of '" + table + "' are encoded as tokens; add 'architecture: tokens'");
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
                    window != 1 ? "window" : "grid", "a survey has no frames on a grid; remove the key");
        }
        if (tokens && inputCols.isEmpty()) {
            throw new InvalidValueException("input-cols", "name the modalities of an object to train on");
        }
    }

    /** The hash, in hexadecimal, of everything that determines the encoder of one seed, except the data. */
    public String id(long seed) {
        PretrainingConfig one = Records.with(this, "seeds", List.of(seed));
        return ContentHash.of("pretraining").add(CanonicalJson.of(one)).hex();
    }

    /**
     * A text of the settings that determine a sample, in the same format as for embeddings.
     *
     * @param columns the names of all channels
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
