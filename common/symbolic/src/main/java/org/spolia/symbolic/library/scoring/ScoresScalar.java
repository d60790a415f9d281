package org.spolia.symbolic.library.scoring;

/** The kernels in plain Java: used without the Vector API, and the reference for the vector kernels. */
final class ScoresScalar implements Scores {
    private static final int TILE = TiledMatrix.TILE;

    @Override
    public void single(TiledMatrix matrix, float[] weight, float[] base, float[] target, float[] out) {
        for (int entry = 0; entry < matrix.tiles() * TILE; entry++) {
            float square = 0;
            float along = 0;
            float product = 0;
            for (int row = 0, at = first(matrix, entry); row < matrix.rows(); row++, at += TILE) {
                float value = matrix.cells()[at] * weight[row];
                square = Math.fma(value, value, square);
                along = Math.fma(value, base[row], along);
                product = Math.fma(value, target[row], product);
            }
            float left = square - along * along;
            out[entry] = left > COLLINEAR * square ? product * product / left : 0;
        }
    }

    @Override
    public void several(
            TiledMatrix matrix, int tiles, float[] weight, float[][] bases, int count, float[] target, float[] out) {
        for (int entry = 0; entry < tiles * TILE; entry++) {
            int from = first(matrix, entry);
            float square = 0;
            float product = 0;
            for (int row = 0, at = from; row < matrix.rows(); row++, at += TILE) {
                float value = matrix.cells()[at] * weight[row];
                square = Math.fma(value, value, square);
                product = Math.fma(value, target[row], product);
            }
            float left = square;
            for (int base = 0; base < count; base++) {
                float along = 0;
                for (int row = 0, at = from; row < matrix.rows(); row++, at += TILE) {
                    along = Math.fma(matrix.cells()[at] * weight[row], bases[base][row], along);
                }
                left -= along * along;
            }
            out[entry] = left > COLLINEAR * square ? product * product / left : 0;
        }
    }

    private static int first(TiledMatrix matrix, int entry) {
        return entry / TILE * matrix.rows() * TILE + entry % TILE;
    }

    @Override
    public void deflate(TiledMatrix matrix, float[] weight, float[][] bases, int count, TiledMatrix out) {
        float[] cells = out.cells();
        for (int entry = 0; entry < matrix.tiles() * TILE; entry++) {
            int from = first(matrix, entry);
            float square = 0;
            for (int row = 0, at = from; row < matrix.rows(); row++, at += TILE) {
                float value = matrix.cells()[at] * weight[row];
                cells[at] = value;
                square = Math.fma(value, value, square);
            }
            for (int base = 0; base < count; base++) {
                float along = 0;
                for (int row = 0, at = from; row < matrix.rows(); row++, at += TILE) {
                    along = Math.fma(cells[at], bases[base][row], along);
                }
                for (int row = 0, at = from; row < matrix.rows(); row++, at += TILE) {
                    cells[at] = Math.fma(-along, bases[base][row], cells[at]);
                }
            }
            float left = 0;
            for (int row = 0, at = from; row < matrix.rows(); row++, at += TILE) {
                left = Math.fma(cells[at], cells[at], left);
            }
            float scale = left > COLLINEAR * square ? (float) (1 / Math.sqrt(left)) : 0;
            for (int row = 0, at = from; row < matrix.rows(); row++, at += TILE) {
                cells[at] *= scale;
            }
        }
    }

    @Override
    public void pair(TiledMatrix deflated, float[] base, float[] target, float[] out) {
        for (int entry = 0; entry < deflated.tiles() * TILE; entry++) {
            float along = 0;
            float product = 0;
            for (int row = 0, at = first(deflated, entry); row < deflated.rows(); row++, at += TILE) {
                along = Math.fma(deflated.cells()[at], base[row], along);
                product = Math.fma(deflated.cells()[at], target[row], product);
            }
            float left = 1 - along * along;
            out[entry] = left > COLLINEAR ? product * product / left : 0;
        }
    }

    @Override
    public void plain(TiledMatrix deflated, float[] target, float[] out) {
        for (int entry = 0; entry < deflated.tiles() * TILE; entry++) {
            float product = 0;
            for (int row = 0, at = first(deflated, entry); row < deflated.rows(); row++, at += TILE) {
                product = Math.fma(deflated.cells()[at], target[row], product);
            }
            out[entry] = product * product;
        }
    }

    @Override
    public void varying(
            TiledMatrix matrix, float[] weight, float[] factor, float[][] bases, float[] target, float[] out) {
        for (int entry = 0; entry < matrix.tiles() * TILE; entry++) {
            float aa = 0;
            float ab = 0;
            float bb = 0;
            float a0 = 0;
            float a1 = 0;
            float b0 = 0;
            float b1 = 0;
            float ad = 0;
            float bd = 0;
            for (int row = 0, at = first(matrix, entry); row < matrix.rows(); row++, at += TILE) {
                float a = matrix.cells()[at] * weight[row];
                float b = a * factor[row];
                aa = Math.fma(a, a, aa);
                ab = Math.fma(a, b, ab);
                bb = Math.fma(b, b, bb);
                a0 = Math.fma(a, bases[0][row], a0);
                a1 = Math.fma(a, bases[1][row], a1);
                b0 = Math.fma(b, bases[0][row], b0);
                b1 = Math.fma(b, bases[1][row], b1);
                ad = Math.fma(a, target[row], ad);
                bd = Math.fma(b, target[row], bd);
            }
            float first = aa - a0 * a0 - a1 * a1;
            float mixed = ab - a0 * b0 - a1 * b1;
            float second = bb - b0 * b0 - b1 * b1;
            float determinant = first * second - mixed * mixed;
            float explained = ad * ad * second - 2 * (ad * bd * mixed) + bd * bd * first;
            boolean sound = first > COLLINEAR * aa && determinant > COLLINEAR * (first * bb);
            out[entry] = sound ? explained / determinant : 0;
        }
    }
}
