package org.spolia.symbolic.evaluation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.spolia.symbolic.expression.Expansion;
import org.spolia.symbolic.expression.Tree;

/** Evaluates one tree over the blocks of one sample, in the precision of its loops. It reuses its buffers. */
final class Interpreter<A> {
    private final Loops<A> loops;
    private final Expansion expansion = new Expansion();
    private EvaluationPlan plan = new EvaluationPlan(64);
    private Object[] scratch = new Object[0];
    private Object[] kept = new Object[0];
    private RowBlocks<A> blocks;
    private @Nullable RowLosses<A> rowLosses;

    Interpreter(Loops<A> loops) {
        this(loops, new RowBlocks<>(loops, 0, 0, false, Loss.SQUARE));
    }

    /** Creates an interpreter over blocks without a sample. */
    Interpreter(Loops<A> loops, RowBlocks<A> blocks) {
        this.loops = loops;
        this.blocks = blocks;
    }

    Loops<A> loops() {
        return loops;
    }

    RowBlocks<A> blocks() {
        return blocks;
    }

    /** Returns the sums over a sample with weights or another loss. */
    RowLosses<A> rowLosses() {
        if (rowLosses == null) {
            rowLosses = new RowLosses<>(loops);
        }
        return rowLosses;
    }

    void begin(Tree tree, double[] parameters, Sample sample) {
        begin(sample);
        plan = compile(tree, parameters, plan);
    }

    /** Sets the sample. Compiled trees can then be run over it. */
    void begin(Sample sample) {
        blocks = loops.blocks(sample);
    }

    /** Compiles into a plan, or into a larger plan that replaces it. */
    EvaluationPlan compile(Tree tree, double[] parameters, EvaluationPlan plan) {
        Tree program = expansion.of(tree);
        EvaluationPlan large = plan.capacity() < program.size()
                ? new EvaluationPlan(Math.max(program.size(), 2 * plan.capacity()))
                : plan;
        large.compile(program, parameters);
        if (scratch.length < Math.max(1, large.slots())) {
            scratch = grown(scratch, Math.max(1, large.slots()));
        }
        return large;
    }

    private Object[] grown(Object[] old, int length) {
        Object[] grown = Arrays.copyOf(old, length);
        for (int i = old.length; i < length; i++) {
            grown[i] = loops.allocate(loops.blockRows());
        }
        return grown;
    }

    /** Returns the values at the rows of one block, in a buffer or a column that the caller must not change. */
    A run(int block) {
        return run(plan, block);
    }

    /** Like {@link #run(int)}, for a compiled tree. */
    A run(EvaluationPlan plan, int block) {
        return run(plan, block, blocks.paddedRows(block));
    }

    /** Like {@link #run(EvaluationPlan, int)}, for the first rows of the block. */
    A run(EvaluationPlan plan, int block, int rows) {
        if (plan.isConstant()) {
            A values = slot(0);
            loops.fill(values, plan.constantValue(), rows);
            return values;
        }
        for (int step = 0; step < plan.steps(); step++) {
            int opcode = plan.opcode(step);
            A out = slot(plan.target(step));
            switch (plan.form(step)) {
                case EvaluationPlan.UNARY -> loops.unary(opcode, operand(block, plan.left(step)), out, rows);
                case EvaluationPlan.VECTORS ->
                    loops.binary(opcode, operand(block, plan.left(step)), operand(block, plan.right(step)), out, rows);
                case EvaluationPlan.CONSTANT_RIGHT ->
                    loops.binary(opcode, operand(block, plan.left(step)), plan.constant(step), out, rows);
                default -> loops.binary(opcode, plan.constant(step), operand(block, plan.right(step)), out, rows);
            }
        }
        return operand(block, plan.result());
    }

    private A operand(int block, int operand) {
        return EvaluationPlan.isColumn(operand)
                ? blocks.column(block, EvaluationPlan.variable(operand))
                : slot(operand);
    }

    /** Like {@link #run(int)}, and keeps a copy that {@link #kept} returns until the next tree. */
    A runAndKeep(int block) {
        A values = run(block);
        if (kept.length <= block) {
            kept = grown(kept, Math.max(block + 1, 2 * kept.length));
        }
        loops.copy(values, kept(block), blocks.paddedRows(block));
        return kept(block);
    }

    A kept(int block) {
        return array(kept[block]);
    }

    private A slot(int index) {
        return array(scratch[index]);
    }

    /** Safe, because every buffer comes from these loops. */
    @SuppressWarnings("unchecked")
    private A array(Object values) {
        return (A) values;
    }
}
