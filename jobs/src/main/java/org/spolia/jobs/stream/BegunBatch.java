package org.spolia.jobs.stream;

/** A batch that tasks compute. */
public interface BegunBatch extends AutoCloseable {
    /**
     * Waits for the output. It closes what the batch holds.
     *
     * @param makeRoom gives up other work; called before an item is computed that needs all slots for itself
     */
    BatchOutput await(Runnable makeRoom);

    /** Gives up a batch whose output nobody will want. */
    @Override
    void close();
}
