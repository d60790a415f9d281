package org.spolia.jobs.source.examine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.spolia.hdf5.type.Hdf5Exception;
import org.spolia.jobs.source.file.HadoopChannel;
import org.spolia.jobs.source.file.ReadCounters;
import org.spolia.jobs.source.file.SourceFile;
import org.spolia.jobs.source.format.OpenFile;

/**
 * The result of reading a file to its end.
 *
 * @param sha256 the hash of its bytes, in hexadecimal
 * @param reads the number of requests to the file system
 * @param bytesRead the number of bytes of all requests; repeated reads count again
 * @param facts the content; empty if the file is damaged
 * @param damage what cannot be read, or does not fit into the table; empty if the file is sound. The text does not name
 * the location, so that equal files give equal reports everywhere
 */
public record FileReport(
        String sha256, long reads, long bytesRead, Optional<FileFacts> facts, Optional<String> damage) {
    /** The content of a file that is read through a channel to its end. */
    public interface Examination {
        /**
         * Reads the facts.
         *
         * @throws Hdf5Exception if the file is damaged, or does not fit into the table
         */
        FileFacts facts(HadoopChannel channel) throws IOException;
    }

    /** Reads a file, and returns a report whether it is damaged or not. */
    public static FileReport of(SourceFile file, Configuration hadoop, Examination examination) {
        ReadCounters counters = new ReadCounters();
        try (HadoopChannel channel =
                HadoopChannel.hashing(OpenFile.unchanged(file, hadoop), file.size(), hadoop, counters)) {
            Optional<FileFacts> facts = Optional.empty();
            Optional<String> damage = Optional.empty();
            try {
                facts = Optional.of(examination.facts(channel));
            } catch (Hdf5Exception e) {
                damage = Optional.of(reason(e));
            }
            String sha256 = channel.sha256();
            return new FileReport(sha256, counters.reads(), counters.bytes(), facts, damage);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static String reason(Hdf5Exception e) {
        String message = String.valueOf(e.getMessage());
        return message.startsWith(e.file())
                ? message.substring(e.file().length()).replaceFirst("^: ?", "")
                : message;
    }
}
