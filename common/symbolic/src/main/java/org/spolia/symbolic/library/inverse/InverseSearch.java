package org.spolia.symbolic.library.inverse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.spolia.symbolic.library.Proposals;
import org.spolia.symbolic.library.scoring.Library;

/**
 * Inverse best-first enumeration: undoes ever longer chains of operators on the target and asks the library for what is left. The order
 * is fixed, so how far it got is one number.
 */
public final class InverseSearch {
    private final Library library;
    private final States states;
    private final Agenda agenda;
    private final int maxSize;
    private long lastSteps;

    private InverseSearch(Library library, int maxSize, int neededRows) {
        this.library = library;
        this.maxSize = maxSize;
        this.states = new States(library, neededRows);
        this.agenda = new Agenda(library, states);
    }

    /**
     * A search for expressions of at most {@code maxSize} nodes; {@code rowShare} of the rows must survive an inversion, where noise
     * may have pushed the others out of an operator's range.
     */
    public static InverseSearch of(Library library, int maxSize, double rowShare) {
        return new InverseSearch(
                library, maxSize, (int) Math.ceil(rowShare * library.rows().count()));
    }

    /** How many items have been dealt out. */
    public long position() {
        return agenda.issued();
    }

    /** Goes on from another search's position. */
    public void skip(long position) {
        while (agenda.issued() < position && agenda.next().isPresent()) {
            lastSteps = states.steps();
        }
        lastSteps = states.steps();
    }

    /** The next items, worth about so many nodes × rows; empty when everything was tried. */
    public Batch next(long nodeRows) {
        List<Item> items = new ArrayList<>();
        long planned = 0;
        while (planned < nodeRows) {
            Optional<Item> item = agenda.next();
            if (item.isEmpty()) {
                break;
            }
            items.add(item.get());
            planned += item.get().charge();
        }
        long made = (states.steps() - lastSteps) * library.rows().padded();
        lastSteps = states.steps();
        return new Batch(items, made);
    }

    /** A worker for one thread. */
    public Worker worker() {
        return new Worker();
    }

    /** Some items, to be shared out among workers. */
    public static final class Batch {
        private final List<Item> items;
        private final long nodeRows;

        private Batch(List<Item> items, long nodeRows) {
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
        private final Desk desk = new Desk(library, maxSize);
        private final AffineContext affine = new AffineContext(desk);
        private final VaryingContext varying = new VaryingContext(desk);
        private final PairContext pair = new PairContext(desk);
        private final PowerContext power = new PowerContext(desk);
        private final BeamContext beam = new BeamContext(desk);
        private final LinearContext linear = new LinearContext(desk, maxSize);

        private Worker() {}

        /** The search that it works for. */
        public InverseSearch search() {
            return InverseSearch.this;
        }

        /** Works on every {@code parts}-th item from {@code part} on; what the loops cost. */
        public long work(Batch batch, int part, int parts, Proposals proposals) {
            long nodeRows = 0;
            for (int index = part; index < batch.items.size(); index += parts) {
                Item item = batch.items.get(index);
                try {
                    nodeRows += work(item, proposals);
                } catch (RuntimeException | StackOverflowError e) {
                    proposals.failed(e);
                    nodeRows += item.charge();
                }
            }
            return nodeRows;
        }

        /** Asks for the target itself as linear least squares over few entries, wherever the enumeration stands; what that cost. */
        public long survey(Proposals proposals) {
            State root = states.state(0);
            long nodeRows = survey(() -> affine.score(root, proposals), proposals);
            if (LinearContext.applies(library.writing())) {
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

        private long work(Item item, Proposals proposals) {
            State state = states.state(item.state());
            return switch (item.kind()) {
                case AFFINE -> affine.score(state, proposals);
                case VARYING -> varying(state, item, proposals);
                case POWER -> power.score(state, proposals);
                case POWER_BESIDE -> beside(state, item, power.prepare(state), proposals);
                case SUM, QUOTIENT -> beside(state, item, pair.prepare(state), proposals);
                case BEAM -> beam.score(state, proposals);
            };
        }

        private long varying(State state, Item item, Proposals proposals) {
            long nodeRows = 0;
            for (int variable = item.from(); variable < item.to(); variable++) {
                nodeRows += varying.score(state, variable, proposals);
            }
            return nodeRows;
        }

        private long beside(State state, Item item, long preparation, Proposals proposals) {
            long nodeRows = preparation;
            for (int block = item.from(); block < item.to() && preparation > 0; block++) {
                if (!library.blocks().isConstant(block)) {
                    nodeRows += switch (item.kind()) {
                        case SUM -> pair.sum(state, block, proposals);
                        case QUOTIENT -> pair.quotient(state, block, proposals);
                        default -> power.beside(state, block, proposals);
                    };
                }
            }
            return nodeRows;
        }
    }
}
