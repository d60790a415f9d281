package org.spolia.jobs.tables.stored;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileUtil;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;

/** The result of a query as one Parquet file. */
public final class ParquetFile {
    private ParquetFile() {}

    /** Writes the rows to another file and then replaces the file, so that a failure leaves the old content. */
    public static void write(Dataset<Row> result, Path file) {
        Path target = file.toAbsolutePath();
        Path folder = target.resolveSibling("." + target.getFileName() + ".unfinished");
        try {
            result.coalesce(1)
                    .write()
                    .mode(SaveMode.Overwrite)
                    .parquet(folder.toUri().toString());
            try (Stream<Path> parts = Files.list(folder)) {
                Path part = parts.filter(path -> path.toString().endsWith(".parquet"))
                        .findFirst()
                        .orElseThrow(() -> new IOException("no file was written"));
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        } finally {
            FileUtil.fullyDelete(folder.toFile());
        }
    }
}
