package org.spolia.jobs.cli.query;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.spolia.experiment.ExperimentException;
import org.spolia.jobs.cli.common.FilePlace;
import picocli.CommandLine.Option;

/** Files as tables, under names that a query can use. */
final class FileViews {
    @Option(
            names = "--files",
            paramLabel = "NAME=FORMAT:PATH",
            description =
                    "files as the table NAME: FORMAT is well (The Well), universe (Multimodal Universe), hdf5, parquet or delta;"
                            + " PATH a folder or a file, followed by ;OPTION=VALUE for options, such as ;steps=0:10")
    private Map<String, String> files = new LinkedHashMap<>();

    boolean isEmpty() {
        return files.isEmpty();
    }

    /**
     * Registers the names of the files in the session. Reads headers but no data.
     *
     * @throws ExperimentException if a value does not have the form of the option, or files cannot be read
     */
    void register(SparkSession spark) {
        files.forEach((name, place) ->
                FilePlace.parse("--files " + name + "=", place).view(name).register(spark));
    }
}
