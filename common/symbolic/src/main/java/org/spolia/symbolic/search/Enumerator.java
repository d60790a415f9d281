package org.spolia.symbolic.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.library.algebraic.AlgebraicSearch;
import org.spolia.symbolic.library.inverse.InverseSearch;
import org.spolia.symbolic.library.part.Base;
import org.spolia.symbolic.library.part.PartSearch;
import org.spolia.symbolic.library.scoring.CoordinateView;
import org.spolia.symbolic.library.scoring.Library;
import org.spolia.symbolic.search.form.Randomness;
import org.spolia.symbolic.search.form.SkeletonCache;
import org.spolia.symbolic.search.form.StreamNumber;
import org.spolia.symbolic.search.front.Bases;
import org.spolia.symbolic.search.front.HallOfFame;
import org.spolia.symbolic.search.options.SearchOptions;
import org.spolia.symbolic.search.result.Strategy;
import org.spolia.symbolic.symmetry.Symmetries;

/**
 * The libraries of a search and their inverse enumerations: one over the variables, and one over the coordinates that
 * the target is found to depend on. The work of an epoch is divided into a fixed number of parts, so that the result
 * does not depend on the number of threads.
 */
final class Enumerator {
    static final int PARTS = 8;

    private static final int FIT_STEPS = 6;
    private static final int ROWS = 48;
    private static final int NOISY_ROWS = 192;
    private static final double ALL_ROWS = 1;
    private static final double MOST_ROWS = 0.75;
    private static final double MOST_FOR_BUILDING = 0.1;
    private static final int PASSES_AN_ENTRY = 4;
    /** The share of one base in what parts may cost. */
    private static final double ONTO_BASE = 0.05;

    private final SearchOptions options;
    private final Sample rows;
    private final List<Library> libraries = new ArrayList<>();
    private final List<InverseSearch> searches = new ArrayList<>();
    private final List<InverseSearch.Batch> batches = new ArrayList<>();
    private final List<AlgebraicSearch> algebraic = new ArrayList<>();
    private final List<PartSearch> partSearches = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private long nodeRows;

    /** A part of the work, with the skeletons that it has seen and the results of the last epoch. */
    record Part(SkeletonCache cache, HallOfFame hall) {
        Part(SearchOptions options) {
            this(new SkeletonCache(), new HallOfFame(options));
        }
    }

    private Enumerator(Sample all, Sample rows, SearchOptions options, long seed, boolean noisy, Failures failures) {
        this.options = options;
        this.rows = rows;
        failures.isolate(Strategy.LIBRARY, () -> add(CoordinateView.ofVariables(rows.variables()), seed, noisy));
        failures.isolate(Strategy.SYMMETRIES, () -> {
            Symmetries.Found found = Symmetries.of(all.plain());
            nodeRows += found.nodeRows();
            CoordinateView.after(found.steps(), rows.variables(), options.operators())
                    .ifPresent(view -> add(view, seed, noisy));
        });
        for (int part = 0; part < PARTS; part++) {
            parts.add(new Part(options));
        }
    }

    /** Creates the libraries for these search rows, if they can be built. With noise they use more of the rows. */
    static Optional<Enumerator> of(
            Sample all, Sample rows, SearchOptions options, long seed, boolean noisy, Failures failures) {
        if (!options.library().used()) {
            return Optional.empty();
        }
        Enumerator enumerator = new Enumerator(all, rows, options, seed, noisy, failures);
        return enumerator.libraries.isEmpty() ? Optional.empty() : Optional.of(enumerator);
    }

    private void add(CoordinateView view, long seed, boolean noisy) {
        Randomness random = new Randomness().at(seed, StreamNumber.LIBRARY_ROWS, libraries.size());
        int wanted = options.library().rows() > 0 ? options.library().rows() : noisy ? NOISY_ROWS : ROWS;
        int[] chosen = random.choose(rows.rows(), Math.min(wanted, rows.rows()));
        int entries = Math.min(options.library().entries() / (noisy ? 2 : 1), affordable(chosen.length));
        Library library = Library.of(
                rows.plain(), view, chosen, options.operators(), entries, options.maxSize(), random::nextLong);
        InverseSearch search = InverseSearch.of(library, options.maxSize(), noisy ? MOST_ROWS : ALL_ROWS);
        libraries.add(library);
        searches.add(search);
        nodeRows += library.nodeRows();
    }

    /** Limits the library to what a tenth of the budget can build. */
    private int affordable(int libraryRows) {
        double budget = (double) options.evaluations() * Search.NODES_PER_EVALUATION * rows.rows() * MOST_FOR_BUILDING;
        return (int) Math.min(Integer.MAX_VALUE, budget / ((double) PASSES_AN_ENTRY * libraryRows));
    }

    /** The cost of building the libraries. */
    long nodeRows() {
        return nodeRows;
    }

    int libraries() {
        return libraries.size();
    }

    Library library(int index) {
        return libraries.get(index);
    }

    /** Writes the progress of the enumerations and the skeletons that they have seen. */
    void snapshot(StateWriter out) throws IOException {
        for (InverseSearch search : searches) {
            out.writeLong(search.position());
        }
        for (Part part : parts) {
            out.writeCache(part.cache);
        }
    }

    void restore(StateReader in) throws IOException {
        for (InverseSearch search : searches) {
            skip(search, in.readLong());
        }
        for (Part part : parts) {
            in.readCache(part.cache);
        }
    }

    private static void skip(InverseSearch search, long position) {
        Failures.ofTask().isolate(Strategy.INVERSE_SEARCH, () -> search.skip(position));
    }

    /** Writes which items were dealt. */
    void writeDealt(StateWriter out) throws IOException {
        for (int index = 0; index < searches.size(); index++) {
            out.writeLong(searches.get(index).position());
            out.writeInt(batches.get(index).count());
        }
    }

    /** Deals the items that another process has dealt to itself. */
    void readDealt(StateReader in) throws IOException {
        batches.clear();
        for (InverseSearch search : searches) {
            long position = in.readLong();
            int count = in.readInt();
            skip(search, position - count);
            batches.add(count == 0 ? InverseSearch.Batch.none() : search.take(count));
        }
    }

    Part part(int index) {
        return parts.get(index);
    }

    /**
     * Deals out work worth about {@code nodeRows} node-rows, the same for each library. Returns the cost of dealing.
     */
    long deal(long nodeRows, Failures failures) {
        batches.clear();
        long cost = 0;
        for (InverseSearch search : searches) {
            InverseSearch.Batch batch = InverseSearch.Batch.none();
            try {
                batch = search.next(nodeRows / searches.size());
            } catch (RuntimeException | StackOverflowError e) {
                failures.add(Strategy.INVERSE_SEARCH, e);
            }
            batches.add(batch);
            cost += batch.nodeRows();
        }
        return cost;
    }

    /** Sets whether {@link #work} also looks for algebraic relations this time, on some of all rows. */
    void relate(boolean relates, Sample all, Failures failures) {
        algebraic.clear();
        if (relates) {
            long budget = budget(options.library().relationShare());
            for (Library library : libraries) {
                failures.isolate(
                        Strategy.ALGEBRAIC_SEARCH, () -> algebraic.add(AlgebraicSearch.of(library, all, budget)));
            }
        }
    }

    /**
     * Sets what {@link #work} also does with parts this time: nothing in round 0, laws of two parts in round 1, and
     * parts onto the laws of a hall of fame in later ones.
     */
    void lookForParts(int round, HallOfFame known, Failures failures) {
        partSearches.clear();
        if (round == 1) {
            lookForTwoParts(failures);
        }
        if (round > 1 && options.library().partsShare() > 0) {
            lookForPartsOnto(Bases.of(known, round - 2), failures);
        }
    }

    private void lookForTwoParts(Failures failures) {
        long budget = budget(options.library().partsShare() / libraries.size());
        for (Library library : libraries) {
            failures.isolate(
                    Strategy.PARTS,
                    () -> PartSearch.of(library.view(), rows, library.vocabulary(), budget)
                            .ifPresent(partSearches::add));
        }
    }

    private void lookForPartsOnto(List<Base> bases, Failures failures) {
        List<Tree> further = new ArrayList<>();
        for (Library library : libraries.subList(1, libraries.size())) {
            for (int coordinate = 0; coordinate < library.view().count(); coordinate++) {
                further.add(library.view().leaf(coordinate));
            }
        }
        Library library = libraries.get(0);
        long budget = budget(options.library().partsShare() * ONTO_BASE);
        for (Base base : bases) {
            failures.isolate(
                    Strategy.PARTS,
                    () -> PartSearch.onto(base, library.view(), further, rows, library.vocabulary(), budget)
                            .ifPresent(partSearches::add));
        }
    }

    /** A share of the work of the whole search, in node-rows. */
    private long budget(double share) {
        return (long) (share * options.evaluations() * Search.NODES_PER_EVALUATION * rows.rows());
    }

    boolean hasWork() {
        return !algebraic.isEmpty()
                || !partSearches.isEmpty()
                || batches.stream().anyMatch(batch -> !batch.isEmpty());
    }

    /** Does one part of the dealt work. */
    void work(int index, Part part, Round round) {
        Proposer proposer = new Proposer(options, round, part.cache, part.hall).during(Strategy.INVERSE_SEARCH);
        for (int library = searches.size() - 1; library >= 0; library--) {
            InverseSearch.Worker worker = round.workspace().worker(searches.get(library), library);
            round.assessment()
                    .chargeNodeRows(worker.work(batches.get(library), index, PARTS, proposer, round.stopped()));
        }
        proposer.during(Strategy.ALGEBRAIC_SEARCH);
        for (AlgebraicSearch search : algebraic) {
            round.assessment().chargeNodeRows(search.work(index, PARTS, proposer, round.stopped()));
        }
        proposer.during(Strategy.PARTS);
        for (PartSearch search : partSearches) {
            try {
                round.assessment().chargeNodeRows(search.work(index, PARTS, proposer, round.stopped()));
            } catch (RuntimeException | StackOverflowError e) {
                proposer.failed(e);
            }
        }
        proposer.chargeStarts();
    }

    /** Fits linear least squares over few entries of each library. The results go to the hall of the first part. */
    void survey(Round round) {
        Proposer proposer = new Proposer(options, round, parts.get(0).cache, parts.get(0).hall);
        for (int index = 0; index < searches.size(); index++) {
            InverseSearch.Worker worker = round.workspace().worker(searches.get(index), index);
            round.assessment().chargeNodeRows(worker.survey(proposer));
        }
    }

    Assessment assessment(Workspace workspace) {
        return new Assessment(workspace, rows, options, FIT_STEPS);
    }
}
