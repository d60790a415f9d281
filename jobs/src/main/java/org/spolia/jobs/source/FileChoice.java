package org.spolia.jobs.source;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.spolia.jobs.source.format.FileHeader;
import org.spolia.jobs.source.format.Selection;
import org.spolia.jobs.source.format.UniverseFormat;

/**
 * The files and frames that remain after the filters of a read. Files are opened on demand only, and never by a stream.
 */
final class FileChoice {
    private final StructType keys;
    private final Supplier<List<FileHeader>> all;
    private final Selection given;
    private @Nullable KeyFilters filters;

    FileChoice(StructType keys, Supplier<List<FileHeader>> all, Selection given) {
        this.keys = keys;
        this.all = all;
        this.given = given;
    }

    KeyFilters filters() {
        KeyFilters made = filters;
        if (made == null) {
            made = new KeyFilters(keys, all.get());
            filters = made;
        }
        return made;
    }

    List<FileHeader> headers() {
        KeyFilters made = filters;
        return made == null
                ? all.get()
                : all.get().stream().filter(made::accepts).toList();
    }

    /** The column of cells, if it is one of these columns and all files are in folders of cells. */
    Optional<String> cellColumn(StructType columns) {
        Optional<String> column = Stream.of(columns.fieldNames())
                .filter(name -> FileHeader.fold(name).equals(UniverseFormat.HEALPIX))
                .findFirst();
        return column.filter(
                name -> headers().stream().allMatch(header -> header.cell().isPresent()));
    }

    Selection selection() {
        KeyFilters made = filters;
        return made == null ? given : made.narrow(given, headers());
    }

    /** The number of rows, from headers only. */
    long rows() {
        Selection selection = selection();
        long rows = 0;
        for (FileHeader header : headers()) {
            rows += selection.frames(header.whole()) * header.rowsEach();
        }
        return rows;
    }

    /** The text in Spark's plans. */
    @Override
    public String toString() {
        return filters == null ? "" : " where " + filters;
    }
}
