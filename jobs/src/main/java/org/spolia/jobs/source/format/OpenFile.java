package org.spolia.jobs.source.format;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.spolia.hdf5.Hdf5File;
import org.spolia.jobs.source.file.HadoopChannel;
import org.spolia.jobs.source.file.ReadCounters;
import org.spolia.jobs.source.file.SourceFile;

/** A file that is being read. */
public final class OpenFile implements Closeable {
    private final HadoopChannel channel;
    private final Hdf5File file;
    private final FileContents contents;
    private final ReadCounters counters;

    private OpenFile(HadoopChannel channel, Hdf5File file, Format format, SourceFile source, ReadCounters counters) {
        this.channel = channel;
        this.file = file;
        this.counters = counters;
        try {
            this.contents = format.contents(file, source);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /**
     * Opens a file that has not changed since its listing.
     *
     * @throws org.spolia.experiment.ExperimentException if it changed or was deleted
     * @throws org.spolia.hdf5.type.Hdf5Exception if the file cannot be read completely
     */
    public static OpenFile open(Format format, SourceFile source, Configuration configuration) {
        return open(format, source, configuration, new ReadCounters());
    }

    /** Opens a file and counts its reads. */
    public static OpenFile open(Format format, SourceFile source, Configuration configuration, ReadCounters counters) {
        try {
            Path path = unchanged(source, configuration);
            HadoopChannel channel = HadoopChannel.open(path, source.size(), configuration, counters);
            try {
                return new OpenFile(channel, Hdf5File.open(channel, source.path()), format, source, counters);
            } catch (RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (FileNotFoundException e) {
            throw source.vanished();
        } catch (IOException e) {
            throw new UncheckedIOException(source + ": cannot be opened (" + e.getMessage() + ")", e);
        }
    }

    /** Returns the path of a file that has not changed since its listing. */
    public static Path unchanged(SourceFile source, Configuration configuration) throws IOException {
        Path path = new Path(source.path());
        try {
            FileStatus status = path.getFileSystem(configuration).getFileStatus(path);
            source.requireSame(status.getLen(), status.getModificationTime());
            return path;
        } catch (FileNotFoundException e) {
            throw source.vanished();
        }
    }

    public FileContents contents() {
        return contents;
    }

    public long decodedChunks() {
        return file.decodedChunks();
    }

    @Override
    public void close() throws IOException {
        counters.addChunks(file.decodedChunks());
        file.close();
        channel.close();
    }
}
