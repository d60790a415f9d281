package org.spolia.jobs.source;

import org.spolia.jobs.source.format.Format;
import org.spolia.jobs.source.format.SourceOptions;
import org.spolia.jobs.source.format.WellFormat;

/**
 * Format {@code well}: files of The Well, with a row for each file, trajectory, step and tile. The path is a folder
 * with everything below it, or a file. Files {@code *.hdf5}, {@code *.h5} and {@code *.hdf} are read; names that begin
 * with a dot or an underscore are skipped.
 *
 * <p>Columns: {@code file}, {@code split}, {@code trajectory}, {@code step}, {@code time}, {@code tile}, {@code
 * tile_origin}, {@code tile_shape}, {@code parameter_NAME} for each parameter, and an array for each component of each
 * field, which is NULL if a file lacks the field. Metadata: {@code _file_path}, {@code _file_size}, {@code
 * _file_modified}.
 *
 * <p>With the option {@code moments} set to {@code true}, each tile has four statistics for each component: {@code
 * NAME_mean}, {@code NAME_std}, {@code NAME_min} and {@code NAME_max}. With {@code rows} set to {@code files}, a row is
 * a file, which is not opened: {@code file}, {@code split}, {@code path}, {@code size}, {@code modified}.
 *
 * <p>Options: {@code fields} and {@code splits} (names, separated by commas), {@code steps} ({@code start:stop:stride}
 * as in numpy), {@code tile} (maximum number of values of a tile, 65536), {@code target-bytes} (size of a partition,
 * 64m), {@code whole-trajectories} ({@code true} to split none, however long), {@code only} (lines with size, time and
 * name of the files to read instead of all), {@code on-error} ({@code fail}, or {@code skip} unreadable files), and for
 * streams {@code maxFilesPerTrigger} and {@code maxBytesPerTrigger}. A stream keeps the columns that it had when it
 * started.
 */
public final class WellSource extends FileSource {
    @Override
    public String shortName() {
        return "well";
    }

    @Override
    Format format(SourceOptions options) {
        return WellFormat.of(options);
    }
}
