package org.spolia.symbolic.library.inverse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.spolia.symbolic.library.Proposals;
import org.spolia.symbolic.library.scoring.Library;

/**
 * Inverse best-first enumeration: undoes ever longer chains of operators on the target and asks the library for what is
 * left. The order is fixed, so how far it got is one number.
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
     * A search for expressions of at most {@code maxSize} nodes; {@code rowShare} of the rows must survive an
     * inversion, where noise may have pushed the others out of an operator's range.
     */
    public static InverseSearch of(Library library, int maxSize, double rowShare) {
        return new InverseSearch(
                library, maxSize, (int) Math.ceil(rowShare * library.rows().count()));
    }

    /** How many items have been dealt out. */
    public long position() {
        return queue.issued();
    }

    /** Goes on from another search's position. */
    public void skip(long position) {
        while (queue.issued() < position && queue.next().isPresent()) {
            lastSteps = targets.steps();
        }
        lastSteps = targets.steps();
    }

    /** The next items, worth about so many nodes × rows; empty when everything was tried. */
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

    /** A worker for one thread. */
    public Worker worker() {
        return new Worker();
    }

    /** Some items, to be shared out among workers. */
    public static final class Batch {
        private final List<WorkItem> items;
        private final long nodeRows;

        private Batch(List<WorkItem> items, long nodeRows) {
            this.items = items;
            this.nodeRows = nodeRows;
        }

        /** No work. */
        public static Batch none() {
            return new Batch(List.of(), 0);
        }

        public boolean isEmpty() {
            return items.isEmpty();
        }

        /** What making the states cost. */
        public long nodeRows() {
            return nodeRows;
        }
    }

    /** Scores items, one after the other, with buffers of its own. */
    public final class Worker {
        private final ScoringWorkspace workspace = new ScoringWorkspace(library, maxSize);
        private final AffineContext affine = new AffineContext(workspace);
        private final VaryingContext varying = new VaryingContext(workspace);
        private final PairContext pair = new PairContext(workspace);
        private final PowerContext power = new PowerContext(workspace);
        private final BeamContext beam = new BeamContext(workspace);
        private final LinearContext linear = new LinearContext(workspace, maxSize);

        private Worker() {}

        /** The search that it works for. */
        public InverseSearch search() {
            return InverseSearch.this;
        }

        /** Works on every {@code parts}-th item from {@code part} on; what the loops cost. */
        public long work(Batch batch, int part, int parts, Proposals proposals) {
            long nodeRows = 0;
            for (int index = part; index < batch.items.size(); index += parts) {
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
         * Asks for the target itself as linear least squares over few entries, wherever the enumeration stands; what
         * that cost.
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
