package org.spolia.symbolic.rows;

import java.util.Arrays;
import org.spolia.symbolic.evaluation.Kernels;
import org.spolia.symbolic.expression.Opcode;

/** Computes losses or moments: the whole generation as one graph, tile by tile. */
final class LossPass implements Pass {
    private final Generation generation;
    private final Kernels kernels;
    private final Terms terms;
    private final Tile tile;
    private final Schedule.Step[] steps;
    private final double[][] buffers;
    private final double[] constant = new double[Tile.ROWS];
    private final RunningSum[][] running;
    private final TargetSums targets;
    private final double[][] work;
    private final ValidRows valid;
    private final boolean onlyLosses;

    LossPass(Generation generation, Kernels kernels, GenerationSums sums) {
        this(generation, kernels, sums, generation.schedule());
    }

    LossPass(Generation generation, Kernels kernels, GenerationSums sums, Schedule schedule) {
        this.generation = generation;
        this.kernels = kernels;
        this.terms = new Terms(kernels, generation.loss());
        this.tile = new Tile(sums, generation, generation.parameters());
        this.steps = schedule.steps().toArray(new Schedule.Step[0]);
        this.buffers = new double[schedule.slots()][Tile.ROWS];
        LaneLoops loops = LaneLoops.of(kernels);
        this.valid = new ValidRows(loops);
        this.running = RunningSum.forEach(generation.counts(), loops);
        this.targets = new TargetSums(generation, kernels, loops);
        this.work = new double[generation.demand().sums(0)][Tile.ROWS];
        this.onlyLosses = generation.demand() == Demand.LOSS;
    }

    @Override
    public void add(RowBlock block) {
        for (int from = 0; from < block.rows(); from += Tile.ROWS) {
            tile.load(block, from);
            if (tile.ranges().isEmpty()) {
                continue;
            }
            int parameter = 0;
            for (Candidate candidate : generation.candidates()) {
                if (candidate.parameterCount() > 0) {
                    tile.spread(candidate.parameters(), parameter);
                    parameter += candidate.parameterCount();
                }
            }
            targets.add(tile);
            run(tile.padded());
        }
    }

    private void run(int rows) {
        for (Schedule.Step step : steps) {
            switch (step.form()) {
                case UNARY -> kernels.unary(step.opcode(), place(step.left()), buffers[step.target()], rows);
                case VECTORS ->
                    kernels.binary(
                            step.opcode(), place(step.left()), place(step.right()), buffers[step.target()], rows);
                case CONSTANT_RIGHT ->
                    kernels.binary(step.opcode(), place(step.left()), step.constant(), buffers[step.target()], rows);
                case CONSTANT_LEFT ->
                    kernels.binary(step.opcode(), step.constant(), place(step.right()), buffers[step.target()], rows);
                case RESULT -> result(step.right(), place(step.left()));
                case CONSTANT_RESULT -> {
                    Arrays.fill(constant, 0, rows, step.constant());
                    result(step.right(), constant);
                }
            }
        }
    }

    private double[] place(int operand) {
        return operand < 0 ? tile.columns[-1 - operand] : buffers[operand];
    }

    private void result(int number, double[] values) {
        Candidate candidate = generation.candidate(number);
        compute(candidate, values);
        for (Tile.Range range : tile.ranges()) {
            if (onlyLosses
                    && running[number][0].addIfFits(range.cell().sum(number, 0), work[0], range.from(), range.to())) {
                continue;
            }
            int invalid = valid.find(work, work.length, range.from(), range.to(), Double.MAX_VALUE);
            if (invalid > 0) {
                range.cell().addInvalid(number, invalid);
            }
            for (int sum = 0; sum < work.length; sum++) {
                if (invalid > 0) {
                    valid.clear(work[sum], range.from(), range.to());
                }
                running[number][sum].add(range.cell().sum(number, sum), work[sum], range.from(), range.to());
            }
        }
    }

    private void compute(Candidate candidate, double[] values) {
        int rows = tile.padded();
        if (generation.demand() == Demand.MOMENTS) {
            // work[2] holds the value less its shift until its own turn.
            kernels.binary(Opcode.SUB, values, candidate.shift(), work[2], rows);
            kernels.binary(Opcode.MUL, work[2], tile.weights, work[0], rows);
            kernels.binary(Opcode.MUL, work[0], work[2], work[1], rows);
            kernels.binary(Opcode.MUL, work[0], targets.shifted(), work[2], rows);
            return;
        }
        terms.losses(terms.predictions(candidate, values, rows), tile, work[0]);
        if (generation.demand() == Demand.SPREAD) {
            kernels.binary(Opcode.MUL, work[0], work[0], work[1], rows);
        }
    }

    @Override
    public void end() {
        targets.end();
        RunningSum.flush(running);
    }
}
