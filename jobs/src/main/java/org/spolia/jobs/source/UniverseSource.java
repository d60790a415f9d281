package org.spolia.jobs.source;

import org.spolia.jobs.source.format.Format;
import org.spolia.jobs.source.format.SourceOptions;
import org.spolia.jobs.source.format.UniverseFormat;

/**
 * Format {@code universe}: files of the Multimodal Universe, a row for each object. Paths, metadata and options are those of
 * {@link WellSource}, with {@code columns} (names, with commas between) in place of {@code fields}, {@code steps} and {@code tile}.
 *
 * <p>Columns: {@code file}, {@code row}, {@code healpix} (the cell after the folder, else after the file), {@code object_id}, {@code ra}
 * and {@code dec} in degrees, then every other dataset. Values of one axis or more are flat arrays in row-major order, beside them
 * {@code NAME_shape} where there are two or more. Where files lie in folders {@code healpix=N} and
 * {@code spark.sql.sources.v2.bucketing.enabled} is set to {@code true}, a task reads one cell, and joins by {@code healpix} shuffle
 * nothing. Of names that differ in case alone, all but one have a number behind them.
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
