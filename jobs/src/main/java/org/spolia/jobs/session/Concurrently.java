package org.spolia.jobs.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs several waiting calls of the driver at once, on threads of their own. Threads of the common pool do not see the
 * classes of a submitted jar.
 */
public final class Concurrently {
    private Concurrently() {}

    /**
     * Runs tasks on a number of threads and returns their results, in the order of the tasks.
     *
     * @throws RuntimeException the exception of the first failed task in this order, after all tasks have ended
     */
    public static <T> List<T> run(int threads, List<Callable<T>> tasks) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        ExecutorService executor = Executors.newFixedThreadPool(Math.min(threads, tasks.size()));
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> task : executor.invokeAll(tasks)) {
                results.add(result(task));
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for tasks of the driver", e);
        } finally {
            executor.shutdownNow();
        }
    }

    /**
     * Waits for a task and returns its result.
     *
     * @throws RuntimeException the exception of the task
     */
    public static <T> T result(Future<T> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a task", e);
        }
    }
}
