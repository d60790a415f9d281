package org.spolia.symbolic.library.scoring;

/** The kernel in plain Java: used without the Vector API, and the reference for {@link MomentsVector}. */
final class MomentsScalar implements Moments {
    private static final int TILE = TiledMatrix.TILE;

    @Override
    public void of(Entries entries, Entry entry, int fromTile, float[][] out) {
        float[] values = entries.values().cells();
        float[] centred = entries.centred().cells();
        float[] logarithms = entries.logarithms().cells();
        int rows = entries.values().rows();
        for (int tile = fromTile; tile < entries.values().tiles(); tile++) {
            for (int lane = 0; lane < TILE; lane++) {
                float gram = 0;
                float products = 0;
                float targetProducts = 0;
                float squareProducts = 0;
                float productsWithSquares = 0;
                float squares = 0;
                float logarithmProducts = 0;
                for (int row = 0, at = tile * rows * TILE + lane; row < rows; row++, at += TILE) {
                    float other = values[at];
                    float otherSquare = other * other;
                    gram = Math.fma(centred[at], entry.centred()[row], gram);
                    products = Math.fma(other, entry.value()[row], products);
                    targetProducts = Math.fma(other, entry.targetProduct()[row], targetProducts);
                    squareProducts = Math.fma(other, entry.square()[row], squareProducts);
                    productsWithSquares = Math.fma(otherSquare, entry.value()[row], productsWithSquares);
                    squares = Math.fma(otherSquare, entry.square()[row], squares);
                    logarithmProducts = Math.fma(logarithms[at], entry.logarithm()[row], logarithmProducts);
                }
                int index = tile * TILE + lane;
                out[CENTRED][index] = gram;
                out[PRODUCTS][index] = products;
                out[TARGET_PRODUCTS][index] = targetProducts;
                out[SQUARE_PRODUCTS][index] = squareProducts;
                out[PRODUCTS_WITH_SQUARES][index] = productsWithSquares;
                out[SQUARES][index] = squares;
                out[LOGARITHMS][index] = logarithmProducts;
            }
        }
    }
}
