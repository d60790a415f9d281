package org.spolia.jobs.source;

import java.util.Optional;
import org.spolia.hdf5.Hdf5Exception;

/**
 * What came of reading a file to its end.
 *
 * @param sha256 of its bytes, in hexadecimal
 * @param reads how often the file system was asked for bytes of it
 * @param bytesRead how many that were, those that were asked for twice counted twice
 * @param facts what is in it; empty if it is damaged
 * @param damage what cannot be read, or has no place in the table, without the place of the file, so that equal files give equal reports
 *     wherever they are; empty if there is nothing
 */
public record FileReport(
        String sha256, long reads, long bytesRead, Optional<FileFacts> facts, Optional<String> damage) {
    /** What is wrong, without the place of the file. */
    static String reason(Hdf5Exception e) {
        String message = String.valueOf(e.getMessage());
        return message.startsWith(e.file())
                ? message.substring(e.file().length()).replaceFirst("^: ?", "")
                : message;
    }
}
