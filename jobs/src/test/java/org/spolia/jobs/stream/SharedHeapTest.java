package org.spolia.jobs.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedHeapTest {
    @Test
    void anItemThatFindsTheHeapFullHasItAloneTheSecondTime() throws Exception {
        CountDownLatch otherRuns = new CountDownLatch(1);
        CountDownLatch otherMayEnd = new CountDownLatch(1);
        AtomicBoolean otherHasEnded = new AtomicBoolean();
        AtomicInteger tries = new AtomicInteger();
        CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(
                () -> SharedHeap.compute(() -> {
                    otherRuns.countDown();
                    await(otherMayEnd);
                    otherHasEnded.set(true);
                    return true;
                }),
                SharedHeapTest::inNewThread);
        await(otherRuns);
        CompletableFuture<Boolean> item = CompletableFuture.supplyAsync(
                () -> SharedHeap.compute(() -> {
                    if (tries.incrementAndGet() == 1) {
                        throw new OutOfMemoryError("Java heap space");
                    }
                    return otherHasEnded.get();
                }),
                SharedHeapTest::inNewThread);
        while (!SharedHeap.isAwaited()) {
            Thread.onSpinWait();
        }
        otherMayEnd.countDown();

        assertThat(item.get(1, TimeUnit.MINUTES)).isTrue();
        assertThat(other.get(1, TimeUnit.MINUTES)).isTrue();
        assertThat(tries).hasValue(2);
    }

    @Test
    void anItemThatIsTooLargeAloneFailsAndOthersGoOn() {
        assertThatThrownBy(() -> SharedHeap.compute(() -> new long[Integer.MAX_VALUE - 8]))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(SharedHeap.compute(() -> 1)).isEqualTo(1);
    }

    /** The common pool may have one thread only, and the items wait for each other. */
    private static void inNewThread(Runnable task) {
        new Thread(task).start();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
