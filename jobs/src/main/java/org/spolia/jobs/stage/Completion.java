package org.spolia.jobs.stage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.spolia.jobs.tables.Warehouse;

/**
 * A record that a stage has nothing left to do while certain tables keep their marks. Reading it takes milliseconds,
 * while checking the tables takes seconds. If the record is missing or outdated, the stage checks the tables.
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
        } catch (FileNotFoundException | ChecksumException e) {
            // It is being replaced.
            return false;
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
