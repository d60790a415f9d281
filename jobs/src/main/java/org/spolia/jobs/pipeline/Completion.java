package org.spolia.jobs.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.spolia.jobs.tables.Warehouse;

/**
 * A note that a stage has nothing left to do as long as certain tables keep their marks. To read it takes milliseconds, to find out
 * anew takes seconds; without it, or with an outdated one, a stage finds out anew.
 */
public final class Completion {
    private static final String FILE = "spolia-completion";

    private final Warehouse warehouse;
    private final Path file;

    public Completion(Warehouse warehouse, Path folder) {
        this.warehouse = warehouse;
        this.file = new Path(folder, FILE);
    }

    public boolean isOf(List<String> marks) {
        try {
            FileSystem files = warehouse.fileSystem();
            return files.exists(file) && TextFiles.read(files, file).equals(describe(marks));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    public void record(List<String> marks) {
        try {
            TextFiles.write(warehouse.fileSystem(), file, describe(marks));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    private static String describe(List<String> marks) {
        return String.join("\n", marks) + "\n";
    }
}
