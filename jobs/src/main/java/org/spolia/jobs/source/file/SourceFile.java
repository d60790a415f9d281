package org.spolia.jobs.source.file;

import java.io.Serializable;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.spolia.experiment.ExperimentException;

/**
 * A file at the time of its listing. Later reads must find the same file.
 *
 * @param path the path of the file, with its file system
 * @param name its path relative to the root
 * @param size its size in bytes
 * @param modified its modification time, in milliseconds of the epoch
 */
public record SourceFile(String path, String name, long size, long modified) implements Serializable {
    /** The columns of a listing of files. */
    public static final String FILE = "file";

    public static final String PATH = "path";
    public static final String SIZE = "size";
    public static final String MODIFIED = "modified";

    private static final List<String> SPLITS = List.of("train", "valid", "test");
    private static final Pattern LINE = Pattern.compile("(\\d{1,18}) (\\d{1,18}) (.+)");

    public static SourceFile of(Path base, String name, long size, long modified) {
        return new SourceFile(new Path(base, name).toString(), name, size, modified);
    }

    /** Returns the listed file in a row of a listing. */
    public static SourceFile of(Row row) {
        return new SourceFile(
                row.getAs(PATH),
                row.getAs(FILE),
                row.<Long>getAs(SIZE),
                row.<Timestamp>getAs(MODIFIED).getTime());
    }

    /** The line for the option {@code only}: size, time and name. */
    public String line() {
        return size + " " + modified + " " + name;
    }

    public static SourceFile ofLine(Path base, String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new ExperimentException("Option only has the line '" + line
                    + "'; each is a size in bytes, a time in milliseconds and the name of a file");
        }
        return of(base, matcher.group(3), Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }

    /**
     * The nearest of the folders {@code train}, {@code valid} and {@code test} that contains it, up to the root itself.
     */
    public Optional<String> split() {
        Path folder = new Path(path).getParent();
        int levels = name.split("/", -1).length;
        for (int i = 0; i < levels && folder != null; i++) {
            if (SPLITS.contains(folder.getName())) {
                return Optional.of(folder.getName());
            }
            folder = folder.getParent();
        }
        return Optional.empty();
    }

    /** Checks that a new listing shows the same file. */
    public void requireSame(long sizeNow, long modifiedNow) {
        if (size != sizeNow || modified != modifiedNow) {
            throw new ExperimentException(path + " changed after it was listed: it had " + size + " bytes of "
                    + Instant.ofEpochMilli(modified) + " and has " + sizeNow + " of "
                    + Instant.ofEpochMilli(modifiedNow)
                    + "; put new data into a new file, or discard the earlier read and read again");
        }
    }

    public ExperimentException vanished() {
        return new ExperimentException(
                path + " was deleted after it was listed; restore it, or discard the earlier read and read again");
    }

    @Override
    public String toString() {
        return path;
    }
}
