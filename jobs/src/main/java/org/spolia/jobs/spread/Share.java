package org.spolia.jobs.spread;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.spolia.symbolic.search.SearchProblem;

/** The pieces of an epoch that one task computes. */
final class Share implements Serializable {
    private final String search;
    private final Broadcast<SearchProblem> problem;
    private final byte[] shared;
    private final int[] pieces;
    private final byte[][] states;

    /**
     * @param search the id of the search
     * @param shared what all pieces of the epoch share
     * @param pieces their numbers
     * @param states the state of each before the epoch
     */
    Share(String search, Broadcast<SearchProblem> problem, byte[] shared, int[] pieces, byte[][] states) {
        this.search = search;
        this.problem = problem;
        this.shared = shared;
        this.pieces = pieces;
        this.states = states;
    }

    int[] pieces() {
        return pieces;
    }

    /** Returns the results in the order of the pieces. */
    List<byte[]> compute() {
        TaskContext task = TaskContext.get();
        return Replicas.of(search, problem).compute(shared, pieces, states, task::isInterrupted);
    }
}
