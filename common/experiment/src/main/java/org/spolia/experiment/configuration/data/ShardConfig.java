package org.spolia.experiment.configuration.data;

import java.util.List;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.symbolic.key.InvalidValueException;
import org.spolia.symbolic.key.Key;
import org.spolia.symbolic.key.Records;

/**
 * Files that become a table.
 *
 * @param path as it was written; {@link ExperimentConfig#shards} has it resolved
 */
public record ShardConfig(
        @Key(
                value = "name of the data set: the table is simulations.NAME or surveys.NAME",
                pattern = "[a-z][a-z0-9_]{0,99}",
                patternInWords = "lower-case letters, digits and _, a letter first")
        String name,

        @Key(
                "layout of the files: well (The Well), universe (Multimodal Universe, HDF5) or hats (Multimodal Universe from version 1.5 on and other catalogues of HATS, Parquet)")
        ShardFormat format,

        @Key("folder with all files below it, relative to this file, or a URI of any file system that Hadoop knows")
        String path,

        @Key(
                value = "folders of splits whose files are taken; all if none is named",
                byDefault = "[]",
                distinct = true,
                pattern = "train|valid|test",
                patternInWords = "train, valid or test")
        List<String> splits,

        @Key(
                value = "fields, or components of fields, or columns of a survey, that are taken; all if none is named",
                byDefault = "[]",
                distinct = true,
                pattern = "[^,\\s][^,]*",
                patternInWords = "a name without commas")
        List<String> fields,

        @Key(
                value = "steps of each trajectory that are taken, start:stop:stride as numpy writes it",
                byDefault = "':'",
                pattern = "\\d{0,9}:\\d{0,9}(:0*[1-9]\\d{0,8})?",
                patternInWords = "start:stop:stride, such as 0:100:10")
        String steps,

        @Key(
                value = "the most values of a tile; frames that have more are cut",
                byDefault = "65536",
                atLeast = 1,
                atMost = 65536)
        int tile,

        @Key(
                value = "files in a batch, which becomes visible as a whole, and is what a kill can lose",
                byDefault = "64",
                atLeast = 1)
        int filesPerBatch) {
    /** As numpy writes all steps. */
    static final String EVERY_STEP = ":";

    private static final int WHOLE_TILE = 65536;

    public ShardConfig {
        if (format != ShardFormat.WELL && !steps.equals(EVERY_STEP)) {
            throw new InvalidValueException("steps", "objects of a survey have no steps; remove the key");
        }
        if (format == ShardFormat.HATS && !splits.isEmpty()) {
            throw new InvalidValueException("splits", "a catalogue of HATS has no splits; remove the key");
        }
        if (format != ShardFormat.WELL && tile != WHOLE_TILE) {
            throw new InvalidValueException("tile", "objects of a survey have no tiles; remove the key");
        }
    }

    public ShardConfig at(String place) {
        return Records.with(this, "path", place);
    }
}
