package org.spolia.symbolic.rows;

import java.util.Arrays;
import org.spolia.symbolic.evaluation.Kernels;
import org.spolia.symbolic.evaluation.Loss;
import org.spolia.symbolic.evaluation.fitting.FormulaWeights;
import org.spolia.symbolic.evaluation.fitting.Jacobian;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;

/** Computes losses and normal equations, candidate by candidate. */
final class NormalPass implements Pass {
    private static final int LOSS = 0;
    private static final int STEP = 1;
    private static final int WEIGHT = 2;
    private static final int FIRST = 3;

    /** A product of three such numbers is finite. */
    private static final double LARGEST = RowBlock.LARGEST_WEIGHT;

    private final Generation generation;
    private final Kernels kernels;
    private final Jacobian jacobian;
    private final Terms terms;
    private final FormulaWeights formulaWeights;
    private final Tile tile;
    private final RunningSum[][] running;
    private final Tree[] models;
    private final TargetSums targets;
    private final ValidRows valid;
    private final double[] product = new double[Tile.ROWS];
    /** The losses, the steps, the weights, and the columns of the normal equations. */
    private final double[][] columns;

    private final double[][] weighted;

    NormalPass(Generation generation, Kernels kernels, GenerationSums sums) {
        this.generation = generation;
        this.kernels = kernels;
        this.jacobian = new Jacobian(kernels);
        this.terms = new Terms(kernels, generation.loss());
        this.formulaWeights = new FormulaWeights(kernels);
        int parameters = 0;
        int most = 0;
        this.models = new Tree[generation.size()];
        for (int number = 0; number < models.length; number++) {
            Candidate candidate = generation.candidate(number);
            models[number] = candidate.model();
            parameters = Math.max(parameters, candidate.parameterCount());
            most = Math.max(most, generation.demand().linearColumns() + candidate.freeConstants());
        }
        this.tile = new Tile(sums, generation, parameters);
        LaneLoops loops = LaneLoops.of(kernels);
        this.valid = new ValidRows(loops);
        this.running = RunningSum.forEach(generation.counts(), loops);
        this.targets = new TargetSums(generation, kernels, loops);
        this.columns = new double[FIRST + most][Tile.ROWS];
        this.weighted = new double[most][Tile.ROWS];
    }

    @Override
    public void add(RowBlock block) {
        for (int from = 0; from < block.rows(); from += Tile.ROWS) {
            tile.load(block, from);
            targets.add(tile);
        }
        for (int number = 0; number < generation.size(); number++) {
            Candidate candidate = generation.candidate(number);
            jacobian.begin(models[number], candidate.constants());
            for (int from = 0; from < block.rows(); from += Tile.ROWS) {
                tile.load(block, from);
                if (tile.ranges().isEmpty()) {
                    continue;
                }
                if (candidate.parameterCount() > 0) {
                    tile.spread(candidate.parameters(), 0);
                }
                linearise(number, candidate);
            }
        }
    }

    private void linearise(int number, Candidate candidate) {
        int rows = tile.padded();
        int linear = generation.demand().linearColumns();
        int constants = candidate.freeConstants();
        double[] values = jacobian.forward(
                tile.columns, candidate.parameterCount() > 0 ? tile.parameters : new double[0][], rows);
        double[] predictions = terms.predictions(candidate, values, rows);
        terms.losses(predictions, tile, columns[LOSS]);
        kernels.binary(Opcode.SUB, tile.target, predictions, columns[STEP], rows);
        if (linear > 0) {
            Arrays.fill(columns[FIRST], 0, rows, 1);
            kernels.binary(Opcode.SUB, values, candidate.shift(), columns[FIRST + 1], rows);
        }
        double[][] derivatives = jacobian.reverse(rows, constants);
        for (int i = 0; i < constants; i++) {
            kernels.binary(Opcode.MUL, derivatives[i], candidate.slope(), columns[FIRST + linear + i], rows);
        }
        weigh(rows);
        addProducts(number, linear + constants);
    }

    /** Weights of the rows and of the loss, and the steps of the loss in place of the residuals. */
    private void weigh(int rows) {
        Loss loss = generation.loss();
        double[] weight = columns[WEIGHT];
        System.arraycopy(tile.weights, 0, weight, 0, rows);
        if (loss.isSquare()) {
            return;
        }
        if (loss.formula().isPresent()) {
            formulaWeights.of(
                    loss.formula().get(), columns[STEP], tile.target, generation.leastResidual(), rows, product);
            kernels.binary(Opcode.MUL, weight, product, weight, rows);
            return;
        }
        for (int row = 0; row < rows; row++) {
            double r = -columns[STEP][row];
            weight[row] *= loss.weight(r, tile.target[row], generation.leastResidual());
            columns[STEP][row] = loss.step(r, tile.target[row], generation.leastResidual());
        }
    }

    private void addProducts(int number, int count) {
        int rows = tile.padded();
        boolean unit = generation.loss().isSquare() && !tile.isWeighted();
        for (Tile.Range range : tile.ranges()) {
            int invalid = valid.find(columns, FIRST + count, range.from(), range.to(), LARGEST);
            if (invalid > 0) {
                range.cell().addInvalid(number, invalid);
                for (int i = 0; i < FIRST + count; i++) {
                    valid.clear(columns[i], range.from(), range.to());
                }
            }
        }
        add(number, 0, columns[LOSS]);
        int sum = 1;
        for (int i = 0; i < count; i++) {
            double[] column = columns[FIRST + i];
            if (!unit) {
                kernels.binary(Opcode.MUL, column, columns[WEIGHT], weighted[i], rows);
                column = weighted[i];
            }
            for (int j = 0; j <= i; j++) {
                kernels.binary(Opcode.MUL, column, columns[FIRST + j], product, rows);
                add(number, sum++, product);
            }
            kernels.binary(Opcode.MUL, column, columns[STEP], product, rows);
            add(number, sum++, product);
        }
    }

    private void add(int number, int sum, double[] values) {
        for (Tile.Range range : tile.ranges()) {
            running[number][sum].add(range.cell().sum(number, sum), values, range.from(), range.to());
        }
    }

    @Override
    public void end() {
        targets.end();
        RunningSum.flush(running);
    }
}
