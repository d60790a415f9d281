package org.spolia.symbolic.search;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;

/**
 * Computes pieces of a search in another process. It has the data, the options and the seed; everything else of an
 * epoch comes with the pieces. Several threads may compute pieces of one epoch at once.
 */
public final class Replica {
    private static final long NONE = -1;

    private final Archipelago archipelago;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private EpochPlan plan = EpochPlan.first(0);
    private final AtomicBoolean prepared = new AtomicBoolean();
    private long epoch = NONE;

    private Replica(Archipelago archipelago) {
        this.archipelago = archipelago;
    }

    /** Creates a replica of a search before its first epoch. */
    public static Replica of(SearchProblem problem) {
        return new Replica(new Archipelago(
                Scaling.of(problem.sample(), problem.options()).sample(), problem.options(), problem.seed()));
    }

    /**
     * Computes pieces of one epoch.
     *
     * @param shared the bytes of {@link Pieces#shared}
     * @param pieces the numbers of the pieces
     * @param states the bytes of {@link Pieces#state} of each
     * @param abandoned whether nobody waits for the results any more; what is returned then is incomplete
     * @return the bytes for {@link Pieces#accept}, in the order of the pieces
     * @throws IllegalStateException if the replica has computed pieces of a later epoch
     */
    public List<byte[]> compute(byte[] shared, int[] pieces, byte[][] states, BooleanSupplier abandoned) {
        long number = number(shared);
        while (true) {
            lock.readLock().lock();
            try {
                if (epoch == number) {
                    return compute(pieces, states, abandoned);
                }
            } finally {
                lock.readLock().unlock();
            }
            turnTo(shared);
        }
    }

    private List<byte[]> compute(int[] pieces, byte[][] states, BooleanSupplier abandoned) {
        Epoch here = new Epoch(archipelago, plan, abandoned);
        List<byte[]> results = new ArrayList<>();
        for (int i = 0; i < pieces.length; i++) {
            results.add(here.result(pieces[i], states[i]));
        }
        // The search builds its libraries during the first epoch too.
        if (plan.isFirst() && prepared.compareAndSet(false, true)) {
            archipelago.buildLibraries(Failures.ofTask());
        }
        return results;
    }

    /** Waits for the pieces of an earlier epoch, whose results nobody waits for. */
    private void turnTo(byte[] shared) {
        lock.writeLock().lock();
        try (StateReader in = new StateReader(new ByteArrayInputStream(shared))) {
            EpochPlan next = EpochPlan.read(in);
            if (next.epoch() == epoch) {
                return;
            }
            if (next.epoch() < epoch) {
                throw new IllegalStateException("Epoch " + next.epoch() + " of the search is over");
            }
            epoch = NONE;
            in.readFrequencies(archipelago.frequencies);
            in.readHall(archipelago.hall, archipelago.options.operators().definitions());
            // The search itself counts what failed while it built its libraries and dealt the work.
            Failures counted = Failures.ofTask();
            if (next.noisy() && !archipelago.noisy()) {
                archipelago.takeNoiseIntoAccount(counted);
                prepared.set(true);
            } else if (!next.isFirst() && prepared.compareAndSet(false, true)) {
                archipelago.buildLibraries(counted);
            }
            if (!next.isFirst() && archipelago.enumerator().isPresent()) {
                Enumerator enumerator = archipelago.enumerator().get();
                enumerator.relate(next.relates(), archipelago.all, counted);
                enumerator.lookForParts(next.partsRound(), archipelago.hall, counted);
                enumerator.readDealt(in);
            }
            plan = next;
            epoch = next.epoch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private static long number(byte[] shared) {
        try (StateReader in = new StateReader(new ByteArrayInputStream(shared))) {
            return EpochPlan.read(in).epoch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
