package org.spolia.jobs.source;

import org.spolia.jobs.source.format.DatasetFormat;
import org.spolia.jobs.source.format.Format;
import org.spolia.jobs.source.format.SourceOptions;

/**
 * Format {@code hdf5}: datasets of any HDF5 files, a row for each place on their first axis. Option {@code dataset} has their paths, with
 * commas between, or the path of one group; the other options, paths and metadata are those of {@link UniverseSource}.
 *
 * <p>Columns: {@code file}, {@code row}, then the datasets by name, or by path where two names are the same.
 */
public final class Hdf5Source extends FileSource {
    @Override
    public String shortName() {
        return "hdf5";
    }

    @Override
    Format format(SourceOptions options) {
        return DatasetFormat.of(options);
    }
}
