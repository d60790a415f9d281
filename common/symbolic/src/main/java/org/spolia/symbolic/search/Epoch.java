package org.spolia.symbolic.search;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;
import org.spolia.symbolic.search.result.Strategy;

/**
 * One epoch. In the first one, a piece builds the libraries and the others fill one population each. In later ones, the
 * first pieces are parts of the enumeration and the others evolve one island each.
 */
final class Epoch implements Pieces {
    private final Archipelago archipelago;
    private final EpochPlan plan;
    private final BooleanSupplier stopped;
    private final Spending spending;

    Epoch(Archipelago archipelago, EpochPlan plan, BooleanSupplier stopped) {
        this.archipelago = archipelago;
        this.plan = plan;
        this.stopped = stopped;
        this.spending = new Spending(plan.others() + archipelago.islands.length);
    }

    Spending spending() {
        return spending;
    }

    @Override
    public int count() {
        return plan.others() + archipelago.islands.length;
    }

    @Override
    public int kept() {
        return plan.isFirst() ? 1 : 0;
    }

    @Override
    public long nodeRows() {
        return plan.nodeRows();
    }

    @Override
    public boolean stopped() {
        return stopped.getAsBoolean();
    }

    @Override
    public void compute(int piece) {
        if (piece >= plan.others()) {
            compute(piece, archipelago.islands[piece - plan.others()]);
        } else if (plan.isFirst()) {
            archipelago.buildLibraries(spending.failures(piece));
        } else {
            compute(piece, archipelago.enumerator().orElseThrow().part(piece));
        }
    }

    private void compute(int piece, Island island) {
        if (plan.isFirst()) {
            Workspace workspace = archipelago.borrow();
            Assessment assessment = archipelago.assessment(workspace);
            island.populate(round(workspace, assessment, piece));
            spending.record(piece, assessment);
            archipelago.giveBack(workspace);
            return;
        }
        try {
            Workspace workspace = archipelago.borrow();
            Assessment assessment = archipelago.assessment(workspace);
            island.evolve(round(workspace, assessment, piece), plan.quota(), archipelago.enumerator());
            spending.record(piece, assessment);
            archipelago.giveBack(workspace);
        } catch (RuntimeException | StackOverflowError e) {
            spending.fail(piece, Strategy.EVOLUTION, e, plan.quota());
        }
    }

    private void compute(int piece, Enumerator.Part part) {
        try {
            Workspace workspace = archipelago.borrow();
            Enumerator enumerator = archipelago.enumerator().orElseThrow();
            Assessment assessment = enumerator.assessment(workspace);
            enumerator.work(piece, part, round(workspace, assessment, piece));
            spending.record(piece, assessment);
            archipelago.giveBack(workspace);
        } catch (RuntimeException | StackOverflowError e) {
            spending.fail(piece, Strategy.INVERSE_SEARCH, e, plan.quota());
        }
    }

    private Round round(Workspace workspace, Assessment assessment, int piece) {
        return new Round(
                archipelago.seed,
                plan.epoch(),
                workspace,
                assessment,
                archipelago.frequencies,
                archipelago.hall,
                archipelago.rows().variance(),
                plan.maxSize(),
                stopped,
                spending.failures(piece));
    }

    @Override
    public byte[] shared() {
        return written(out -> {
            plan.write(out);
            out.writeFrequencies(archipelago.frequencies);
            out.writeHall(archipelago.hall);
            if (!plan.isFirst() && archipelago.enumerator().isPresent()) {
                archipelago.enumerator().get().writeDealt(out);
            }
        });
    }

    @Override
    public byte[] state(int piece) {
        return written(out -> {
            if (plan.isFirst()) {
                return;
            }
            if (piece < plan.others()) {
                out.writeSlots(
                        archipelago.enumerator().orElseThrow().part(piece).cache());
            } else {
                Island island = archipelago.islands[piece - plan.others()];
                island.writePopulation(out);
                out.writeSlots(island.cache());
            }
        });
    }

    /** Computes a piece from its state and returns its result, without a change of the islands. */
    byte[] result(int piece, byte[] state) {
        if (piece < plan.others()) {
            Enumerator.Part part = new Enumerator.Part(archipelago.options);
            read(state, in -> in.readSlots(part.cache()));
            long[] before = part.cache().slots().clone();
            compute(piece, part);
            return written(out -> {
                out.writeChanges(before, part.cache());
                out.writeHall(part.hall());
                spending.write(piece, out);
            });
        }
        Island island = new Island(piece - plan.others(), archipelago.options);
        if (!plan.isFirst()) {
            read(state, in -> {
                island.readPopulation(in);
                in.readSlots(island.cache());
            });
        }
        long[] before = island.cache().slots().clone();
        compute(piece, island);
        return written(out -> {
            island.writePopulation(out);
            out.writeChanges(before, island.cache());
            out.writeHall(island.hall);
            spending.write(piece, out);
        });
    }

    @Override
    public void accept(int piece, byte[] result) {
        read(result, in -> {
            if (piece < plan.others()) {
                Enumerator.Part part = archipelago.enumerator().orElseThrow().part(piece);
                in.readChanges(part.cache());
                in.readHall(part.hall(), archipelago.options.operators().definitions());
            } else {
                Island island = archipelago.islands[piece - plan.others()];
                island.readPopulation(in);
                in.readChanges(island.cache());
                in.readHall(island.hall, archipelago.options.operators().definitions());
            }
            spending.read(piece, in);
        });
    }

    private interface Writing {
        void write(StateWriter out) throws IOException;
    }

    private interface Reading {
        void read(StateReader in) throws IOException;
    }

    private static byte[] written(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (StateWriter out = new StateWriter(bytes)) {
            writing.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void read(byte[] bytes, Reading reading) {
        try (StateReader in = new StateReader(new ByteArrayInputStream(bytes))) {
            reading.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
