package org.spolia.jobs.source.format;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.spark.network.util.JavaUtils;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.spolia.experiment.ExperimentException;
import org.spolia.jobs.source.file.SourceFile;
import org.spolia.jobs.source.file.SourceRoot;

/** The options of a read. Each one is checked on use. */
public final class SourceOptions {
    /** A core reads and decodes this in a quarter of a second. A frame of 512² is 1 MB. */
    private static final long TARGET_BYTES = 64L << 20;

    private static final int TILE_VALUES = 1 << 16;

    private final CaseInsensitiveStringMap options;

    public SourceOptions(CaseInsensitiveStringMap options) {
        this.options = options;
    }

    public String path() {
        String path = options.get("path");
        if (path == null || options.containsKey("paths")) {
            throw new ExperimentException(
                    "The source needs one path, of a folder or a file; give it to load(), or as the option path");
        }
        return path;
    }

    /** The maximum number of values of a tile. */
    int tileValues() {
        long values = bytes("tile", TILE_VALUES);
        if (values > Integer.MAX_VALUE / Double.BYTES) {
            throw new ExperimentException("Option tile is " + values + "; a row holds at most "
                    + Integer.MAX_VALUE / Double.BYTES + " values of a field");
        }
        return (int) values;
    }

    public List<String> fields() {
        return list("fields");
    }

    public List<String> splits() {
        return list("splits");
    }

    public List<String> columns() {
        return list("columns");
    }

    List<String> datasets() {
        List<String> datasets = list("dataset");
        if (datasets.isEmpty()) {
            throw new ExperimentException(
                    "Format hdf5 needs the option dataset: paths of datasets in the files, with commas between, or one"
                            + " group");
        }
        return datasets;
    }

    public StepRange steps() {
        return options.containsKey("steps") ? StepRange.parse(options.get("steps")) : StepRange.ALL;
    }

    /** The decoded size of a partition, unless a single chunk is larger. */
    public long targetBytes() {
        return bytes("target-bytes", TARGET_BYTES);
    }

    public boolean skipsDamaged() {
        String value = options.getOrDefault("on-error", "fail").toLowerCase(Locale.ROOT);
        return switch (value) {
            case "fail" -> false;
            case "skip" -> true;
            default -> throw new ExperimentException("Option on-error is '" + value + "'; it must be fail or skip");
        };
    }

    /** Whether a row is a file, which is not opened, instead of its content. */
    public boolean listsFiles() {
        String value = options.getOrDefault("rows", "contents").toLowerCase(Locale.ROOT);
        return switch (value) {
            case "contents" -> false;
            case "files" -> true;
            default -> throw new ExperimentException("Option rows is '" + value + "'; it must be contents or files");
        };
    }

    /** The only files that are read, in the form of {@link SourceFile#line}; empty for all. */
    public Optional<List<String>> only() {
        return Optional.ofNullable(options.get("only")).map(text -> text.lines().toList());
    }

    /** Returns a filter for names of files: HDF5 files, or the parts of a HATS catalogue, which can only be listed. */
    public Predicate<String> isData() {
        String value = options.getOrDefault("names", "hdf5").toLowerCase(Locale.ROOT);
        return switch (value) {
            case "hdf5" -> SourceRoot::isHdf5;
            case "hats" -> HatsCatalogue::isPart;
            default -> throw new ExperimentException("Option names is '" + value + "'; it must be hdf5 or hats");
        };
    }

    boolean moments() {
        return truth("moments");
    }

    public boolean wholeTrajectories() {
        return truth("whole-trajectories");
    }

    private boolean truth(String name) {
        String value = options.getOrDefault(name, "false").toLowerCase(Locale.ROOT);
        return switch (value) {
            case "false" -> false;
            case "true" -> true;
            default ->
                throw new ExperimentException("Option " + name + " is '" + value + "'; it must be true or false");
        };
    }

    public long maxFilesPerTrigger() {
        return bytes("maxFilesPerTrigger", Long.MAX_VALUE);
    }

    public long maxBytesPerTrigger() {
        return bytes("maxBytesPerTrigger", Long.MAX_VALUE);
    }

    private List<String> list(String name) {
        return Arrays.stream(options.getOrDefault(name, "").split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** A count, or bytes in Spark's notation, such as 64m. */
    private long bytes(String name, long otherwise) {
        String text = options.get(name);
        if (text == null) {
            return otherwise;
        }
        long value;
        try {
            value = JavaUtils.byteStringAsBytes(text);
        } catch (NumberFormatException e) {
            value = 0;
        }
        if (value <= 0) {
            throw new ExperimentException("Option " + name + " is '" + text + "'; it must be a number above 0");
        }
        return value;
    }
}
