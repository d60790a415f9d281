package org.spolia.symbolic.library.scoring;

import static org.spolia.symbolic.library.scoring.ScoresLanes.all;
import static org.spolia.symbolic.library.scoring.ScoresLanes.load;

import jdk.incubator.vector.FloatVector;

/** The kernel in vectors. Each lane holds one entry, so the width does not affect any bit. */
final class MomentsVector implements Moments {
    private static final int WIDTH = ScoresLanes.WIDTH;
    private static final int TILE = TiledMatrix.TILE;

    @Override
    public void of(Entries entries, Entry entry, int fromTile, float[][] out) {
        float[] values = entries.values().cells();
        float[] centred = entries.centred().cells();
        float[] logarithms = entries.logarithms().cells();
        float[] value = entry.value();
        float[] square = entry.square();
        float[] targetProduct = entry.targetProduct();
        float[] own = entry.centred();
        float[] logarithm = entry.logarithm();
        int rows = entries.values().rows();
        for (int tile = fromTile; tile < entries.values().tiles(); tile++) {
            for (int part = 0; part < TILE; part += WIDTH) {
                FloatVector gram = all(0);
                FloatVector products = all(0);
                FloatVector targetProducts = all(0);
                FloatVector squareProducts = all(0);
                FloatVector productsWithSquares = all(0);
                FloatVector squares = all(0);
                FloatVector logarithmProducts = all(0);
                int at = tile * rows * TILE + part;
                for (int row = 0; row < rows; row++) {
                    FloatVector other = load(values, at);
                    FloatVector otherSquare = other.mul(other);
                    gram = load(centred, at).fma(all(own[row]), gram);
                    products = other.fma(all(value[row]), products);
                    targetProducts = other.fma(all(targetProduct[row]), targetProducts);
                    squareProducts = other.fma(all(square[row]), squareProducts);
                    productsWithSquares = otherSquare.fma(all(value[row]), productsWithSquares);
                    squares = otherSquare.fma(all(square[row]), squares);
                    logarithmProducts = load(logarithms, at).fma(all(logarithm[row]), logarithmProducts);
                    at += TILE;
                }
                int index = tile * TILE + part;
                gram.intoArray(out[CENTRED], index);
                products.intoArray(out[PRODUCTS], index);
                targetProducts.intoArray(out[TARGET_PRODUCTS], index);
                squareProducts.intoArray(out[SQUARE_PRODUCTS], index);
                productsWithSquares.intoArray(out[PRODUCTS_WITH_SQUARES], index);
                squares.intoArray(out[SQUARES], index);
                logarithmProducts.intoArray(out[LOGARITHMS], index);
            }
        }
    }
}
