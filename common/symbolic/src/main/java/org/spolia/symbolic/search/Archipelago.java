package org.spolia.symbolic.search;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.search.form.Randomness;
import org.spolia.symbolic.search.form.StreamNumber;
import org.spolia.symbolic.search.front.HallOfFame;
import org.spolia.symbolic.search.options.Evolution;
import org.spolia.symbolic.search.options.SearchOptions;

/** The islands of a search and what they share: the rows, the libraries, the hall of fame and the frequencies. */
final class Archipelago {
    private static final int EXACT_ROWS = 208;

    final SearchOptions options;
    final long seed;
    final Sample all;
    final Island[] islands;
    final Frequencies frequencies;
    final HallOfFame hall;
    private final ConcurrentLinkedQueue<Workspace> workspaces = new ConcurrentLinkedQueue<>();
    private Sample rows;
    private boolean noisy;
    private Optional<Enumerator> enumerator = Optional.empty();

    Archipelago(Sample all, SearchOptions options, long seed) {
        this.options = options;
        this.seed = seed;
        this.all = all;
        this.rows = draw(options.library().used() ? Math.min(EXACT_ROWS, options.searchRows()) : options.searchRows());
        this.islands = new Island[options.populations()];
        for (int i = 0; i < islands.length; i++) {
            islands[i] = new Island(i, options);
        }
        this.frequencies = new Frequencies(options.maxSize(), options.evolutionOptions());
        this.hall = new HallOfFame(options);
    }

    private Sample draw(int count) {
        if (all.rows() <= count) {
            return all;
        }
        int[] chosen = new Randomness().at(seed, StreamNumber.SEARCH_ROWS, 0).choose(all.rows(), count);
        Arrays.sort(chosen);
        return all.take(chosen);
    }

    /** The rows that evolution uses. */
    Sample rows() {
        return rows;
    }

    /** Returns whether the search has found noise and uses more rows than an exact law needs. */
    boolean noisy() {
        return noisy;
    }

    Optional<Enumerator> enumerator() {
        return enumerator;
    }

    /** Builds the libraries. They follow from the data, the options, the seed and the noise. */
    void buildLibraries(Failures failures) {
        enumerator = Enumerator.of(all, rows, options, seed, noisy, failures);
    }

    /** Uses more rows from now on. */
    void takeNoiseIntoAccount(Failures failures) {
        noisy = true;
        rows = draw(options.searchRows());
        buildLibraries(failures);
    }

    /** Returns the loss of evolution. In plain evolution, children are not fitted. */
    Assessment assessment(Workspace workspace) {
        return new Assessment(
                workspace, rows, options, options.evolution() == Evolution.PLAIN ? 0 : options.fitSteps());
    }

    Workspace borrow() {
        Workspace workspace = workspaces.poll();
        return workspace == null ? new Workspace(options, all.variables()) : workspace;
    }

    void giveBack(Workspace workspace) {
        workspaces.add(workspace);
    }
}
