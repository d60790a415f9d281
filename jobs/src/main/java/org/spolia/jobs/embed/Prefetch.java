package org.spolia.jobs.embed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Applies a function in a thread of its own, in order, while the caller's thread reads ahead. The number of elements
 * that are read ahead is limited, so that memory is bounded. Only the caller's thread reads elements.
 */
final class Prefetch<A, B> implements Iterator<B>, AutoCloseable {
    private final Iterator<A> source;
    private final Function<A, B> function;
    private final int ahead;
    private final Deque<Future<B>> pending = new ArrayDeque<>();
    private final ExecutorService thread;

    Prefetch(Iterator<A> source, Function<A, B> function, int ahead, String name) {
        this.source = source;
        this.function = function;
        this.ahead = ahead;
        this.thread = Executors.newSingleThreadExecutor(task -> {
            Thread made = new Thread(task, name);
            made.setDaemon(true);
            return made;
        });
    }

    @Override
    public boolean hasNext() {
        fill();
        return !pending.isEmpty();
    }

    @Override
    public B next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Future<B> first = pending.remove();
        fill();
        try {
            return first.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for embeddings", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private void fill() {
        while (pending.size() < ahead && source.hasNext()) {
            A element = source.next();
            pending.add(thread.submit(() -> function.apply(element)));
        }
    }

    /**
     * Waits until the function has finished the work that it began, because the caller may close its resources next.
     */
    @Override
    public void close() {
        pending.forEach(future -> future.cancel(false));
        thread.shutdown();
        boolean interrupted = false;
        while (!thread.isTerminated()) {
            try {
                thread.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
