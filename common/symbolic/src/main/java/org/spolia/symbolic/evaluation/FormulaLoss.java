package org.spolia.symbolic.evaluation;

import org.jspecify.annotations.Nullable;
import org.spolia.symbolic.expression.Definition;
import org.spolia.symbolic.expression.Opcode;

/** Losses that formulas define, over one block of rows, in the precision of its loops. It reuses its buffers. */
public final class FormulaLoss<A> {
    private static final int MOST_OPERANDS = 2;
    private static final double[] NO_PARAMETERS = {};

    private final Loops<A> loops;
    private final RowBlocks<A> operands;
    private final Interpreter<A> interpreter;
    private EvaluationPlan plan = new EvaluationPlan(Definition.MOST_NODES);
    private @Nullable Definition compiled;

    public FormulaLoss(Loops<A> loops) {
        this.loops = loops;
        this.operands = new RowBlocks<>(loops, MOST_OPERANDS, loops.blockRows(), false, Loss.SQUARE);
        this.interpreter = new Interpreter<>(loops, operands);
    }

    /**
     * Returns the losses of residuals in a buffer that is valid until the next call; {@code rows} as in {@link Loops}.
     */
    public A of(Definition formula, A residual, A target, int rows) {
        if (compiled == null || !compiled.equals(formula)) {
            plan = interpreter.compile(formula.formula().toTree(), NO_PARAMETERS, plan);
            compiled = formula;
        }
        if (formula.arity() == 1) {
            loops.copy(residual, operands.column(0, 0), rows);
        } else {
            loops.binary(Opcode.ADD, residual, target, operands.column(0, 0), rows);
            loops.copy(target, operands.column(0, 1), rows);
        }
        return interpreter.run(plan, 0, rows);
    }
}
