package org.spolia.jobs.spread;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.spolia.experiment.ExperimentException;
import org.spolia.jobs.session.LostExecutors;
import org.spolia.symbolic.search.Pieces;
import org.spolia.symbolic.search.SearchProblem;
import org.spolia.symbolic.search.Spread;

/**
 * Computes the pieces of a search as tasks of Spark. A task that loses its executor is computed again, with the same
 * result.
 */
public final class SparkSpread implements Spread {
    /** About a tenth of a second, against some milliseconds to start a task and to move its state. */
    private static final long LEAST_NODE_ROWS = 10_000_000;

    private static final long MILLISECONDS_BETWEEN_LOOKS = 50;

    /** More losses than a bad cluster causes: a task must be ending its executors itself. */
    private static final int ROUNDS = 10;

    private final JavaSparkContext context;
    private final String search = UUID.randomUUID().toString();
    private final Broadcast<SearchProblem> problem;

    private SparkSpread(JavaSparkContext context, Broadcast<SearchProblem> problem) {
        this.context = context;
        this.problem = problem;
    }

    /** Sends the data and the options of a search to the executors, where they stay until {@link #close}. */
    public static SparkSpread of(SparkSession spark, SearchProblem problem) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        return new SparkSpread(context, context.broadcast(problem));
    }

    @Override
    public void run(Pieces pieces) {
        List<Share> shares = shares(pieces);
        Future<List<List<byte[]>>> results = start(shares);
        try {
            for (int piece = 0; piece < pieces.kept(); piece++) {
                pieces.compute(piece);
            }
            int round = 1;
            while (!accept(pieces, shares, results, round)) {
                results = start(shares);
                round++;
            }
        } finally {
            // Without effect on a job that has ended.
            results.cancel(true);
        }
    }

    private Future<List<List<byte[]>>> start(List<Share> shares) {
        return context.parallelize(shares, shares.size()).map(Share::compute).collectAsync();
    }

    /** Deals the pieces out in turn, because neighbouring ones have about the same cost. */
    private List<Share> shares(Pieces pieces) {
        byte[] shared = pieces.shared();
        int from = pieces.kept();
        int tasks = (int) Math.max(
                1,
                Math.min(
                        Math.min(context.defaultParallelism(), pieces.count() - from),
                        pieces.nodeRows() / LEAST_NODE_ROWS));
        List<Share> shares = new ArrayList<>();
        for (int task = 0; task < tasks; task++) {
            int[] own = IntStream.iterate(from + task, piece -> piece < pieces.count(), piece -> piece + tasks)
                    .toArray();
            byte[][] states = IntStream.of(own).mapToObj(pieces::state).toArray(byte[][]::new);
            shares.add(new Share(search, problem, shared, own, states));
        }
        return shares;
    }

    /** Returns false if the job lost its executors too often for Spark and may run again. */
    private static boolean accept(Pieces pieces, List<Share> shares, Future<List<List<byte[]>>> results, int round) {
        while (true) {
            try {
                List<List<byte[]>> computed = results.get(MILLISECONDS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
                for (int task = 0; task < computed.size(); task++) {
                    int[] own = shares.get(task).pieces();
                    for (int i = 0; i < own.length; i++) {
                        pieces.accept(own[i], computed.get(task).get(i));
                    }
                }
                return true;
            } catch (TimeoutException e) {
                if (pieces.stopped()) {
                    return true;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while a search was running", e);
            } catch (ExecutionException e) {
                // A signal that ends this process also ends the session.
                if (pieces.stopped()) {
                    return true;
                }
                requireOneMoreRound(e, round);
                return false;
            }
        }
    }

    private static void requireOneMoreRound(ExecutionException e, int round) {
        LostExecutors lost = LostExecutors.of(e).orElseThrow(() -> failure(e));
        if (round == ROUNDS) {
            throw new ExperimentException(
                    "A task of the search lost its executor each time, most recently: " + lost.reason()
                            + "; if its memory did not suffice, give more with --conf spark.executor.memory",
                    e);
        }
    }

    /** Returns what a search in threads throws. */
    private static IllegalStateException failure(ExecutionException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return new IllegalStateException("A search failed: " + cause, cause);
    }

    @Override
    public void close() {
        Replicas.forget(search);
        if (!context.sc().isStopped()) {
            problem.destroy();
        }
    }
}
