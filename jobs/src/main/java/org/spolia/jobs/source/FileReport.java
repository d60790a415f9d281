package org.spolia.jobs.source;

import java.util.Optional;
import org.spolia.hdf5.Hdf5Exception;

/**
 * What came of reading a file to its end.
 *
 * @param sha256 of its bytes, in hexadecimal
 * @param facts what is in it; empty if it is damaged
 * @param damage what cannot be read, or has no place in the table; empty if there is nothing
 */
public record FileReport(String sha256, Optional<FileFacts> facts, Optional<Hdf5Exception> damage) {}
