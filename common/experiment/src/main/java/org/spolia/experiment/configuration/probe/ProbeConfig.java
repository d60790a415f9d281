package org.spolia.experiment.configuration.probe;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.spolia.experiment.configuration.encoder.EmbeddingConfig;
import org.spolia.symbolic.key.InvalidValueException;
import org.spolia.symbolic.key.Key;
import org.spolia.symbolic.key.Records;

/**
 * What frozen vectors are asked for: a target, and how many labelled groups light heads may learn it from; or, without
 * vectors, the frames that follow, which encoders learn to predict.
 */
public record ProbeConfig(
        @Key(
                value = "name of the probe in tables and views",
                pattern = "[A-Za-z0-9_]+([.-][A-Za-z0-9_]+)*",
                patternInWords = "words of letters, digits and _ with . or - between them")
        String name,

        @Key(
                value =
                        "tables whose vectors are probed, each by itself, with every encoder that 'embeddings' names for it; raw and random must be among them",
                minItems = 1,
                distinct = true,
                pattern = "(simulations|surveys)\\.[a-z][a-z0-9_]{0,99}",
                patternInWords = "simulations.NAME or surveys.NAME")
        List<String> tables,

        @Key(
                value =
                        "column of the tables that is predicted: parameter_NAME of simulations, or a number, text or truth value of the objects of a survey, or an array of numbers, or with 'classes' of small integers, which has the same length for all (heads ridge and knn); encoders that are given the column are left out; or next-frame: what follows each window of a simulation, which the encoders of 'fine-tuning' learn to predict",
                pattern = ".+",
                patternInWords = "the name of a column")
        String target,

        @Key(
                value =
                        "column of arrays of the length of the target, such as spectrum_mask: where it is true, or not 0, a value is neither learned from nor scored, like one that is not finite; none if it is empty",
                byDefault = "''")
        String mask,

        @Key(value = "whether the logarithm of the target is predicted", byDefault = "false")
        boolean log,

        @Key(value = "whether the values of the target are classes; otherwise they are numbers", byDefault = "false")
        boolean classes,

        @Key(
                value =
                        "how many labelled groups a head learns from: files or trajectories of simulations, objects of a survey; sizes that there are too few for are left out",
                byDefault = "[16, 64, 256, 1024]",
                minItems = 1,
                distinct = true,
                atLeast = 4,
                atMost = 100_000)
        List<Integer> sizes,

        @Key(
                value =
                        "seeds of the subsets that are learned from; of one seed the smaller ones are parts of the larger",
                byDefault = "[0, 1, 2, 3, 4]",
                minItems = 1,
                distinct = true)
        List<Long> seeds,

        @Key(
                value =
                        "what learns: ridge (numbers, or 0 and 1 for each class), logistic (classes), knn (both), retrieval, by which nothing learns, or, as 'fine-tuning' says, mlp (a hidden layer of 256) and attentive (a query that attends to the places of encoders of 'random' and 'pretrained'); ridge and knn, or logistic and knn, if none is named",
                byDefault = "[]",
                distinct = true)
        List<ProbeHead> heads,

        @Key(
                value =
                        "what of simulations is never on both sides of a split: file (all runs with its parameters) or trajectory (a run with all of its windows, while other runs with its parameters may be learned from)",
                byDefault = "file")
        ProbeGroups groups,

        @Key(value = "what is scored besides a fifth of the groups, and never learned from", byDefault = "{}")
        ProbeShift shifted,

        @Key(
                value =
                        "encoders that besides learn the target end to end, on the same subsets, and are scored on the same groups",
                byDefault = "{}")
        FineTuningConfig fineTuning,

        @Key(
                value =
                        "lists of encoders whose vectors are probed one after the other besides, as [[random, parts]]; those of one seed go together, and one without a seed with each",
                byDefault = "[]",
                distinct = true)
        List<List<String>> concatenated)
        implements Serializable {
    /** The target of encoders that learn to predict frames. */
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
                    "'" + target + "' belongs to a frame; of simulations name a parameter, parameter_NAME, or "
                            + NEXT_FRAME);
        }
        if (!mask.isEmpty() && (log || frames)) {
            throw new InvalidValueException(
                    "mask", "'" + mask + "' is for arrays as they are, which this target is none of; remove the key");
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
                        "shifted.tables", "'" + table + "' is learned from; remove it here or from 'tables'");
            }
        }
    }

    private static void requireFrames(
            List<String> tables, boolean transformed, boolean vectors, FineTuningConfig fineTuning) {
        if (!tables.stream().allMatch(table -> table.startsWith(SIMULATIONS))) {
            throw new InvalidValueException("target", "objects of a survey have no next frame; name a column");
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
                    "fine-tuning", "is missing; name the 'encoders' that learn to predict frames, such as random");
        }
    }

    /** Whether frames are predicted. */
    public boolean predictsFrames() {
        return target.equals(NEXT_FRAME);
    }

    /** Whether values of an array are left out by a column. */
    public boolean hasMask() {
        return !mask.isEmpty();
    }

    /** Whether vectors by an encoder are asked: not if it is given the target itself. */
    public boolean asks(EmbeddingConfig embedding) {
        return !embedding.inputCols().contains(target);
    }

    /** The same for one subset alone. */
    public ProbeConfig of(int size, long seed) {
        return Records.with(this, Map.of("sizes", List.of(size), "seeds", List.of(seed)));
    }

    /** The predicted target, such as log(parameter_diffusivity). */
    public String quantity() {
        return log ? "log(" + target + ")" : target;
    }
}
