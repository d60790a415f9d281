package org.spolia.jobs.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.Suggestion;
import org.spolia.jobs.tables.FileView;
import picocli.CommandLine.Option;

/** HDF5 files as tables, under names that a query can use. */
final class FileViews {
    private static final List<String> FORMATS = List.of("well", "universe", "hdf5");

    @Option(
            names = "--files",
            paramLabel = "NAME=FORMAT:PATH",
            description =
                    "HDF5 files as the table NAME: FORMAT is well (The Well), universe (Multimodal Universe) or hdf5;"
                            + " PATH a folder or a file, with ;OPTION=VALUE behind it for options, such as ;steps=0:10")
    private Map<String, String> files = new LinkedHashMap<>();

    boolean isEmpty() {
        return files.isEmpty();
    }

    /**
     * Gives the files their names in the session. Headers are read, data not.
     *
     * @throws ExperimentException if a value is not of the form that the option names, or files cannot be read
     */
    void register(SparkSession spark) {
        files.forEach((name, place) -> {
            List<String> parts = new ArrayList<>(Arrays.asList(place.split(";", -1)));
            String source = parts.remove(0);
            int colon = source.indexOf(':');
            String format = colon < 0 ? source : source.substring(0, colon);
            if (colon < 0 || !FORMATS.contains(format)) {
                throw new ExperimentException("--files " + name + "=" + place + ": "
                        + Suggestion.quote(format) + " is no format of NAME=FORMAT:PATH; "
                        + Suggestion.instead(format, FORMATS));
            }
            Map<String, String> options = new LinkedHashMap<>();
            for (String option : parts) {
                int equals = option.indexOf('=');
                if (equals < 1) {
                    throw new ExperimentException("--files " + name + "=" + place + ": " + Suggestion.quote(option)
                            + " is no option; write ;OPTION=VALUE behind the path");
                }
                options.put(option.substring(0, equals), option.substring(equals + 1));
            }
            new FileView(name, format, source.substring(colon + 1), options).register(spark);
        });
    }
}
