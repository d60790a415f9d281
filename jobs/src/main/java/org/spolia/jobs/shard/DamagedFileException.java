package org.spolia.jobs.shard;

/** A file that cannot be read, when damaged files end the stage. Nothing of its batch is written. */
final class DamagedFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DamagedFileException(String table, String file, String reason) {
        super("File " + file + " of " + table + " is damaged: " + reason
                + "; repair or remove it, or run without --strict to leave it out");
    }
}
