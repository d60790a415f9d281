package org.spolia.jobs.stream;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * The heap that the tasks of a process share. A work item that finds it full is computed again while no other one runs,
 * so whether it fails does not depend on the others.
 */
final class SharedHeap {
    private static final ReentrantReadWriteLock USE = new ReentrantReadWriteLock(true);
    private static final int MEBIBYTE_BITS = 20;

    private SharedHeap() {}

    /**
     * Computes an item.
     *
     * @throws OutOfMemoryError if the heap is too small for the item alone
     */
    static <T> T compute(Supplier<T> item) {
        try {
            return holding(USE.readLock(), item);
        } catch (OutOfMemoryError e) {
            return holding(USE.writeLock(), item);
        }
    }

    private static <T> T holding(Lock lock, Supplier<T> item) {
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The task was stopped while it waited for memory", e);
        }
        try {
            return item.get();
        } finally {
            lock.unlock();
        }
    }

    /** Describes the place where an item ran out of memory. */
    static String place() {
        return "alone in a heap of " + (Runtime.getRuntime().maxMemory() >> MEBIBYTE_BITS) + " MiB";
    }

    /** Returns whether an item waits until the others have ended. */
    static boolean isAwaited() {
        return USE.hasQueuedThreads();
    }
}
