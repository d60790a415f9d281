package org.spolia.symbolic.library.inverse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.spolia.symbolic.library.Proposals;
import org.spolia.symbolic.library.scoring.Library;

/**
 * Inverse best-first enumeration: undoes ever longer chains of operators on the target and searches the library for the
 * values that remain. The order is fixed, so one number holds the progress.
 */
public final class InverseSearch {
    private final Library library;
    private final InverseTargets targets;
    private final ContextQueue queue;
    private final int maxSize;
    private long lastSteps;

    private InverseSearch(Library library, int maxSize, int neededRows) {
        this.library = library;
        this.maxSize = maxSize;
        this.targets = new InverseTargets(library, neededRows);
        this.queue = new ContextQueue(library, targets);
    }

    /**
     * Creates a search for expressions of at most {@code maxSize} nodes. A share {@code rowShare} of the rows must
     * survive an inversion, because noise may push the others out of an operator's range.
     */
    public static InverseSearch of(Library library, int maxSize, double rowShare) {
        return new InverseSearch(
                library, maxSize, (int) Math.ceil(rowShare * library.rows().count()));
    }

    /** Returns the number of items handed out so far. */
    public long position() {
        return queue.issued();
    }

    /** Continues from the position of another search. */
    public void skip(long position) {
        while (queue.issued() < position && queue.next().isPresent()) {
            lastSteps = targets.steps();
        }
        lastSteps = targets.steps();
    }

    /** Returns the next items, worth about {@code nodeRows} nodes × rows; empty at the end of the enumeration. */
    public Batch next(long nodeRows) {
        List<WorkItem> items = new ArrayList<>();
        long planned = 0;
        while (planned < nodeRows) {
            Optional<WorkItem> item = queue.next();
            if (item.isEmpty()) {
                break;
            }
            items.add(item.get());
            planned += item.get().charge();
        }
        long made = (targets.steps() - lastSteps) * library.rows().padded();
        lastSteps = targets.steps();
        return new Batch(items, made);
    }

    /** Returns the next items, which another process has counted. */
    public Batch take(int count) {
        List<WorkItem> items = new ArrayList<>();
        while (items.size() < count) {
            items.add(queue.next().orElseThrow());
        }
        return new Batch(items, 0);
    }

    /** Creates a worker for one thread. */
    public Worker worker() {
        return new Worker();
    }

    /** Work items that several workers share. */
    public static final class Batch {
        private final List<WorkItem> items;
        private final long nodeRows;

        private Batch(List<WorkItem> items, long nodeRows) {
            this.items = items;
            this.nodeRows = nodeRows;
        }

        /** Returns a batch without items. */
        public static Batch none() {
            return new Batch(List.of(), 0);
        }

        public boolean isEmpty() {
            return items.isEmpty();
        }

        /** Returns the number of items. */
        public int count() {
            return items.size();
        }

        /** Returns the cost of making the inverse targets. */
        public long nodeRows() {
            return nodeRows;
        }
    }

    /** Scores items one after another with its own buffers. */
    public final class Worker {
        private final ScoringWorkspace workspace = new ScoringWorkspace(library, maxSize);
        private final AffineContext affine = new AffineContext(workspace);
        private final VaryingContext varying = new VaryingContext(workspace);
        private final PairContext pair = new PairContext(workspace);
        private final PowerContext power = new PowerContext(workspace);
        private final BeamContext beam = new BeamContext(workspace);
        private final LinearContext linear = new LinearContext(workspace, maxSize);

        private Worker() {}

        /** Returns the search that this worker belongs to. */
        public InverseSearch search() {
            return InverseSearch.this;
        }

        /**
         * Scores every {@code parts}-th item, starting at {@code part}. Returns the cost of the loops.
         *
         * @param stopped ends the work early
         */
        public long work(Batch batch, int part, int parts, Proposals proposals, BooleanSupplier stopped) {
            long nodeRows = 0;
            for (int index = part; index < batch.items.size() && !stopped.getAsBoolean(); index += parts) {
                WorkItem item = batch.items.get(index);
                try {
                    nodeRows += work(item, proposals);
                } catch (RuntimeException | StackOverflowError e) {
                    proposals.failed(e);
                    nodeRows += item.charge();
                }
            }
            return nodeRows;
        }

        /**
         * Fits the target itself by linear least squares over few entries, independently of the enumeration. Returns
         * the cost.
         */
        public long survey(Proposals proposals) {
            InverseTarget root = targets.target(0);
            long nodeRows = survey(() -> affine.score(root, proposals), proposals);
            if (LinearContext.applies(library.vocabulary())) {
                nodeRows += survey(() -> linear.score(root, proposals), proposals);
                nodeRows += survey(() -> beam.score(root, proposals), proposals);
            }
            return nodeRows;
        }

        private long survey(LongSupplier score, Proposals proposals) {
            try {
                return score.getAsLong();
            } catch (RuntimeException | StackOverflowError e) {
                proposals.failed(e);
                return 0;
            }
        }

        private long work(WorkItem item, Proposals proposals) {
            InverseTarget target = targets.target(item.target());
            return switch (item.kind()) {
                case AFFINE -> affine.score(target, proposals);
                case VARYING -> varying(target, item, proposals);
                case POWER -> power.score(target, proposals);
                case POWER_WITH_BLOCK -> withBlocks(target, item, power.prepare(target), proposals);
                case SUM, QUOTIENT -> withBlocks(target, item, pair.prepare(target), proposals);
                case BEAM -> beam.score(target, proposals);
            };
        }

        private long varying(InverseTarget target, WorkItem item, Proposals proposals) {
            long nodeRows = 0;
            for (int variable = item.from(); variable < item.to(); variable++) {
                nodeRows += varying.score(target, variable, proposals);
            }
            return nodeRows;
        }

        private long withBlocks(InverseTarget target, WorkItem item, long preparation, Proposals proposals) {
            long nodeRows = preparation;
            for (int block = item.from(); block < item.to() && preparation > 0; block++) {
                if (!library.blocks().isConstant(block)) {
                    nodeRows += switch (item.kind()) {
                        case SUM -> pair.sum(target, block, proposals);
                        case QUOTIENT -> pair.quotient(target, block, proposals);
                        default -> power.scoreWithBlock(target, block, proposals);
                    };
                }
            }
            return nodeRows;
        }
    }
}
