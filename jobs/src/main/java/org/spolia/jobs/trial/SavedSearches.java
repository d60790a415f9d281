package org.spolia.jobs.trial;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.spolia.experiment.planning.SavedSearch;
import org.spolia.jobs.tables.Warehouse;

/** The states of the trials of the present batch, a file each in the folder {@code search_state} of the warehouse. */
final class SavedSearches {
    private static final String FOLDER = "search_state";

    private SavedSearches() {}

    static Path folder(Warehouse warehouse) {
        return warehouse.path(FOLDER);
    }

    static boolean exist(Warehouse warehouse) {
        try {
            return warehouse.fileSystem().exists(folder(warehouse));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + folder(warehouse), e);
        }
    }

    static SavedSearch of(Warehouse warehouse, String trialId) {
        FileSystem files = warehouse.fileSystem();
        Path file = new Path(folder(warehouse), trialId);
        Path fresh = new Path(folder(warehouse), trialId + ".new");
        return new SavedSearch() {
            @Override
            public Optional<byte[]> load() {
                try (FSDataInputStream stream = files.open(file)) {
                    return Optional.of(stream.readAllBytes());
                } catch (FileNotFoundException e) {
                    return Optional.empty();
                } catch (IOException e) {
                    throw new UncheckedIOException("Cannot read " + file, e);
                }
            }

            @Override
            public void save(byte[] state) {
                try {
                    try (FSDataOutputStream stream = files.create(fresh, true)) {
                        stream.write(state);
                    }
                    // A process that is killed in between leaves no state, and the trial begins again.
                    files.delete(file, false);
                    if (!files.rename(fresh, file)) {
                        throw new IOException("Cannot rename " + fresh);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException("Cannot write " + file, e);
                }
            }
        };
    }
}
