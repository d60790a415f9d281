package org.spolia.jobs.source;

import org.spolia.jobs.source.format.Format;
import org.spolia.jobs.source.format.SourceOptions;
import org.spolia.jobs.source.format.UniverseFormat;

/**
 * Format {@code universe}: files of the Multimodal Universe, with a row for each object. Paths, metadata and options
 * are the same as for {@link WellSource}, with {@code columns} (names, separated by commas) instead of {@code fields},
 * {@code steps} and {@code tile}.
 *
 * <p>Columns: {@code file}, {@code row}, {@code healpix} (the cell from the folder, or from the file), {@code
 * object_id}, {@code ra} and {@code dec} in degrees, then every other dataset. Values with axes are flat arrays in
 * row-major order, together with {@code NAME_shape} if there are two or more axes. If files are in folders {@code
 * healpix=N} and {@code spark.sql.sources.v2.bucketing.enabled} is set to {@code true}, a task reads one cell, and
 * joins by {@code healpix} need no shuffle. If names differ only in case, all except one get a number at the end.
 */
public final class UniverseSource extends FileSource {
    @Override
    public String shortName() {
        return "universe";
    }

    @Override
    Format format(SourceOptions options) {
        return UniverseFormat.of(options);
    }
}
