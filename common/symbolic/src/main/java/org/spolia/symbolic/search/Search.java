package org.spolia.symbolic.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Tree;

/**
 * A search for expressions that describe a sample, advanced epoch by epoch: islands evolve on their own, then share what they found in
 * a fixed order. The same sample, options and seed give the same bits on any number of threads and after a {@link SearchState} was
 * saved and loaded.
 */
public final class Search {
    /** Raised whenever the same sample, options and seed give another result. */
    public static final int REVISION = 2;

    /** An evaluation is this many passes of one node over the search rows. */
    static final int NODES_PER_EVALUATION = 10;

    private static final double EVOLUTION_SHARE = 0.9;
    private static final int EPOCHS = 25;
    private static final long LONGEST_EPOCH = 2000;
    private static final long SHORTEST_EPOCH = 50;
    private static final double MIGRATION = 0.00036;
    private static final double HALL_MIGRATION = 0.0614;
    private static final int TOP = 12;

    private final SearchOptions options;
    private final long seed;
    private final Sample all;
    private final Sample rows;
    private final Precision precision;
    private final ConcurrentLinkedQueue<Workspace> workspaces = new ConcurrentLinkedQueue<>();

    final Island[] islands;
    final Frequencies frequencies;
    final HallOfFame hall;
    long epoch;
    long nodeRows;
    long expressions;
    long stopAt = Long.MAX_VALUE;

    private Search(Sample all, SearchOptions options, long seed) {
        this.options = options;
        this.seed = seed;
        this.all = all;
        this.rows = all.rows() <= options.searchRows() ? all : draw(all, options.searchRows(), seed);
        this.precision = Precision.of(all);
        this.islands = new Island[options.populations()];
        for (int i = 0; i < islands.length; i++) {
            islands[i] = new Island(i, options);
        }
        this.frequencies = new Frequencies(options.maxSize());
        this.hall = new HallOfFame(options.maxSize());
        hall.offer(new Tree(1).constant(rows.mean()), rows.variance(), 0);
    }

    private static Sample draw(Sample all, int count, long seed) {
        Randomness random = new Randomness().at(seed, -1, 0, 0);
        int[] order = new int[all.rows()];
        for (int row = 0; row < order.length; row++) {
            order[row] = row;
        }
        int[] chosen = new int[count];
        for (int i = 0; i < count; i++) {
            int j = i + random.nextInt(order.length - i);
            chosen[i] = order[j];
            order[j] = order[i];
        }
        Arrays.sort(chosen);
        return all.take(chosen);
    }

    /** A search that has not begun. */
    public static Search of(Sample sample, SearchOptions options, long seed) {
        return new Search(sample, options, seed);
    }

    /** A whole search on the calling thread. */
    public static SearchResult run(double[][] columns, double[] target, SearchOptions options, long seed) {
        try (Workers workers = Workers.of(1)) {
            Search search = of(Sample.of(columns, target), options, seed);
            while (!search.finished()) {
                search.advance(workers, () -> false);
            }
            return search.finish(() -> false);
        }
    }

    public SearchOptions options() {
        return options;
    }

    public long seed() {
        return seed;
    }

    /** What was spent so far, in evaluations. */
    public long evaluations() {
        return nodeRows / evaluation();
    }

    /** Expressions whose loss was computed so far. */
    public long expressions() {
        return expressions;
    }

    private long evaluation() {
        return (long) NODES_PER_EVALUATION * rows.rows();
    }

    /** What the evolution may spend, in node-rows; the rest is for polish. */
    private long evolutionBudget() {
        double budget = (double) options.evaluations() * evaluation() * EVOLUTION_SHARE;
        return budget >= Long.MAX_VALUE ? Long.MAX_VALUE : (long) budget;
    }

    /** Whether the evolution has spent its budget or has found an exact law and looked long enough for a shorter form. */
    public boolean finished() {
        return nodeRows >= Math.min(evolutionBudget(), stopAt);
    }

    /** Runs one epoch; when {@code stopped} answers true the epoch ends early, and the result depends on when. */
    public void advance(Workers workers, BooleanSupplier stopped) {
        Assessment[] assessments = new Assessment[islands.length];
        long quota = quota();
        workers.run(islands.length, index -> {
            Workspace workspace = borrow();
            Assessment assessment = new Assessment(workspace, rows, options);
            assessments[index] = assessment;
            if (epoch == 0) {
                islands[index].populate(seed, workspace, assessment, hall);
            } else {
                islands[index].evolve(seed, epoch, quota, workspace, assessment, frequencies, hall, stopped);
            }
            workspaces.add(workspace);
        });
        for (Assessment assessment : assessments) {
            nodeRows += assessment.nodeRows();
            expressions += assessment.evaluated();
        }
        merge();
        watchForExactLaws();
        epoch++;
    }

    private Workspace borrow() {
        Workspace workspace = workspaces.poll();
        return workspace == null ? new Workspace(options, all.variables()) : workspace;
    }

    private long quota() {
        long epochs = options.evaluations() / ((long) EPOCHS * islands.length);
        long each = Math.max(SHORTEST_EPOCH, Math.min(LONGEST_EPOCH, epochs)) * evaluation();
        long left = (evolutionBudget() - nodeRows) / islands.length;
        return Math.max(1, Math.min(each, left));
    }

    /** Shares what the islands found, in the order of their numbers. */
    private void merge() {
        for (Island island : islands) {
            hall.offerAll(island.hall);
            for (Tree member : island.members) {
                frequencies.see(member.size());
            }
        }
        frequencies.update();
        migrate();
    }

    private void migrate() {
        List<Tree> best = new ArrayList<>();
        List<Double> bestLosses = new ArrayList<>();
        for (Island island : islands) {
            for (int member : island.best(TOP)) {
                Tree copy = new Tree(options.maxSize());
                best.add(copy.copyFrom(island.members[member]));
                bestLosses.add(island.loss(member));
            }
        }
        int[] front = hall.front();
        double variance = rows.variance();
        Randomness random = new Randomness();
        for (Island island : islands) {
            random.at(seed, island.index, epoch, -1);
            for (int slot = 0; slot < island.members.length; slot++) {
                if (random.nextDouble() < MIGRATION) {
                    int chosen = random.nextInt(best.size());
                    island.immigrate(slot, best.get(chosen), bestLosses.get(chosen));
                }
                if (front.length > 0 && random.nextDouble() < HALL_MIGRATION) {
                    int size = front[random.nextInt(front.length)];
                    island.immigrate(slot, hall.tree(size, 0), hall.loss(size, 0) / variance);
                }
            }
        }
    }

    /** Once a law is exact, half as much again is spent on shorter forms of it. */
    private void watchForExactLaws() {
        if (stopAt < Long.MAX_VALUE || nodeRows >= evolutionBudget()) {
            return;
        }
        Workspace workspace = borrow();
        Polish polish = new Polish(workspace, all, options, precision, Long.MAX_VALUE, () -> false);
        for (int size : hall.front()) {
            if (hall.loss(size, 0) <= Precision.SUSPECT * rows.variance() && polish.isExactLaw(hall.tree(size, 0))) {
                stopAt = nodeRows + nodeRows / 2;
                break;
            }
        }
        nodeRows += polish.nodeRows();
        workspaces.add(workspace);
    }

    /** The best expression of each size so far that beats all smaller ones; losses are those on the search rows. */
    public List<Candidate> front() {
        List<Candidate> candidates = new ArrayList<>();
        for (int size : hall.front()) {
            candidates.add(new Candidate(hall.tree(size, 0).toExpression(), size, 1, hall.loss(size, 0), true));
        }
        return candidates;
    }

    /** What the search would end with now, without refitting and shortening; losses are those on all rows. */
    public SearchResult snapshot() {
        Workspace workspace = borrow();
        Polish polish = new Polish(workspace, all, options, precision, 0, () -> true);
        SearchResult result =
                new Choice(all, precision, workspace).result(polish.polish(hall), evaluations(), expressions);
        workspaces.add(workspace);
        return result;
    }

    /** Refits and shortens the best models on all rows and chooses one; {@code stopped} cuts that short. */
    public SearchResult finish(BooleanSupplier stopped) {
        Workspace workspace = borrow();
        double total = (double) options.evaluations() * evaluation();
        long left = total >= Long.MAX_VALUE ? Long.MAX_VALUE : Math.max(0, (long) total - nodeRows);
        Polish polish = new Polish(workspace, all, options, precision, left, stopped);
        HallOfFame polished = polish.polish(hall);
        long spent = nodeRows + polish.nodeRows();
        workspaces.add(workspace);
        return new Choice(all, precision, workspace).result(polished, spent / evaluation(), expressions);
    }
}
