package org.spolia.symbolic.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Computes the pieces of a search in threads of this process. Their number does not affect the result. */
public final class Workers implements Spread {
    private final int threads;
    private final ExecutorService executor;

    private Workers(int threads) {
        this.threads = threads;
        this.executor = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "search");
            thread.setDaemon(true);
            return thread;
        });
    }

    public static Workers of(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be >= 1: " + threads);
        }
        return new Workers(threads);
    }

    @Override
    public void run(Pieces pieces) {
        int count = pieces.count();
        AtomicInteger next = new AtomicInteger();
        Runnable loop = () -> {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                pieces.compute(i);
            }
        };
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 1; thread < Math.min(threads, count); thread++) {
            running.add(executor.submit(loop));
        }
        loop.run();
        for (Future<?> future : running) {
            await(future);
        }
    }

    private static void await(Future<?> future) {
        try {
            future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a search was running", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A search failed: " + e.getCause(), e.getCause());
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
