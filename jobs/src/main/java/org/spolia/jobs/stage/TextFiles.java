package org.spolia.jobs.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Small text files that are complete or absent, whenever the process is killed. */
public final class TextFiles {
    private TextFiles() {}

    public static String read(FileSystem files, Path file) throws IOException {
        try (InputStream stream = files.open(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Writes another file, then renames it. In between, an earlier text may be gone. */
    public static void write(FileSystem files, Path file, String text) throws IOException {
        files.mkdirs(file.getParent());
        Path aside = new Path(file.getParent(), "." + file.getName() + ".new");
        try (OutputStream stream = files.create(aside, true)) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        }
        files.delete(file, false);
        if (!files.rename(aside, file)) {
            throw new IOException("Cannot rename " + aside);
        }
    }
}
