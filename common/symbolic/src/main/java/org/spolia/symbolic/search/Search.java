package org.spolia.symbolic.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.key.Limits;
import org.spolia.symbolic.rows.AllRows;
import org.spolia.symbolic.search.choice.LastResort;
import org.spolia.symbolic.search.choice.ModelChoice;
import org.spolia.symbolic.search.choice.RowModels;
import org.spolia.symbolic.search.choice.Tails;
import org.spolia.symbolic.search.choice.Tried;
import org.spolia.symbolic.search.form.Randomness;
import org.spolia.symbolic.search.form.StreamNumber;
import org.spolia.symbolic.search.front.AdmissionRules;
import org.spolia.symbolic.search.front.Bases;
import org.spolia.symbolic.search.front.HallOfFame;
import org.spolia.symbolic.search.front.Model;
import org.spolia.symbolic.search.front.Models;
import org.spolia.symbolic.search.options.EvolutionOptions;
import org.spolia.symbolic.search.options.Gaps;
import org.spolia.symbolic.search.options.SearchOptions;
import org.spolia.symbolic.search.options.Selection;
import org.spolia.symbolic.search.range.TrainingRange;
import org.spolia.symbolic.search.result.Candidate;
import org.spolia.symbolic.search.result.Failure;
import org.spolia.symbolic.search.result.HeldOut;
import org.spolia.symbolic.search.result.NoModelException;
import org.spolia.symbolic.search.result.SearchCounts;
import org.spolia.symbolic.search.result.SearchResult;
import org.spolia.symbolic.search.result.Strategy;

/**
 * A search for expressions that describe a sample. It advances epoch by epoch: islands evolve independently, then share
 * their results in a fixed order. The same sample, options and seed give the same bits on any number of threads, and
 * after a {@link SearchState} was saved and loaded.
 */
public final class Search {
    /** Increases whenever the same sample, options and seed give another result. */
    public static final int REVISION = 12;

    /** The node passes over the search rows that make one evaluation. */
    public static final int NODES_PER_EVALUATION = 10;

    private static final double EVOLUTION_SHARE = 0.9;
    private static final int EPOCHS = 25;
    private static final long LONGEST_EPOCH = 2000;
    private static final long SHORTEST_EPOCH = 50;
    private static final long EPOCH_GROWTH = 4;
    private static final double EARLY_SHARE = 0.35;
    private static final long EARLY_EVALUATIONS = 2_000_000;
    private static final double LATE_INVERSE = 0.2;

    /** Late enough that laws which other strategies find at once do not wait for linear algebra. */
    private static final long RELATIONS_EPOCH = 8;

    private static final double NOISE = 1e-4;
    private static final double STRUCTURE = 0.2;

    /** About twenty nodes, fitted in a few steps. */
    private static final long PASSES_A_FOLD = 400;

    private final SearchOptions options;
    private final long seed;
    private final Scaling scaling;
    private final Sample all;
    private final DataPrecision precision;
    private final Neighbours neighbours;
    private final AdmissionRules admission;
    private final Failures failures = Failures.logged();
    private final Archipelago archipelago;
    private final HallOfFame hall;
    private List<Expression> guesses = List.of();
    private long epoch;
    private long nodeRows;
    private SearchCounts counts = SearchCounts.NONE;
    private long stopAt = Long.MAX_VALUE;
    private double progress;
    private Optional<RowReview> review = Optional.empty();

    private Search(Sample given, SearchOptions options, long seed) {
        Limits.check(options);
        options.constraints().requireVariables(given.variables());
        options.validation().requireRows(given.rows());
        this.scaling = Scaling.of(given, options);
        this.all = scaling.sample();
        this.options = options;
        this.seed = seed;
        this.neighbours = Neighbours.of(all);
        this.precision = DataPrecision.of(all);
        this.admission = new AdmissionRules(options);
        this.archipelago = new Archipelago(all, options, seed);
        this.hall = archipelago.hall;
        if (options.operators().template().isEmpty()) {
            Sample rows = archipelago.rows();
            hall.offer(new Tree(1).constant(rows.mean()), rows.variance(), 0);
        }
    }

    /** Creates a search before its first epoch. */
    public static Search of(Sample sample, SearchOptions options, long seed) {
        return new Search(sample, options, seed);
    }

    /**
     * Gives a search before its first epoch expressions to start from. They are fitted and compete from the first epoch
     * on.
     *
     * @throws IllegalArgumentException if an expression violates the limits or constraints of the options
     */
    public void guess(List<Expression> expressions) {
        if (!expressions.isEmpty() && options.operators().template().isPresent()) {
            throw new IllegalArgumentException(
                    "guesses are whole expressions and cannot fill a template; remove the guesses or the template");
        }
        for (Expression expression : expressions) {
            if (expression.size() > options.maxSize() || !admission.admits(expression.toTree())) {
                throw new IllegalArgumentException("guess '" + expression
                        + "' is larger or deeper than the options allow, or violates a constraint");
            }
        }
        guesses = expressions.stream()
                .map(scaling::guess)
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Says, before the first epoch, that the sample was drawn from these rows. Passes over them after epochs drop what
     * fits the sample only. At the end, the models of the sample are fitted to all rows, and their losses, on held-out
     * folds too, are those of all rows. If rows have groups, the sample is of one group, and passes come at the end
     * only.
     *
     * @throws IllegalStateException if the search is in other units than the rows, or has a template
     */
    public void over(AllRows table) {
        if (!hasUnitsOfData() || options.operators().template().isPresent()) {
            throw new IllegalStateException("All rows are evaluated in their own units, without a template");
        }
        review = Optional.of(new RowReview(table, all, options));
    }

    /** Runs a whole search on the calling thread. */
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

    /** Returns whether the first epoch is over. */
    public boolean hasBegun() {
        return epoch > 0;
    }

    /** The budget spent so far, in evaluations. */
    public long evaluations() {
        return nodeRows / evaluation();
    }

    Island[] islands() {
        return archipelago.islands;
    }

    HallOfFame hall() {
        return hall;
    }

    /** The steps that threw so far and were left out. */
    public List<Failure> failures() {
        return failures.list();
    }

    /** The numbers of expressions evaluated so far. */
    public SearchCounts counts() {
        return counts;
    }

    private long evaluation() {
        return (long) NODES_PER_EVALUATION * Math.min(all.rows(), options.searchRows());
    }

    /** The share of the budget for evolution, in node-rows. The rest is for polish. */
    private long evolutionBudget() {
        double budget = (double) options.evaluations() * evaluation() * EVOLUTION_SHARE;
        return budget >= Long.MAX_VALUE ? Long.MAX_VALUE : (long) budget;
    }

    /**
     * Reports the elapsed share of a time budget, from 0 to 1, for a search that time ends. Limits that grow during a
     * search follow it.
     */
    public void progress(double share) {
        progress = share;
    }

    /** Writes the state that all further epochs depend on. */
    void snapshot(StateWriter out) throws IOException {
        out.writeLong(epoch);
        out.writeLong(nodeRows);
        out.writeLong(counts.expressions());
        out.writeLong(counts.nodes());
        out.writeLong(counts.repeats());
        out.writeLong(stopAt);
        out.writeBoolean(archipelago.noisy());
        out.writeFrequencies(archipelago.frequencies);
        out.writeHall(hall);
        if (archipelago.enumerator().isPresent()) {
            archipelago.enumerator().get().snapshot(out);
        }
        for (Island island : archipelago.islands) {
            island.snapshot(out);
        }
        out.writeFailures(failures.list());
        if (review.isPresent()) {
            review.get().snapshot(out);
        }
    }

    /** Restores the state of another search, before the first epoch. */
    void restore(StateReader in) throws IOException {
        epoch = in.readLong();
        nodeRows = in.readLong();
        counts = new SearchCounts(in.readLong(), in.readLong(), in.readLong());
        stopAt = in.readLong();
        boolean wasNoisy = in.readBoolean();
        in.readFrequencies(archipelago.frequencies);
        in.readHall(hall, options.operators().definitions());
        if (wasNoisy) {
            archipelago.takeNoiseIntoAccount(failures);
        } else if (epoch > 0) {
            archipelago.buildLibraries(Failures.ofTask());
        }
        if (archipelago.enumerator().isPresent()) {
            archipelago.enumerator().get().restore(in);
        }
        for (Island island : archipelago.islands) {
            island.restore(in);
        }
        in.readFailures(failures);
        if (review.isPresent()) {
            review.get().restore(in);
        }
    }

    /**
     * Returns whether evolution has spent its budget, or has found an exact law and searched long enough for a shorter
     * form.
     */
    public boolean finished() {
        return nodeRows >= Math.min(evolutionBudget(), stopAt);
    }

    /**
     * Runs one epoch. The epoch ends early when {@code stopped} returns true, and the result then depends on the time.
     */
    public void advance(Spread spread, BooleanSupplier stopped) {
        if (epoch == 0) {
            begin(spread, stopped);
        } else {
            evolve(spread, stopped);
        }
        merge();
        failures.isolate(Strategy.EXACTNESS, this::watchForExactLaws);
        failures.isolate(Strategy.NOISE, this::watchForNoise);
        review.ifPresent(this::review);
        epoch++;
    }

    private void review(RowReview passes) {
        if (passes.review(hall, archipelago.islands, nodeRows) && stopAt < Long.MAX_VALUE) {
            stopAt = Long.MAX_VALUE;
            failures.isolate(Strategy.EXACTNESS, this::watchForExactLaws);
        }
    }

    /**
     * Fits linear least squares over few entries of the libraries at any point of the search. A search that a clock may
     * end at any moment does so after its first epoch, to have at least this result.
     */
    public void survey() {
        archipelago.enumerator().ifPresent(this::survey);
    }

    private void survey(Enumerator enumerator) {
        Workspace workspace = archipelago.borrow();
        Assessment assessment = enumerator.assessment(workspace);
        enumerator.survey(new Round(
                seed,
                epoch,
                workspace,
                assessment,
                archipelago.frequencies,
                hall,
                archipelago.rows().variance(),
                childMaxSize(),
                () -> false,
                failures));
        failures.isolate(
                Strategy.PROPOSALS, () -> hall.offerAll(enumerator.part(0).hall()));
        nodeRows += assessment.nodeRows();
        counts = counts.plus(assessment.counts());
        archipelago.giveBack(workspace);
    }

    private void begin(Spread spread, BooleanSupplier stopped) {
        run(EpochPlan.first(childMaxSize()), spread, stopped);
        archipelago.enumerator().ifPresent(present -> nodeRows += present.nodeRows());
        assessGuesses();
    }

    private void run(EpochPlan plan, Spread spread, BooleanSupplier stopped) {
        Epoch pieces = new Epoch(archipelago, plan, stopped);
        spread.run(pieces);
        Spending spending = pieces.spending();
        nodeRows += spending.nodeRows();
        counts = counts.plus(spending.counts());
        spending.addFailuresTo(failures);
    }

    private void assessGuesses() {
        Workspace workspace = archipelago.borrow();
        Assessment assessment = new Assessment(workspace, archipelago.rows(), options, options.fitSteps());
        for (Expression guess : guesses) {
            failures.isolate(Strategy.GUESSES, () -> {
                if (guess.size() > options.maxSize()) {
                    return;
                }
                guess.copyTo(workspace.child);
                assessment.assess(workspace.child, hall, hall);
            });
        }
        nodeRows += assessment.nodeRows();
        counts = counts.plus(assessment.counts());
        archipelago.giveBack(workspace);
    }

    private void evolve(Spread spread, BooleanSupplier stopped) {
        long budget = epochBudget();
        double share = inverseShare();
        boolean relates = epoch == RELATIONS_EPOCH && !archipelago.noisy() && stopAt == Long.MAX_VALUE;
        Optional<Enumerator> enumerator = archipelago.enumerator();
        int partsRound = stopAt == Long.MAX_VALUE ? Bases.round(epoch) : 0;
        enumerator.ifPresent(present -> present.relate(relates, all, failures));
        enumerator.ifPresent(present -> present.lookForParts(partsRound, hall, failures));
        nodeRows += enumerator.isPresent() ? enumerator.get().deal((long) (share * budget), failures) : 0;
        boolean enumerates = enumerator.isPresent() && enumerator.get().hasWork();
        long quota = Math.max(1, (long) ((enumerates ? 1 - share : 1) * budget / archipelago.islands.length));
        run(
                new EpochPlan(
                        epoch, archipelago.noisy(), childMaxSize(), budget, quota, relates, partsRound, enumerates),
                spread,
                stopped);
        for (int part = 0; enumerates && part < Enumerator.PARTS; part++) {
            HallOfFame found = enumerator.orElseThrow().part(part).hall();
            failures.isolate(Strategy.PROPOSALS, () -> hall.offerAll(found));
        }
    }

    /** The greatest complexity of a child at present. */
    private int childMaxSize() {
        double elapsed = Math.max(progress, (double) nodeRows / evolutionBudget());
        return options.evolutionOptions().maxSize(options.maxSize(), elapsed);
    }

    /** Inverse enumeration gets most of the work early and continues in the background. */
    private double inverseShare() {
        double early = Math.min(EARLY_SHARE * evolutionBudget(), (double) EARLY_EVALUATIONS * evaluation());
        double share = options.library().inverseShare();
        return nodeRows < early ? share : share * LATE_INVERSE;
    }

    /** When the best model misses only noise, the search needs more rows than an exact law does. */
    private void watchForNoise() {
        int[] front = hall.front();
        if (archipelago.noisy() || archipelago.enumerator().isEmpty() || front.length == 0) {
            return;
        }
        Workspace workspace = archipelago.borrow();
        int best = front[front.length - 1];
        nodeRows += (long) best * neighbours.rows();
        if (hall.loss(best, 0) > NOISE * archipelago.rows().variance()
                && neighbours.structure(hall.tree(best, 0), workspace.evaluator) < STRUCTURE) {
            archipelago.takeNoiseIntoAccount(failures);
            assessAgain(workspace);
        }
        archipelago.giveBack(workspace);
    }

    private void assessAgain(Workspace workspace) {
        nodeRows += archipelago.enumerator().map(Enumerator::nodeRows).orElse(0L);
        Assessment assessment = archipelago.assessment(workspace);
        Sample rows = archipelago.rows();
        HallOfFame old = new HallOfFame(options);
        old.offerAll(hall);
        review.ifPresent(RowReview::forget);
        hall.clear();
        hall.offer(new Tree(1).constant(rows.mean()), rows.variance(), 0);
        for (int size = 1; size <= old.maxSize(); size++) {
            for (int rank = 0; rank < old.count(size); rank++) {
                Tree tree = old.tree(size, rank);
                failures.isolate(Strategy.NOISE, () -> assessment.assess(workspace.child.copyFrom(tree), hall, hall));
            }
        }
        for (Island island : archipelago.islands) {
            island.assessAgain(assessment, workspace, hall, failures);
        }
        nodeRows += assessment.nodeRows();
    }

    /** Epochs grow, so that the first exchanges come early and later ones cost little. */
    private long epochBudget() {
        EvolutionOptions evolution = options.evolutionOptions();
        if (evolution.ncyclesPerIteration() > 0) {
            return affordable(evolution.evaluations(options.populationSize()) * archipelago.islands.length);
        }
        long longest = Math.min(LONGEST_EPOCH * archipelago.islands.length, options.evaluations() / EPOCHS);
        long each = SHORTEST_EPOCH * archipelago.islands.length;
        for (long grown = 1; grown < epoch && each < longest; grown++) {
            each += each / EPOCH_GROWTH;
        }
        each = Math.max(SHORTEST_EPOCH * archipelago.islands.length, Math.min(longest, each));
        return affordable(each);
    }

    private long affordable(long evaluations) {
        return Math.max(1, Math.min(evaluations * evaluation(), evolutionBudget() - nodeRows));
    }

    /** Shares the results of the islands, in the order of their numbers. */
    private void merge() {
        for (Island island : archipelago.islands) {
            failures.isolate(Strategy.EVOLUTION, () -> {
                hall.offerAll(island.hall);
                for (Tree member : island.members) {
                    archipelago.frequencies.see(admission.complexity(member));
                }
            });
        }
        archipelago.frequencies.update();
        failures.isolate(Strategy.EVOLUTION, this::migrate);
    }

    private void migrate() {
        EvolutionOptions evolution = options.evolutionOptions();
        List<Tree> best = new ArrayList<>();
        List<Double> bestLosses = new ArrayList<>();
        for (Island island : archipelago.islands) {
            for (int member : island.best(evolution.topn())) {
                Tree copy = new Tree(options.memberCapacity());
                best.add(copy.copyFrom(island.members[member]));
                bestLosses.add(island.loss(member));
            }
        }
        int limit = childMaxSize();
        int[] front = Arrays.stream(hall.front()).filter(size -> size <= limit).toArray();
        double variance = archipelago.rows().variance();
        Randomness random = new Randomness();
        for (Island island : archipelago.islands) {
            random.at(seed, island.index, epoch, StreamNumber.MIGRATION, 0);
            for (int slot = 0; slot < island.members.length; slot++) {
                if (random.nextDouble() < evolution.fractionReplaced()) {
                    int chosen = random.nextInt(best.size());
                    island.immigrate(slot, best.get(chosen), bestLosses.get(chosen));
                }
                if (front.length > 0 && random.nextDouble() < evolution.fractionReplacedHof()) {
                    int size = front[random.nextInt(front.length)];
                    island.immigrate(slot, hall.tree(size, 0), hall.loss(size, 0) / variance);
                }
            }
        }
    }

    /** After an exact law is found, half as much budget again goes into shorter forms. */
    private void watchForExactLaws() {
        if (stopAt < Long.MAX_VALUE || nodeRows >= evolutionBudget()) {
            return;
        }
        Workspace workspace = archipelago.borrow();
        Polish polish = new Polish(workspace, all, options, precision, Long.MAX_VALUE, () -> false, failures);
        for (int size : hall.front()) {
            if (hall.loss(size, 0) <= DataPrecision.SUSPECT * archipelago.rows().variance()
                    && polish.isExactLaw(hall.tree(size, 0))) {
                stopAt = nodeRows + nodeRows / 2;
                break;
            }
        }
        nodeRows += polish.nodeRows();
        archipelago.giveBack(workspace);
    }

    /**
     * Returns the best expression of each size that beats all smaller ones; losses are on the search rows. Empty only
     * while no expression with the form of a template has a value at every row.
     */
    public List<Candidate> front() {
        List<Candidate> candidates = new ArrayList<>();
        for (int size : hall.front()) {
            candidates.add(Candidate.of(hall.tree(size, 0), size, 1, hall.loss(size, 0), true, Optional.empty()));
        }
        return scaling.front(candidates);
    }

    /** Returns the result if the search ended now, without refitting and shortening; losses are on all rows. */
    public SearchResult snapshot() {
        Workspace workspace = archipelago.borrow();
        // Taking a snapshot must not affect the counts.
        Failures looking = Failures.ofTask();
        Models models = new Polish(workspace, all, options, precision, 0, () -> true, looking).polish(hall);
        ModelChoice choice = choice(workspace);
        SearchResult result = chosen(
                models,
                looking,
                this::evaluations,
                () -> choice.result(
                        models, options.validation().selection(), Map.of(), evaluations(), counts.expressions()));
        archipelago.giveBack(workspace);
        return scaling.result(result).withFailures(failures.list());
    }

    /** Like {@link #finish(BooleanSupplier, BooleanSupplier)}, with one signal that stops everything. */
    public SearchResult finish(BooleanSupplier stopped) {
        return finish(stopped, stopped);
    }

    /**
     * Refits and shortens the best models on all rows, evaluates those of the front on held-out rows if the options
     * require it, and selects one. {@link #over} says what a search on a sample does.
     *
     * @param polished stops refits and shortening
     * @param stopped stops the evaluation on held-out rows; models that were not evaluated are not selected unless none
     * were
     */
    public SearchResult finish(BooleanSupplier polished, BooleanSupplier stopped) {
        if (review.isPresent()) {
            return finish(polished, review.get());
        }
        Workspace workspace = archipelago.borrow();
        double total = (double) options.evaluations() * evaluation();
        long left = total >= Long.MAX_VALUE ? Long.MAX_VALUE : Math.max(0, (long) total - nodeRows);
        boolean holdsOut = options.validation().holdsOut();
        long kept = holdsOut ? Math.min(left / 2, validationCost()) : 0;
        Failures finishing = Failures.logged();
        Polish polish = new Polish(workspace, all, options, precision, left - kept, polished, finishing);
        Models models = polish.polish(hall);
        Map<Model, Tried> tried = new IdentityHashMap<>();
        long spent = holdsOut ? validate(workspace, models, stopped, finishing, tried) : 0;
        LongSupplier evaluations = () -> (nodeRows + spent + polish.nodeRows()) / evaluation();
        SearchResult result = chosen(
                models, finishing, evaluations, () -> choose(workspace, polish, models, tried, evaluations, finishing));
        archipelago.giveBack(workspace);
        Failures whole = Failures.ofTask();
        whole.take(failures);
        whole.take(finishing);
        return scaling.result(result).withFailures(whole.list());
    }

    private SearchResult finish(BooleanSupplier stopped, RowReview passes) {
        AllRows rows = passes.rows();
        Workspace workspace = archipelago.borrow();
        double total = (double) options.evaluations() * evaluation();
        long left = total >= Long.MAX_VALUE ? Long.MAX_VALUE : Math.max(0, (long) total - nodeRows);
        Failures finishing = Failures.logged();
        Polish polish = new Polish(workspace, all, options, precision, left, stopped, finishing);
        RowModels ofAll = new RowModels(
                rows, (tree, loss) -> polish.over(rows.count(), tree, loss), all.loss(), polish.variance());
        Models found = polish.polish(hall);
        Models models =
                rows.groups().isEmpty() ? ofAll.of(found, passes.sound(), passes.check()) : ofAll.ofGroups(found);
        IdentityHashMap<Model, HeldOut> heldOut =
                rows.folds() > 0 ? ofAll.heldOut(models.front()) : new IdentityHashMap<>();
        ModelChoice choice = new ModelChoice(
                rows.count(),
                Optional.of(new Tails(all, workspace.evaluator, (double) rows.count() / all.rows())),
                range(rows.count()));
        LongSupplier evaluations = () -> (nodeRows + polish.nodeRows()) / evaluation();
        SearchResult result = chosen(models, finishing, evaluations, () -> {
            Selection selection = options.validation().selection();
            Model chosen = selection.needsFolds()
                    ? choice.chosen(models, selection, model -> Optional.ofNullable(heldOut.get(model)))
                    : choice.chosen(models, selection, Map.of());
            return choice.result(
                    models,
                    chosen,
                    model -> Optional.ofNullable(heldOut.get(model)),
                    evaluations.getAsLong(),
                    counts.expressions());
        });
        archipelago.giveBack(workspace);
        Failures whole = Failures.ofTask();
        whole.take(failures);
        whole.take(finishing);
        return result.withFailures(whole.list());
    }

    /** Whether the search is in the units of the data, which are not extreme. */
    public boolean hasUnitsOfData() {
        return scaling.isIdentity();
    }

    private long validate(
            Workspace workspace, Models models, BooleanSupplier stopped, Failures failures, Map<Model, Tried> tried) {
        long[] spent = new long[1];
        failures.isolate(Strategy.HELD_OUT, () -> {
            CrossValidation validation = new CrossValidation(workspace, all, options, seed, stopped, failures);
            tried.putAll(validation.of(models.front()));
            spent[0] = validation.nodeRows();
        });
        return spent[0];
    }

    private SearchResult choose(
            Workspace workspace,
            Polish polish,
            Models models,
            Map<Model, Tried> tried,
            LongSupplier evaluations,
            Failures failures) {
        ModelChoice choice = choice(workspace);
        Selection selection = options.validation().selection();
        Model chosen = choice.chosen(models, selection, tried);
        if (selection == Selection.CRITERION || selection.needsFolds()) {
            Model snapped = choice.unlessGaps(snapped(workspace, polish, chosen, failures), chosen);
            models.replace(chosen, snapped);
            // The structure is the one that was evaluated; only digits of constants changed.
            Optional.ofNullable(tried.get(chosen)).ifPresent(known -> tried.put(snapped, known));
            chosen = snapped;
        }
        return choice.result(models, chosen, tried, evaluations.getAsLong(), counts.expressions());
    }

    private Model snapped(Workspace workspace, Polish polish, Model chosen, Failures failures) {
        Model[] snapped = {chosen};
        failures.isolate(
                Strategy.SNAPPING, () -> snapped[0] = polish.snapped(chosen, new Tails(all, workspace.evaluator)));
        return snapped[0];
    }

    /** Returns the model that a rule selects, or the most accurate model if the rule itself fails. */
    private SearchResult chosen(
            Models models, Failures failures, LongSupplier evaluations, Supplier<SearchResult> rule) {
        try {
            return rule.get();
        } catch (NoModelException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            failures.add(Strategy.CHOICE, e);
            return LastResort.of(models, evaluations.getAsLong(), counts.expressions());
        }
    }

    /** The approximate cost of evaluating the front on held-out rows. */
    private long validationCost() {
        return (long) options.validation().folds() * hall.front().length * PASSES_A_FOLD * all.rows();
    }

    private ModelChoice choice(Workspace workspace) {
        return new ModelChoice(all.rows(), Optional.of(new Tails(all, workspace.evaluator)), range(all.rows()));
    }

    private Optional<TrainingRange> range(long rows) {
        return options.gaps() == Gaps.REFUSE ? Optional.of(TrainingRange.of(all, rows)) : Optional.empty();
    }
}
