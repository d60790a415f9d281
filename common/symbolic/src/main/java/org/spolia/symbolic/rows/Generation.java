package org.spolia.symbolic.rows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spolia.symbolic.evaluation.Kernels;
import org.spolia.symbolic.evaluation.Loss;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Opcode;

/**
 * The candidates that one pass over the rows of a table evaluates together, and what the pass computes for each.
 * Immutable. A pass over the blocks of a partition is single-threaded; the sums of partitions are added in any order.
 */
public final class Generation {
    /** A residual below this share of the mean loss counts as zero. */
    private static final double NEAR_ZERO = 1e-6;

    /** With its columns and running sums, a generation takes about half of a second-level cache of 1 MB. */
    private static final int MOST_BUFFERS = 128;

    private final List<Candidate> candidates;
    private final Demand demand;
    private final Loss loss;
    private final double targetShift;
    private final double targetSpread;
    private volatile @Nullable Schedule schedule;

    Generation(List<Candidate> candidates, Demand demand, Loss loss, double targetShift, double targetSpread) {
        this.candidates = List.copyOf(candidates);
        this.demand = demand;
        this.loss = loss;
        this.targetShift = targetShift;
        this.targetSpread = targetSpread;
    }

    /** Creates a generation of expressions without parameters, whose predictions are their values. */
    public static Generation of(List<Expression> expressions, Demand demand, Loss loss) {
        return new Generation(
                expressions.stream()
                        .map(expression -> Candidate.of(expression, new double[0][]))
                        .toList(),
                demand,
                loss,
                0,
                1);
    }

    /**
     * Creates a generation of one model whose parameters have own values in each group.
     *
     * @param parameters a row for each group; an empty row leaves the rows of the group out
     */
    public static Generation ofGroups(Expression model, double[][] parameters, Demand demand, Loss loss) {
        if (demand == Demand.SCALED_NORMAL || parameters.length == 0) {
            throw new IllegalArgumentException("A model with groups needs their parameters, and has no linear scaling");
        }
        return new Generation(List.of(Candidate.of(model, parameters)), demand, loss, 0, 1);
    }

    /** The same candidates for another purpose. */
    public Generation with(Demand other) {
        return new Generation(candidates, other, loss, targetShift, targetSpread);
    }

    /** The same candidates with another loss. */
    public Generation with(Loss other) {
        return new Generation(candidates, demand, other, targetShift, targetSpread);
    }

    /**
     * The same candidates, with constants that a fit does not change.
     *
     * @param kept for each candidate, whether each of its constants keeps its value, in postfix order
     */
    public Generation keeping(List<boolean[]> kept) {
        List<Candidate> changed = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            changed.add(candidates.get(i).keeping(kept.get(i)));
        }
        return with(changed);
    }

    /** The same candidates with the prediction {@code intercept + slope (f - shift)} for one of them. */
    public Generation scaled(int candidate, double slope, double intercept, double shift) {
        List<Candidate> changed = new ArrayList<>(candidates);
        changed.set(candidate, candidates.get(candidate).scaled(slope, intercept, shift));
        return new Generation(changed, demand, loss, targetShift, targetSpread);
    }

    /**
     * The same generation with rough numbers of the target, which need not be exact but must be equal in all passes.
     *
     * @param shift what {@link Demand#MOMENTS} subtracts from each target: near the mean, fewer digits cancel
     * @param spread the mean loss of the mean; a fit does not divide by residuals below a small share of it
     */
    public Generation withTarget(double shift, double spread) {
        return new Generation(candidates, demand, loss, shift, spread);
    }

    /** The same generation without some candidates. The others move up. */
    public Generation without(BitSet dropped) {
        List<Candidate> kept = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            if (!dropped.get(i)) {
                kept.add(candidates.get(i));
            }
        }
        return new Generation(kept, demand, loss, targetShift, targetSpread);
    }

    /** The free constants of a candidate in postfix order. */
    public double[] constants(int candidate) {
        return candidates.get(candidate).constants();
    }

    /** The slope of a candidate, whose prediction is {@code intercept + slope (f - shift)}. */
    public double slope(int candidate) {
        return candidates.get(candidate).slope();
    }

    /** The intercept of a candidate. */
    public double intercept(int candidate) {
        return candidates.get(candidate).intercept();
    }

    /** What is subtracted from the values of a candidate. */
    public double shift(int candidate) {
        return candidates.get(candidate).shift();
    }

    Generation with(List<Candidate> others) {
        return new Generation(others, demand, loss, targetShift, targetSpread);
    }

    public int size() {
        return candidates.size();
    }

    public Demand demand() {
        return demand;
    }

    public Loss loss() {
        return loss;
    }

    public double targetShift() {
        return targetShift;
    }

    /** The lower bound of residuals in weights of losses. */
    double leastResidual() {
        return NEAR_ZERO * targetSpread;
    }

    /** The nodes of all candidates, each of which counts as one pass over the rows. */
    public long nodes() {
        return candidates.stream()
                .mapToLong(candidate -> candidate.program().size())
                .sum();
    }

    /** The order of evaluation, which is found once for all passes in a process. */
    Schedule schedule() {
        Schedule present = schedule;
        if (present == null) {
            // Two threads may both find it, and find the same.
            present = Schedule.of(graph(), MOST_BUFFERS);
            schedule = present;
        }
        return present;
    }

    ExpressionGraph graph() {
        ExpressionGraph graph = new ExpressionGraph();
        int parameter = variables();
        for (Candidate candidate : candidates) {
            graph.add(candidate.program(), parameter);
            parameter += candidate.parameterCount();
        }
        return graph;
    }

    /** The number of variables that a block needs. */
    int variables() {
        int most = 0;
        for (Candidate candidate : candidates) {
            for (int node = 0; node < candidate.program().size(); node++) {
                if (candidate.program().opcode(node) == Opcode.VARIABLE) {
                    most = Math.max(most, candidate.program().argument(node) + 1);
                }
            }
        }
        return most;
    }

    /** The number of parameters that have own values in each group. */
    int parameters() {
        return candidates.stream().mapToInt(Candidate::parameterCount).sum();
    }

    /** The groups for which no candidate has parameters. */
    BitSet leftOut() {
        BitSet leftOut = new BitSet();
        if (!candidates.isEmpty()) {
            leftOut.set(
                    0,
                    candidates.stream()
                            .mapToInt(each -> each.parameters().length)
                            .min()
                            .getAsInt());
        }
        for (Candidate candidate : candidates) {
            for (int group = leftOut.nextSetBit(0); group >= 0; group = leftOut.nextSetBit(group + 1)) {
                leftOut.set(group, candidate.parameters()[group].length == 0);
            }
        }
        return leftOut;
    }

    Candidate candidate(int index) {
        return candidates.get(index);
    }

    List<Candidate> candidates() {
        return candidates;
    }

    int[] counts() {
        return candidates.stream()
                .mapToInt(candidate -> demand.sums(candidate.freeConstants()))
                .toArray();
    }

    /** Returns sums over no rows, to which those of parts are added. */
    public GenerationSums none() {
        return new GenerationSums(counts());
    }

    /** Evaluates all candidates over the rows of a block. */
    public GenerationSums evaluate(RowBlock block) {
        return evaluate(List.of(block).iterator());
    }

    /** Evaluates all candidates over the rows of blocks, which may be empty. */
    public GenerationSums evaluate(Iterator<RowBlock> blocks) {
        return evaluate(blocks, Kernels.preferred());
    }

    GenerationSums evaluate(Iterator<RowBlock> blocks, Kernels kernels) {
        GenerationSums sums = none();
        Pass pass = demand.isNormal() ? new NormalPass(this, kernels, sums) : new LossPass(this, kernels, sums);
        while (blocks.hasNext()) {
            RowBlock block = blocks.next();
            if (block.rows() > 0) {
                pass.add(block);
            }
        }
        pass.end();
        return sums;
    }

    /** Returns the bytes for another process of the same version. */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(demand.name());
            out.writeUTF(loss.toString());
            out.writeDouble(targetShift);
            out.writeDouble(targetSpread);
            out.writeInt(candidates.size());
            for (Candidate candidate : candidates) {
                CandidateBytes.write(candidate, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads the bytes of {@link #toBytes}. */
    public static Generation fromBytes(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Demand demand = Demand.valueOf(in.readUTF());
            Loss loss = Loss.parse(in.readUTF());
            double targetShift = in.readDouble();
            double targetSpread = in.readDouble();
            List<Candidate> candidates = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                candidates.add(CandidateBytes.read(in));
            }
            return new Generation(candidates, demand, loss, targetShift, targetSpread);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
