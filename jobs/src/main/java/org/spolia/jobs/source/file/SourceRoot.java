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
 * Where the files are: a folder with all that is below it, or one file.
 *
 * @param root as the user gave it, with its file system
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
            throw new ExperimentException(path + " does not exist; give the folder or the file that is to be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": cannot be listed (" + e.getMessage() + ")", e);
        }
    }

    /**
     * The files that there are now, by name.
     *
     * @param isData whether a file with this name is one of them
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

    /** What begins with a dot or an underscore is, by custom, on its way or not data. */
    private static boolean isHidden(String name) {
        return Arrays.stream(name.split("/", -1)).anyMatch(part -> part.startsWith(".") || part.startsWith("_"));
    }

    /** Whether a file is called as one of HDF5. */
    public static boolean isHdf5(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(folded::endsWith);
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
