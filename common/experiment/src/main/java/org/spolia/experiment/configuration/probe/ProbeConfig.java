package org.spolia.experiment.configuration.probe;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.spolia.experiment.configuration.encoder.EmbeddingConfig;
import org.spolia.symbolic.key.InvalidValueException;
import org.spolia.symbolic.key.Key;
import org.spolia.symbolic.key.Records;

/**
 * A target that heads predict from frozen embeddings, with the numbers of labelled groups that they are trained on; or,
 * without embeddings, the next frames, which encoders are trained to predict.
 */
public record ProbeConfig(
        @Key(
                value = "name of the probe in tables and views",
                pattern = "[A-Za-z0-9_]+([.-][A-Za-z0-9_]+)*",
                patternInWords = "words of letters, digits and _, separated by . or -")
        String name,

        @Key(
                value =
                        "tables whose embeddings are probed, each separately, with every encoder that 'embeddings' names for it; raw and random must be among them",
                minItems = 1,
                distinct = true,
                pattern = "(simulations|surveys)\\.[a-z][a-z0-9_]{0,99}",
                patternInWords = "simulations.NAME or surveys.NAME")
        List<String> tables,

        @Key(
                value =
                        "column to predict: parameter_NAME of simulations; a number, text or boolean of the objects of a survey; or an array of one length, of numbers or, with 'classes', of small integers (heads ridge and knn). Encoders whose input contains the column are left out. next-frame: the frames after each window of a simulation, which the encoders of 'fine-tuning' are trained to predict",
                pattern = ".+",
                patternInWords = "the name of a column")
        String target,

        @Key(
                value =
                        "column of arrays as long as the target, such as spectrum_mask: values where it is true, or not 0, are neither trained on nor scored, like values that are not finite; no mask if it is empty",
                byDefault = "''")
        String mask,

        @Key(value = "whether the logarithm of the target is predicted", byDefault = "false")
        boolean log,

        @Key(value = "whether the values of the target are classes, not numbers", byDefault = "false")
        boolean classes,

        @Key(
                value =
                        "numbers of labelled groups that a head is trained on: files or trajectories of simulations, or objects of a survey; sizes larger than the data are left out",
                byDefault = "[16, 64, 256, 1024]",
                minItems = 1,
                distinct = true,
                atLeast = 4,
                atMost = 100_000)
        List<Integer> sizes,

        @Key(
                value = "seeds of the training subsets; smaller subsets of a seed are contained in the larger ones",
                byDefault = "[0, 1, 2, 3, 4]",
                minItems = 1,
                distinct = true)
        List<Long> seeds,

        @Key(
                value =
                        "heads: ridge (numbers, or 0 and 1 for each class), logistic (classes), knn (both), retrieval (without training), and, trained with the settings of 'fine-tuning', mlp (a hidden layer of 256) and attentive (a query with attention to the positions of 'random' and 'pretrained' encoders); if none is named, knn with ridge or, for classes, logistic",
                byDefault = "[]",
                distinct = true)
        List<ProbeHead> heads,

        @Key(
                value =
                        "groups of simulations that a split never divides: file (all trajectories with the same parameters) or trajectory (one trajectory with all of its windows; others with its parameters may be in the training rows)",
                byDefault = "file")
        ProbeGroups groups,

        @Key(
                value =
                        "samples that are never trained on and are scored in addition to the test rows, a fifth of the groups",
                byDefault = "{}")
        ProbeShift shifted,

        @Key(
                value =
                        "encoders that are also trained on the target end to end, on the same subsets, and scored on the same groups",
                byDefault = "{}")
        FineTuningConfig fineTuning,

        @Key(
                value =
                        "lists of encoders whose embeddings are concatenated and probed too, such as [[random, parts]]; encoders of the same seed are combined, and an encoder without a seed is combined with each seed",
                byDefault = "[]",
                distinct = true)
        List<List<String>> concatenated)
        implements Serializable {
    /** The target of encoders that are trained to predict frames. */
    public static final String NEXT_FRAME = "next-frame";

    private static final String SIMULATIONS = "simulations.";
    private static final String PARAMETER = "parameter_";

    public ProbeConfig {
        sizes = sizes.stream().sorted().toList();
        boolean frames = target.equals(NEXT_FRAME);
        if (frames) {
            requireFrames(tables, log || classes, !heads.isEmpty() || !concatenated.isEmpty(), fineTuning);
        } else if (tables.stream().anyMatch(table -> table.startsWith(SIMULATIONS)) && !target.startsWith(PARAMETER)) {
            throw new InvalidValueException(
                    "target",
                    "'" + target + "' belongs to a frame; for simulations name a parameter, parameter_NAME, or "
                            + NEXT_FRAME);
        }
        if (!mask.isEmpty() && (log || frames)) {
            throw new InvalidValueException(
                    "mask", "'" + mask + "' applies only to arrays without 'log'; remove the key");
        }
        if (log && classes) {
            throw new InvalidValueException("log", "classes have no logarithm; remove one of 'log' and 'classes'");
        }
        heads = heads.isEmpty() && !frames
                ? List.of(classes ? ProbeHead.LOGISTIC : ProbeHead.RIDGE, ProbeHead.KNN)
                : List.copyOf(heads);
        if (!classes && heads.contains(ProbeHead.LOGISTIC)) {
            throw new InvalidValueException(
                    "heads[" + heads.indexOf(ProbeHead.LOGISTIC) + "]",
                    "logistic predicts classes; use ridge, or set 'classes: true'");
        }
        concatenated = concatenated.stream().map(List::copyOf).toList();
        for (int i = 0; i < concatenated.size(); i++) {
            if (concatenated.get(i).size() < 2) {
                throw new InvalidValueException(
                        "concatenated[" + i + "]", "is " + concatenated.get(i) + "; name at least 2 encoders");
            }
        }
        for (String table : shifted.tables()) {
            if (tables.contains(table)) {
                throw new InvalidValueException(
                        "shifted.tables", "'" + table + "' is trained on; remove it here or from 'tables'");
            }
        }
    }

    private static void requireFrames(
            List<String> tables, boolean transformed, boolean vectors, FineTuningConfig fineTuning) {
        if (!tables.stream().allMatch(table -> table.startsWith(SIMULATIONS))) {
            throw new InvalidValueException("target", "a survey has no next frame; name a column");
        }
        if (transformed) {
            throw new InvalidValueException(
                    "target", NEXT_FRAME + " is neither a number nor a class; remove 'log' and 'classes'");
        }
        if (vectors) {
            throw new InvalidValueException(
                    "target",
                    NEXT_FRAME
                            + " is not predicted from embeddings; remove 'heads' and 'concatenated', and name encoders in 'fine-tuning'");
        }
        if (!fineTuning.isWanted()) {
            throw new InvalidValueException(
                    "fine-tuning",
                    "is missing; name the 'encoders' that are trained to predict frames, such as random");
        }
    }

    /** Returns whether frames are predicted. */
    public boolean predictsFrames() {
        return target.equals(NEXT_FRAME);
    }

    /** Returns whether a column masks values of an array. */
    public boolean hasMask() {
        return !mask.isEmpty();
    }

    /** Returns whether an encoder is probed: not if its input contains the target. */
    public boolean asks(EmbeddingConfig embedding) {
        return !embedding.inputCols().contains(target);
    }

    /** Returns this probe for one subset only. */
    public ProbeConfig of(int size, long seed) {
        return Records.with(this, Map.of("sizes", List.of(size), "seeds", List.of(seed)));
    }

    /** The predicted target, such as log(parameter_diffusivity). */
    public String quantity() {
        return log ? "log(" + target + ")" : target;
    }
}
