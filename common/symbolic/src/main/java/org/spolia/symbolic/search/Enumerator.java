package org.spolia.symbolic.search;

import java.util.Optional;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.library.InverseSearch;
import org.spolia.symbolic.library.Library;

/**
 * The library of a search and its inverse enumeration. The work of an epoch is shared out among a fixed number of parts, so that the
 * result does not depend on the number of threads.
 */
final class Enumerator {
    static final int PARTS = 8;

    private static final int FIT_STEPS = 6;
    private static final int ROWS = 48;
    private static final int NOISY_ROWS = 192;
    private static final double ALL_ROWS = 1;
    private static final double MOST_ROWS = 0.75;

    private final SearchOptions options;
    private final Sample rows;
    private final Library library;
    private final InverseSearch inverse;
    private InverseSearch.Batch batch;
    private final SkeletonCache[] caches = new SkeletonCache[PARTS];
    private final HallOfFame[] halls = new HallOfFame[PARTS];

    private Enumerator(Sample rows, SearchOptions options, long seed, boolean noisy) {
        this.options = options;
        this.rows = rows;
        Randomness random = new Randomness().at(seed, -3, 0, 0);
        int wanted = options.library().rows() > 0 ? options.library().rows() : noisy ? NOISY_ROWS : ROWS;
        int entries = options.library().entries() / (noisy ? 2 : 1);
        int[] chosen = random.choose(rows.rows(), Math.min(wanted, rows.rows()));
        this.library = Library.of(rows, chosen, options.operators(), entries, options.maxSize(), random::nextLong);
        this.inverse = InverseSearch.of(library, options.maxSize(), noisy ? MOST_ROWS : ALL_ROWS);
        this.batch = inverse.next(0);
        for (int part = 0; part < PARTS; part++) {
            caches[part] = new SkeletonCache();
            halls[part] = new HallOfFame(options.maxSize());
        }
    }

    Library library() {
        return library;
    }

    /** How far the enumeration got. */
    long position() {
        return inverse.position();
    }

    void skip(long position) {
        inverse.skip(position);
    }

    SkeletonCache cache(int part) {
        return caches[part];
    }

    HallOfFame hall(int part) {
        return halls[part];
    }

    /** Deals out work worth about so many node-rows; what the dealing cost. */
    long deal(long nodeRows) {
        batch = inverse.next(nodeRows);
        return batch.nodeRows();
    }

    boolean hasWork() {
        return !batch.isEmpty();
    }

    /** Does one part of the work that was dealt out. */
    void work(int part, Round round) {
        Proposer proposer = new Proposer(options, round, caches[part], halls[part]);
        long nodeRows = round.workspace().worker(inverse).work(batch, part, PARTS, proposer);
        round.assessment().chargeNodeRows(nodeRows);
    }

    Assessment assessment(Workspace workspace) {
        return new Assessment(workspace, rows, options, FIT_STEPS);
    }

    /** The library for these search rows; with noise it looks at more of them. */
    static Optional<Enumerator> of(Sample rows, SearchOptions options, long seed, boolean noisy) {
        return options.library().used() ? Optional.of(new Enumerator(rows, options, seed, noisy)) : Optional.empty();
    }
}
