package org.spolia.jobs.source;

import org.spolia.jobs.source.format.DatasetFormat;
import org.spolia.jobs.source.format.Format;
import org.spolia.jobs.source.format.SourceOptions;

/**
 * Format {@code hdf5}: datasets of any HDF5 files, with a row for each place on their first axis. The option {@code
 * dataset} has their paths, separated by commas, or the path of one group. Other options, paths and metadata are the
 * same as for {@link UniverseSource}.
 *
 * <p>Columns: {@code file}, {@code row}, then the datasets by name, or by path if two names are equal.
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
