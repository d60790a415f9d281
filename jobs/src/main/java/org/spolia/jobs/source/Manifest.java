package org.spolia.jobs.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.execution.streaming.checkpointing.CheckpointFileManager;
import org.spolia.jobs.source.file.SourceFile;

/**
 * The files that a stream has seen, in order: a line of JSON each, in the checkpoint. Lines are only appended, so that
 * an offset always means the same files.
 */
final class Manifest {
    private static final String NAME = "files.jsonl";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path path;
    private final Path base;
    private final CheckpointFileManager checkpoint;
    private List<SourceFile> files;

    private Manifest(Path path, Path base, CheckpointFileManager checkpoint) throws IOException {
        this.path = path;
        this.base = base;
        this.checkpoint = checkpoint;
        this.files = checkpoint.exists(path) ? read() : List.of();
    }

    /**
     * Opens the manifest of a checkpoint, which may be new.
     *
     * @param base the folder that names of files are relative to
     */
    static Manifest open(String checkpointLocation, Path base, Configuration configuration) {
        Path folder = new Path(checkpointLocation);
        CheckpointFileManager checkpoint = CheckpointFileManager.create(folder, configuration);
        try {
            checkpoint.mkdirs(folder);
            return new Manifest(new Path(folder, NAME), base, checkpoint);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": the list of files cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private record Line(String file, long size, long modified) {}

    List<SourceFile> files() {
        return files;
    }

    /** Adds files. The log is replaced as a whole, so that it is never half written. */
    void append(List<SourceFile> more) {
        List<SourceFile> all = new ArrayList<>(files);
        all.addAll(more);
        try {
            CheckpointFileManager.CancellableFSDataOutputStream stream = checkpoint.createAtomic(path, true);
            try {
                for (SourceFile file : all) {
                    String line = JSON.writeValueAsString(new Line(file.name(), file.size(), file.modified()));
                    stream.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                }
                stream.close();
            } catch (IOException | RuntimeException e) {
                stream.cancel();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": cannot be written (" + e.getMessage() + ")", e);
        }
        files = List.copyOf(all);
    }

    private List<SourceFile> read() throws IOException {
        String text;
        try (InputStream stream = checkpoint.open(path)) {
            text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        return text.lines().map(this::file).toList();
    }

    private SourceFile file(String json) {
        try {
            Line line = JSON.readValue(json, Line.class);
            return SourceFile.of(base, line.file(), line.size(), line.modified());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(path + " has the line " + json + ", which does not describe a file", e);
        }
    }
}
