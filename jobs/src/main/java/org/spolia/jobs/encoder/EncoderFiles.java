package org.spolia.jobs.encoder;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.spolia.embedding.BundleException;
import org.spolia.embedding.EncoderBundle;
import org.spolia.embedding.Manifest;
import org.spolia.experiment.ExperimentException;

/** Reads and writes bundles on any file system that Hadoop supports. */
public final class EncoderFiles {
    private EncoderFiles() {}

    /**
     * Reads a whole bundle, because executors receive it from the driver and not from a disk.
     *
     * @throws ExperimentException if a file is missing, or manifest and model do not match
     */
    public static EncoderBundle read(String folder, Configuration configuration) {
        try {
            Manifest manifest = Manifest.parse(bytes(new Path(folder, Manifest.FILE), configuration));
            return EncoderBundle.of(manifest, bytes(new Path(folder, manifest.model()), configuration));
        } catch (BundleException e) {
            throw new ExperimentException("Encoder bundle " + folder + ": " + e.getMessage(), e);
        }
    }

    /**
     * Writes a bundle into a folder named by its content. The manifest is written last; a folder without it is not a
     * bundle.
     */
    static void write(EncoderBundle bundle, Path folder, FileSystem files) {
        try {
            write(bundle.model(), new Path(folder, bundle.manifest().model()), files);
            write(bundle.manifest().toJson(), new Path(folder, Manifest.FILE), files);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + folder, e);
        }
    }

    private static void write(byte[] bytes, Path file, FileSystem files) throws IOException {
        try (FSDataOutputStream stream = files.create(file, true)) {
            stream.write(bytes);
        }
    }

    /** The reader would follow a link on a local disk wherever it leads. */
    private static void requireInFolder(Path file, FileSystem files) throws IOException {
        if (!files.getUri().getScheme().equals("file")) {
            return;
        }
        java.nio.file.Path local = java.nio.file.Path.of(file.toUri().getPath());
        if (Files.isSymbolicLink(local)
                && !local.toRealPath().startsWith(local.resolveSibling("").toRealPath())) {
            throw new BundleException(
                    file.getName() + ": is a link that leads out of the bundle; put the file itself into the folder");
        }
    }

    private static byte[] bytes(Path file, Configuration configuration) {
        try {
            FileSystem files = file.getFileSystem(configuration);
            requireInFolder(file, files);
            try (FSDataInputStream stream = files.open(file)) {
                return stream.readAllBytes();
            }
        } catch (FileNotFoundException | NoSuchFileException e) {
            throw new BundleException(
                    file.getName() + ": is missing; a bundle is a folder with " + Manifest.FILE
                            + " and the file of the model",
                    e);
        } catch (IOException e) {
            throw new BundleException(file.getName() + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }
}
