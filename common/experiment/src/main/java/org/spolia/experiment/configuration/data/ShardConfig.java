package org.spolia.experiment.configuration.data;

import java.util.List;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.symbolic.key.InvalidValueException;
import org.spolia.symbolic.key.Key;
import org.spolia.symbolic.key.Records;

/**
 * Files that stage shard copies into a table.
 *
 * @param path as written; {@link ExperimentConfig#shards} resolves it
 */
public record ShardConfig(
        @Key(
                value = "name of the data set: the table is simulations.NAME or surveys.NAME",
                pattern = "[a-z][a-z0-9_]{0,99}",
                patternInWords = "lower-case letters, digits and _, starting with a letter")
        String name,

        @Key(
                "layout of the files: well (The Well), universe (Multimodal Universe, HDF5) or hats (Multimodal Universe since version 1.5 and other HATS catalogues, Parquet)")
        ShardFormat format,

        @Key(
                "folder of the files and their subfolders, relative to this file, or a URI of a file system that Hadoop supports")
        String path,

        @Key(
                value = "splits whose files are sharded; all if none is named",
                byDefault = "[]",
                distinct = true,
                pattern = "train|valid|test",
                patternInWords = "train, valid or test")
        List<String> splits,

        @Key(
                value = "fields, components of fields, or columns of a survey to shard; all if none is named",
                byDefault = "[]",
                distinct = true,
                pattern = "[^,\\s][^,]*",
                patternInWords = "a name without commas")
        List<String> fields,

        @Key(
                value = "steps of each trajectory to shard, as a numpy slice start:stop:stride",
                byDefault = "':'",
                pattern = "\\d{0,9}:\\d{0,9}(:0*[1-9]\\d{0,8})?",
                patternInWords = "start:stop:stride, such as 0:100:10")
        String steps,

        @Key(
                value = "the largest number of values in a tile; larger frames are divided into tiles",
                byDefault = "65536",
                atLeast = 1,
                atMost = 65536)
        int tile,

        @Key(
                value = "files in a batch, which is committed as a whole; a killed process loses at most one batch",
                byDefault = "64",
                atLeast = 1)
        int filesPerBatch) {
    /** All steps, in numpy's notation. */
    static final String EVERY_STEP = ":";

    private static final int WHOLE_TILE = 65536;

    public ShardConfig {
        if (format != ShardFormat.WELL && !steps.equals(EVERY_STEP)) {
            throw new InvalidValueException("steps", "a survey has no steps; remove the key");
        }
        if (format == ShardFormat.HATS && !splits.isEmpty()) {
            throw new InvalidValueException("splits", "a HATS catalogue has no splits; remove the key");
        }
        if (format != ShardFormat.WELL && tile != WHOLE_TILE) {
            throw new InvalidValueException("tile", "a survey has no tiles; remove the key");
        }
    }

    public ShardConfig at(String place) {
        return Records.with(this, "path", place);
    }
}
