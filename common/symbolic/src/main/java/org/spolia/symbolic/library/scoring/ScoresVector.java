package org.spolia.symbolic.library.scoring;

import static org.spolia.symbolic.library.scoring.ScoresLanes.all;
import static org.spolia.symbolic.library.scoring.ScoresLanes.explained;
import static org.spolia.symbolic.library.scoring.ScoresLanes.load;
import static org.spolia.symbolic.library.scoring.ScoresLanes.share;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The kernels in vectors of the machine's preferred width. Each lane holds one entry, so the width does not affect any
 * bit.
 */
final class ScoresVector implements Scores {
    private static final int WIDTH = ScoresLanes.WIDTH;
    private static final int TILE = TiledMatrix.TILE;

    @Override
    public void single(TiledMatrix matrix, float[] weight, float[] base, float[] target, float[] out) {
        float[] cells = matrix.cells();
        int rows = matrix.rows();
        for (int tile = 0; tile < matrix.tiles(); tile += 2) {
            for (int part = 0; part < TILE; part += WIDTH) {
                int at = tile * rows * TILE + part;
                int next = at + rows * TILE;
                FloatVector square = all(0);
                FloatVector along = all(0);
                FloatVector product = all(0);
                FloatVector square1 = all(0);
                FloatVector along1 = all(0);
                FloatVector product1 = all(0);
                for (int row = 0; row < rows; row++) {
                    FloatVector value = load(cells, at).mul(weight[row]);
                    FloatVector value1 = load(cells, next).mul(weight[row]);
                    square = value.fma(value, square);
                    square1 = value1.fma(value1, square1);
                    along = value.fma(all(base[row]), along);
                    along1 = value1.fma(all(base[row]), along1);
                    product = value.fma(all(target[row]), product);
                    product1 = value1.fma(all(target[row]), product1);
                    at += TILE;
                    next += TILE;
                }
                explained(square, along, product).intoArray(out, tile * TILE + part);
                explained(square1, along1, product1).intoArray(out, (tile + 1) * TILE + part);
            }
        }
    }

    @Override
    public void several(
            TiledMatrix matrix, int tiles, float[] weight, float[][] bases, int count, float[] target, float[] out) {
        float[] cells = matrix.cells();
        int rows = matrix.rows();
        for (int tile = 0; tile < tiles; tile++) {
            for (int part = 0; part < TILE; part += WIDTH) {
                int from = tile * rows * TILE + part;
                FloatVector square = all(0);
                FloatVector product = all(0);
                for (int row = 0, at = from; row < rows; row++, at += TILE) {
                    FloatVector value = load(cells, at).mul(weight[row]);
                    square = value.fma(value, square);
                    product = value.fma(all(target[row]), product);
                }
                FloatVector left = square;
                for (int base = 0; base < count; base++) {
                    FloatVector along = all(0);
                    float[] column = bases[base];
                    for (int row = 0, at = from; row < rows; row++, at += TILE) {
                        along = load(cells, at).mul(weight[row]).fma(all(column[row]), along);
                    }
                    left = left.sub(along.mul(along));
                }
                share(left, square, product).intoArray(out, tile * TILE + part);
            }
        }
    }

    @Override
    public void deflate(TiledMatrix matrix, float[] weight, float[][] bases, int count, TiledMatrix out) {
        float[] cells = matrix.cells();
        float[] result = out.cells();
        float[] squares = new float[WIDTH];
        int rows = matrix.rows();
        for (int tile = 0; tile < matrix.tiles(); tile++) {
            for (int part = 0; part < TILE; part += WIDTH) {
                int from = tile * rows * TILE + part;
                FloatVector square = all(0);
                for (int row = 0, at = from; row < rows; row++, at += TILE) {
                    FloatVector value = load(cells, at).mul(weight[row]);
                    value.intoArray(result, at);
                    square = value.fma(value, square);
                }
                for (int base = 0; base < count; base++) {
                    remove(result, from, rows, bases[base]);
                }
                square.intoArray(squares, 0);
                normalise(result, from, rows, squares);
            }
        }
    }

    private static void remove(float[] cells, int from, int rows, float[] base) {
        FloatVector along = all(0);
        for (int row = 0, at = from; row < rows; row++, at += TILE) {
            along = load(cells, at).fma(all(base[row]), along);
        }
        FloatVector negative = along.neg();
        for (int row = 0, at = from; row < rows; row++, at += TILE) {
            negative.fma(all(base[row]), load(cells, at)).intoArray(cells, at);
        }
    }

    private static void normalise(float[] cells, int from, int rows, float[] squares) {
        FloatVector left = all(0);
        for (int row = 0, at = from; row < rows; row++, at += TILE) {
            FloatVector value = load(cells, at);
            left = value.fma(value, left);
        }
        float[] lefts = left.toArray();
        for (int lane = 0; lane < WIDTH; lane++) {
            lefts[lane] = lefts[lane] > COLLINEAR * squares[lane] ? (float) (1 / Math.sqrt(lefts[lane])) : 0;
        }
        FloatVector scale = load(lefts, 0);
        for (int row = 0, at = from; row < rows; row++, at += TILE) {
            load(cells, at).mul(scale).intoArray(cells, at);
        }
    }

    @Override
    public void pair(TiledMatrix deflated, float[] base, float[] target, float[] out) {
        float[] cells = deflated.cells();
        int rows = deflated.rows();
        for (int tile = 0; tile < deflated.tiles(); tile += 2) {
            for (int part = 0; part < TILE; part += WIDTH) {
                int at = tile * rows * TILE + part;
                int next = at + rows * TILE;
                FloatVector along = all(0);
                FloatVector product = all(0);
                FloatVector along1 = all(0);
                FloatVector product1 = all(0);
                for (int row = 0; row < rows; row++) {
                    FloatVector value = load(cells, at);
                    FloatVector value1 = load(cells, next);
                    along = value.fma(all(base[row]), along);
                    along1 = value1.fma(all(base[row]), along1);
                    product = value.fma(all(target[row]), product);
                    product1 = value1.fma(all(target[row]), product1);
                    at += TILE;
                    next += TILE;
                }
                explained(all(1), along, product).intoArray(out, tile * TILE + part);
                explained(all(1), along1, product1).intoArray(out, (tile + 1) * TILE + part);
            }
        }
    }

    @Override
    public void plain(TiledMatrix deflated, float[] target, float[] out) {
        float[] cells = deflated.cells();
        int rows = deflated.rows();
        for (int tile = 0; tile < deflated.tiles(); tile += 2) {
            for (int part = 0; part < TILE; part += WIDTH) {
                int at = tile * rows * TILE + part;
                int next = at + rows * TILE;
                FloatVector product = all(0);
                FloatVector product1 = all(0);
                for (int row = 0; row < rows; row++) {
                    product = load(cells, at).fma(all(target[row]), product);
                    product1 = load(cells, next).fma(all(target[row]), product1);
                    at += TILE;
                    next += TILE;
                }
                product.mul(product).intoArray(out, tile * TILE + part);
                product1.mul(product1).intoArray(out, (tile + 1) * TILE + part);
            }
        }
    }

    @Override
    public void varying(
            TiledMatrix matrix, float[] weight, float[] factor, float[][] bases, float[] target, float[] out) {
        float[] cells = matrix.cells();
        float[] base0 = bases[0];
        float[] base1 = bases[1];
        int rows = matrix.rows();
        for (int tile = 0; tile < matrix.tiles(); tile++) {
            for (int part = 0; part < TILE; part += WIDTH) {
                int at = tile * rows * TILE + part;
                FloatVector aa = all(0);
                FloatVector ab = all(0);
                FloatVector bb = all(0);
                FloatVector a0 = all(0);
                FloatVector a1 = all(0);
                FloatVector b0 = all(0);
                FloatVector b1 = all(0);
                FloatVector ad = all(0);
                FloatVector bd = all(0);
                for (int row = 0; row < rows; row++) {
                    FloatVector a = load(cells, at).mul(weight[row]);
                    FloatVector b = a.mul(factor[row]);
                    aa = a.fma(a, aa);
                    ab = a.fma(b, ab);
                    bb = b.fma(b, bb);
                    a0 = a.fma(all(base0[row]), a0);
                    a1 = a.fma(all(base1[row]), a1);
                    b0 = b.fma(all(base0[row]), b0);
                    b1 = b.fma(all(base1[row]), b1);
                    ad = a.fma(all(target[row]), ad);
                    bd = b.fma(all(target[row]), bd);
                    at += TILE;
                }
                FloatVector first = aa.sub(a0.mul(a0)).sub(a1.mul(a1));
                FloatVector mixed = ab.sub(a0.mul(b0)).sub(a1.mul(b1));
                FloatVector second = bb.sub(b0.mul(b0)).sub(b1.mul(b1));
                FloatVector determinant = first.mul(second).sub(mixed.mul(mixed));
                FloatVector explained = ad.mul(ad)
                        .mul(second)
                        .sub(ad.mul(bd).mul(mixed).mul(2))
                        .add(bd.mul(bd).mul(first));
                all(0).blend(
                                explained.div(determinant),
                                first.compare(VectorOperators.GT, aa.mul(COLLINEAR))
                                        .and(determinant.compare(
                                                VectorOperators.GT,
                                                first.mul(bb).mul(COLLINEAR))))
                        .intoArray(out, tile * TILE + part);
            }
        }
    }
}
