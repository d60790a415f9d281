package org.spolia.jobs.stream;

/** A batch that tasks compute. */
public interface BegunBatch extends AutoCloseable {
    /** Waits for the output. It closes what the batch holds. */
    BatchOutput await();

    /** Gives up a batch whose output nobody will want. */
    @Override
    void close();
}
