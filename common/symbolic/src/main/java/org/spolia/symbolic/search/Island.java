package org.spolia.symbolic.search;

import java.io.IOException;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.library.inverse.SemanticBackpropagation;
import org.spolia.symbolic.search.form.Randomness;
import org.spolia.symbolic.search.form.SkeletonCache;
import org.spolia.symbolic.search.form.StreamNumber;
import org.spolia.symbolic.search.front.AdmissionRules;
import org.spolia.symbolic.search.front.HallOfFame;
import org.spolia.symbolic.search.options.Evolution;
import org.spolia.symbolic.search.options.EvolutionOptions;
import org.spolia.symbolic.search.options.Mutation;
import org.spolia.symbolic.search.options.SearchOptions;
import org.spolia.symbolic.search.result.Strategy;
import org.spolia.symbolic.special.Exponential;

/**
 * One population under regularised evolution: tournaments choose parents, children replace the oldest members (Real et
 * al., AAAI 2019; Cranmer, arXiv 2305.01582). The result of an epoch depends only on the island, the seed, the number
 * of the epoch and what all islands shared before it.
 */
final class Island {
    private static final int TRIES = 10;
    private static final double BEST_ENTRY = 0.7;
    private static final int CHOICES = 3;

    final int index;
    final Tree[] members;
    final double[] costs;
    private final long[] births;
    private final SkeletonCache cache = new SkeletonCache();
    final HallOfFame hall;
    private long clock;

    private final SearchOptions options;
    private final EvolutionOptions evolution;
    private final AdmissionRules admission;

    Island(int index, SearchOptions options) {
        this.index = index;
        this.options = options;
        this.evolution = options.evolutionOptions();
        this.admission = new AdmissionRules(options);
        this.members = new Tree[options.populationSize()];
        this.costs = new double[options.populationSize()];
        this.births = new long[options.populationSize()];
        this.hall = new HallOfFame(options);
        for (int i = 0; i < members.length; i++) {
            members[i] = new Tree(options.memberCapacity(), options.operators().definitions());
        }
    }

    void snapshot(StateWriter out) throws IOException {
        writePopulation(out);
        out.writeCache(cache);
    }

    void restore(StateReader in) throws IOException {
        readPopulation(in);
        in.readCache(cache);
    }

    SkeletonCache cache() {
        return cache;
    }

    void writePopulation(StateWriter out) throws IOException {
        out.writeLong(clock);
        for (int i = 0; i < members.length; i++) {
            out.writeTree(members[i]);
            out.writeDouble(costs[i]);
            out.writeLong(births[i]);
        }
    }

    void readPopulation(StateReader in) throws IOException {
        clock = in.readLong();
        for (int i = 0; i < members.length; i++) {
            in.readTree(members[i]);
            costs[i] = in.readDouble();
            births[i] = in.readLong();
        }
    }

    /** Fills the population with small random trees. */
    void populate(Round round) {
        hall.clear();
        Workspace workspace = round.workspace();
        for (int i = 0; i < members.length; i++) {
            Randomness random = round.random().at(round.seed(), index, 0, i);
            double loss = Double.POSITIVE_INFINITY;
            for (int attempt = 0; attempt < TRIES && !Double.isFinite(loss); attempt++) {
                try {
                    workspace.variation.startPlain(workspace.child);
                    workspace.variation.start(workspace.child, random);
                    loss = first(round);
                } catch (RuntimeException | StackOverflowError e) {
                    round.failures().add(Strategy.EVOLUTION, e);
                }
            }
            settle(i, workspace.child, loss);
        }
    }

    private double first(Round round) {
        Workspace workspace = round.workspace();
        cache.add(workspace.identity.of(workspace.child));
        return admission.obeys(workspace.child)
                ? round.assessment().assess(workspace.child, hall, round.known())
                : Double.POSITIVE_INFINITY;
    }

    /** Recomputes the losses after the rows have changed. */
    void assessAgain(Assessment assessment, Workspace workspace, HallOfFame known, Failures failures) {
        hall.clear();
        for (int i = 0; i < members.length; i++) {
            costs[i] = Double.POSITIVE_INFINITY;
            Tree tree = workspace.child.copyFrom(members[i]);
            try {
                double loss = assessment.assess(tree, hall, known);
                members[i].copyFrom(tree);
                costs[i] = cost(loss, admission.complexity(tree));
            } catch (RuntimeException | StackOverflowError e) {
                failures.add(Strategy.EVOLUTION, e);
            }
        }
        known.offerAll(hall);
    }

    private double cost(double loss, int size) {
        return loss + options.parsimony() * size;
    }

    private void settle(int slot, Tree tree, double loss) {
        members[slot].copyFrom(tree);
        costs[slot] = cost(loss, admission.complexity(tree));
        births[slot] = clock++;
    }

    /** Takes a tree from outside as the newest member. */
    void immigrate(int slot, Tree tree, double loss) {
        settle(slot, tree, loss);
    }

    double loss(int member) {
        return costs[member] - options.parsimony() * admission.complexity(members[member]);
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

    /** Evolves until {@code quota} node-rows are spent or the round is stopped. */
    void evolve(Round round, long quota, Optional<Enumerator> enumerator) {
        hall.clear();
        Assessment assessment = round.assessment();
        long before = assessment.nodeRows();
        double backsolve = enumerator.isPresent() ? options.library().backsolve() : 0;
        for (long event = 0; ; event++) {
            long spent = assessment.nodeRows() - before;
            if (spent >= quota) {
                break;
            }
            double temperature = evolution.annealing() ? 1 - (double) spent / quota : 1;
            assessment.charge(1);
            try {
                if (round.stopped().getAsBoolean()) {
                    break;
                }
                round.random().at(round.seed(), index, round.epoch(), event);
                event(temperature, round, backsolve, enumerator);
            } catch (RuntimeException | StackOverflowError e) {
                assessment.charge(Search.NODES_PER_EVALUATION);
                round.failures().add(Strategy.EVOLUTION, e);
            }
        }
        if (options.evolution() == Evolution.PLAIN) {
            fitSome(round);
        }
    }

    private void event(double temperature, Round round, double backsolve, Optional<Enumerator> enumerator) {
        Randomness random = round.random();
        int parent = tournament(round);
        double kind = random.nextDouble();
        if (kind < backsolve) {
            backsolve(parent, temperature, round, enumerator.orElseThrow());
        } else if (members.length > 1 && random.nextDouble() < evolution.crossoverProbability()) {
            cross(parent, round);
        } else {
            mutate(parent, temperature, round);
        }
    }

    /** Simplifies the members and fits the constants of some. */
    private void fitSome(Round round) {
        for (int i = 0; i < members.length; i++) {
            try {
                if (round.stopped().getAsBoolean()) {
                    break;
                }
                fit(i, round);
            } catch (RuntimeException | StackOverflowError e) {
                round.failures().add(Strategy.EVOLUTION, e);
            }
        }
    }

    private void fit(int member, Round round) {
        Workspace workspace = round.workspace();
        Randomness random = round.random().at(round.seed(), index, round.epoch(), StreamNumber.FITTING, member);
        Tree tree = workspace.child.copyFrom(members[member]);
        double loss = loss(member);
        if (workspace.simplifier.simplify(tree) && fits(tree, round)) {
            members[member].copyFrom(tree);
            costs[member] = cost(loss, admission.complexity(tree));
        } else {
            tree.copyFrom(members[member]);
        }
        if (random.nextDouble() < evolution.optimizeProbability() && tree.constantCount() > 0) {
            double fitted = round.assessment().refit(tree, hall, round.known());
            if (fitted < loss) {
                settle(member, tree, fitted);
            }
        }
    }

    /** Draws members without replacement and returns the best, or with small probability a later one. */
    private int tournament(Round round) {
        Frequencies frequencies = round.frequencies();
        Randomness random = round.random();
        int[] indices = round.workspace().indices;
        int drawn = Math.min(evolution.tournamentSelectionN(), members.length);
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
        while (place < drawn - 1 && random.nextDouble() >= evolution.tournamentSelectionP()) {
            place++;
        }
        for (int rank = 0; ; rank++) {
            int best = rank;
            double least = adjusted(indices[rank], frequencies);
            for (int i = rank + 1; i < drawn; i++) {
                double adjusted = adjusted(indices[i], frequencies);
                if (adjusted < least) {
                    best = i;
                    least = adjusted;
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
        return costs[member] * frequencies.penalty(admission.complexity(members[member]));
    }

    private static boolean fits(Tree tree, Round round) {
        AdmissionRules admission = round.workspace().admission;
        return admission.admits(tree) && admission.complexity(tree) <= round.maxSize();
    }

    private void mutate(int parent, double temperature, Round round) {
        Workspace workspace = round.workspace();
        Randomness random = round.random();
        Tree child = workspace.child;
        Mutation mutation = workspace.variation.draw(members[parent], random);
        boolean made = false;
        for (int attempt = 0; attempt < TRIES && !made; attempt++) {
            made = workspace.variation.mutate(mutation, members[parent], child, temperature, random)
                    && fits(child, round);
        }
        if (!made) {
            return;
        }
        if (mutation == Mutation.OPTIMIZE) {
            double fitted = round.assessment().refit(child, hall, round.known());
            if (fitted <= loss(parent)) {
                settle(oldest(), child, fitted);
            }
            return;
        }
        if (mutation == Mutation.NOTHING || mutation == Mutation.SIMPLIFY) {
            settle(oldest(), child, loss(parent));
            return;
        }
        boolean again = mutation == Mutation.CONSTANT && options.evolution() == Evolution.FITTED;
        judge(child, parent, again, temperature, round);
    }

    /** Replaces a random sub-tree by the best library entry. */
    private void backsolve(int parent, double temperature, Round round, Enumerator enumerator) {
        Tree tree = members[parent];
        if (tree.size() < 2) {
            return;
        }
        Workspace workspace = round.workspace();
        Randomness random = round.random();
        int node = random.nextInt(tree.size() - 1);
        int index = random.nextInt(enumerator.libraries());
        int choice = random.nextDouble() < BEST_ENTRY ? 0 : random.nextInt(CHOICES);
        SemanticBackpropagation backsolve = workspace.backsolve(enumerator.library(index), index);
        boolean made = backsolve.replace(tree, node, round.assessment().scaled(), choice, workspace.child);
        round.assessment().chargeNodeRows(backsolve.nodeRows());
        if (made) {
            workspace.simplifier.simplify(workspace.child);
            if (fits(workspace.child, round)) {
                judge(workspace.child, parent, false, temperature, round);
            }
        }
    }

    /** Evaluates a child unless its skeleton is known, and adds it to the population if it is accepted. */
    private void judge(Tree child, int parent, boolean again, double temperature, Round round) {
        boolean fresh = cache.add(round.workspace().identity.of(child));
        if (!fresh && !again) {
            round.assessment().repeat();
            return;
        }
        double loss = round.assessment().assess(child, hall, round.known());
        int size = admission.complexity(child);
        if (accepts(cost(loss, size), size, parent, temperature, round)) {
            settle(oldest(), child, loss);
        }
    }

    private boolean accepts(double cost, int size, int parent, double temperature, Round round) {
        if (!Double.isFinite(cost)) {
            return false;
        }
        if (!Double.isFinite(costs[parent])) {
            return true;
        }
        Frequencies frequencies = round.frequencies();
        double exponent = evolution.annealing() ? -(cost - costs[parent]) / (temperature * evolution.alpha()) : 0;
        double share = frequencies.share(admission.complexity(members[parent])) / frequencies.share(size);
        return Exponential.exp(Math.min(exponent, 700)) * share
                >= round.random().nextDouble();
    }

    private void cross(int first, Round round) {
        Workspace workspace = round.workspace();
        int second = tournament(round);
        boolean made = false;
        for (int attempt = 0; attempt < TRIES && !made; attempt++) {
            workspace.variation.cross(
                    members[first], members[second], workspace.child, workspace.sibling, round.random());
            made = fits(workspace.child, round) && fits(workspace.sibling, round);
        }
        if (made) {
            adopt(workspace.child, round);
            adopt(workspace.sibling, round);
        }
    }

    private void adopt(Tree child, Round round) {
        if (!cache.add(round.workspace().identity.of(child))) {
            round.assessment().repeat();
            return;
        }
        double loss = round.assessment().assess(child, hall, round.known());
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
