package org.spolia.symbolic.search;

import java.util.Comparator;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.special.Exponential;

/**
 * One population under regularised evolution: tournaments choose parents, children replace the oldest members (Real et al., AAAI 2019;
 * Cranmer, arXiv 2305.01582). What an epoch does depends only on the island, the seed, the number of the epoch and what all islands
 * shared before it.
 */
final class Island {
    private static final int TOURNAMENT = 15;
    private static final double TOURNAMENT_PROBABILITY = 0.982;
    private static final double CROSSOVER = 0.2;
    private static final double ALPHA = 3.17;
    private static final int TRIES = 10;

    final int index;
    final Tree[] members;
    final double[] costs;
    final long[] births;
    final SkeletonCache cache = new SkeletonCache();
    final HallOfFame hall;
    long clock;

    private final SearchOptions options;

    Island(int index, SearchOptions options) {
        this.index = index;
        this.options = options;
        this.members = new Tree[options.populationSize()];
        this.costs = new double[options.populationSize()];
        this.births = new long[options.populationSize()];
        this.hall = new HallOfFame(options.maxSize());
        for (int i = 0; i < members.length; i++) {
            members[i] = new Tree(options.maxSize());
        }
    }

    /** Fills the population with small random trees. */
    void populate(long seed, Workspace workspace, Assessment assessment, HallOfFame known) {
        hall.clear();
        for (int i = 0; i < members.length; i++) {
            Randomness random = workspace.random.at(seed, index, 0, i);
            double loss = Double.POSITIVE_INFINITY;
            for (int attempt = 0; attempt < TRIES && !Double.isFinite(loss); attempt++) {
                workspace.generator.start(workspace.child, options.maxSize(), random);
                long hash = workspace.hash.of(workspace.child);
                cache.add(hash);
                loss = assessment.assess(workspace.child, hash, hall, known);
            }
            settle(i, workspace.child, loss);
        }
    }

    private double cost(double loss, int size) {
        return loss + options.parsimony() * size;
    }

    private void settle(int slot, Tree tree, double loss) {
        members[slot].copyFrom(tree);
        costs[slot] = cost(loss, tree.size());
        births[slot] = clock++;
    }

    /** Takes a tree in from outside as the newest member. */
    void immigrate(int slot, Tree tree, double loss) {
        settle(slot, tree, loss);
    }

    double loss(int member) {
        return costs[member] - options.parsimony() * members[member].size();
    }

    /** The members with the lowest costs, best first. */
    int[] best(int count) {
        return IntStream.range(0, members.length)
                .boxed()
                .sorted(Comparator.comparingDouble(member -> costs[member]))
                .limit(count)
                .mapToInt(member -> member)
                .toArray();
    }

    /** Evolves until {@code quota} node-rows are spent or {@code stopped} says so. */
    void evolve(
            long seed,
            long epoch,
            long quota,
            Workspace workspace,
            Assessment assessment,
            Frequencies frequencies,
            HallOfFame known,
            BooleanSupplier stopped) {
        hall.clear();
        long before = assessment.nodeRows();
        for (long event = 0; ; event++) {
            long spent = assessment.nodeRows() - before;
            if (spent >= quota || stopped.getAsBoolean()) {
                return;
            }
            double temperature = 1 - (double) spent / quota;
            Randomness random = workspace.random.at(seed, index, epoch, event);
            assessment.charge(1);
            int parent = tournament(frequencies, workspace, random);
            if (members.length > 1 && random.nextDouble() < CROSSOVER) {
                cross(parent, workspace, assessment, frequencies, known, random);
            } else {
                mutate(parent, temperature, workspace, assessment, frequencies, known, random);
            }
        }
    }

    /** Draws members without replacement and takes the best, or with small probability a later one. */
    private int tournament(Frequencies frequencies, Workspace workspace, Randomness random) {
        int[] indices = workspace.indices;
        int drawn = Math.min(TOURNAMENT, members.length);
        for (int i = 0; i < members.length; i++) {
            indices[i] = i;
        }
        for (int i = 0; i < drawn; i++) {
            int j = i + random.nextInt(members.length - i);
            int index = indices[i];
            indices[i] = indices[j];
            indices[j] = index;
        }
        int place = 0;
        while (place < drawn - 1 && random.nextDouble() >= TOURNAMENT_PROBABILITY) {
            place++;
        }
        for (int rank = 0; ; rank++) {
            int best = rank;
            for (int i = rank + 1; i < drawn; i++) {
                if (adjusted(indices[i], frequencies) < adjusted(indices[best], frequencies)) {
                    best = i;
                }
            }
            if (rank == place) {
                return indices[best];
            }
            int index = indices[rank];
            indices[rank] = indices[best];
            indices[best] = index;
        }
    }

    private double adjusted(int member, Frequencies frequencies) {
        return costs[member] * frequencies.penalty(members[member].size());
    }

    private boolean fits(Tree tree, Workspace workspace) {
        return tree.size() <= options.maxSize() && tree.depth(workspace.depths) <= options.maxDepth();
    }

    private void mutate(
            int parent,
            double temperature,
            Workspace workspace,
            Assessment assessment,
            Frequencies frequencies,
            HallOfFame known,
            Randomness random) {
        Tree child = workspace.child;
        Mutation mutation = workspace.mutator.draw(members[parent], MutationWeights.DEFAULT, random);
        boolean made = false;
        for (int attempt = 0; attempt < TRIES && !made; attempt++) {
            made = workspace.mutator.mutate(mutation, members[parent], child, temperature, random)
                    && fits(child, workspace);
        }
        if (!made) {
            return;
        }
        if (mutation == Mutation.NOTHING || mutation == Mutation.SIMPLIFY) {
            settle(oldest(), child, loss(parent));
            return;
        }
        long hash = workspace.hash.of(child);
        boolean fresh = cache.add(hash);
        if (!fresh && mutation != Mutation.CONSTANT) {
            return;
        }
        double loss = assessment.assess(child, hash, hall, known);
        if (accepts(cost(loss, child.size()), child.size(), parent, temperature, frequencies, random)) {
            settle(oldest(), child, loss);
        }
    }

    private boolean accepts(
            double cost, int size, int parent, double temperature, Frequencies frequencies, Randomness random) {
        if (!Double.isFinite(cost)) {
            return false;
        }
        if (!Double.isFinite(costs[parent])) {
            return true;
        }
        double exponent = -(cost - costs[parent]) / (temperature * ALPHA);
        double share = frequencies.share(members[parent].size()) / frequencies.share(size);
        return Exponential.exp(Math.min(exponent, 700)) * share >= random.nextDouble();
    }

    private void cross(
            int first,
            Workspace workspace,
            Assessment assessment,
            Frequencies frequencies,
            HallOfFame known,
            Randomness random) {
        int second = tournament(frequencies, workspace, random);
        boolean made = false;
        for (int attempt = 0; attempt < TRIES && !made; attempt++) {
            workspace.mutator.cross(members[first], members[second], workspace.child, workspace.sibling, random);
            made = fits(workspace.child, workspace) && fits(workspace.sibling, workspace);
        }
        if (made) {
            adopt(workspace.child, workspace, assessment, known);
            adopt(workspace.sibling, workspace, assessment, known);
        }
    }

    private void adopt(Tree child, Workspace workspace, Assessment assessment, HallOfFame known) {
        long hash = workspace.hash.of(child);
        if (!cache.add(hash)) {
            return;
        }
        double loss = assessment.assess(child, hash, hall, known);
        if (Double.isFinite(loss)) {
            settle(oldest(), child, loss);
        }
    }

    private int oldest() {
        int oldest = 0;
        for (int i = 1; i < members.length; i++) {
            if (births[i] < births[oldest]) {
                oldest = i;
            }
        }
        return oldest;
    }
}
