package org.spolia.jobs.spread;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.broadcast.Broadcast;
import org.spolia.symbolic.search.Replica;
import org.spolia.symbolic.search.SearchProblem;

/** The replicas of this process. Losing one costs the time to build its libraries again, and nothing else. */
final class Replicas {
    /** A replica has some 20 MB in addition to its data. */
    private static final int MOST = 2;

    /** The one that was used last comes last. */
    private static final Map<String, Replica> BY_SEARCH = new LinkedHashMap<>(MOST, 1, true);

    private Replicas() {}

    static Replica of(String search, Broadcast<SearchProblem> problem) {
        synchronized (BY_SEARCH) {
            Replica replica = BY_SEARCH.computeIfAbsent(search, any -> Replica.of(problem.value()));
            if (BY_SEARCH.size() > MOST) {
                BY_SEARCH.remove(BY_SEARCH.keySet().iterator().next());
            }
            return replica;
        }
    }

    static void forget(String search) {
        synchronized (BY_SEARCH) {
            BY_SEARCH.remove(search);
        }
    }
}
