package org.spolia.jobs.source.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.spolia.experiment.ExperimentException;

/**
 * The location of the files: a folder with everything below it, or one file.
 *
 * @param root the path that the user gave, with its file system
 * @param base the folder that names are relative to
 */
public record SourceRoot(Path root, Path base) {
    private static final List<String> ENDINGS = List.of(".hdf5", ".h5", ".hdf");

    public static SourceRoot of(String path, Configuration configuration) {
        Path given = new Path(path);
        try {
            FileSystem files = given.getFileSystem(configuration);
            Path root = files.makeQualified(given);
            Path parent = root.getParent();
            boolean isFile = files.getFileStatus(root).isFile() && parent != null;
            return new SourceRoot(root, isFile ? parent : root);
        } catch (FileNotFoundException e) {
            throw new ExperimentException(path + " does not exist; give the folder or the file to read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": cannot be listed (" + e.getMessage() + ")", e);
        }
    }

    /**
     * Lists the files that exist now, by name.
     *
     * @param isData whether a file with this name is a data file
     */
    public List<SourceFile> list(Configuration configuration, Predicate<String> isData) {
        List<SourceFile> found = new ArrayList<>();
        try {
            RemoteIterator<LocatedFileStatus> statuses =
                    root.getFileSystem(configuration).listFiles(root, true);
            while (statuses.hasNext()) {
                FileStatus status = statuses.next();
                String name = base.toUri().relativize(status.getPath().toUri()).getPath();
                if (!isHidden(name) && isData.test(name)) {
                    found.add(SourceFile.of(base, name, status.getLen(), status.getModificationTime()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(root + ": cannot be listed (" + e.getMessage() + ")", e);
        }
        found.sort(Comparator.comparing(SourceFile::name));
        return List.copyOf(found);
    }

    /** By convention, a name that begins with a dot or an underscore belongs to an unfinished file, or not to data. */
    private static boolean isHidden(String name) {
        return Arrays.stream(name.split("/", -1)).anyMatch(part -> part.startsWith(".") || part.startsWith("_"));
    }

    /** Returns whether a file has an HDF5 name. */
    public static boolean isHdf5(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(folded::endsWith);
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
