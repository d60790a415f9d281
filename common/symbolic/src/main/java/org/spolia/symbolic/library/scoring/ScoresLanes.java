package org.spolia.symbolic.library.scoring;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * What the loops of {@link ScoresVector} have in common, which is inlined into each of them while they are into
 * nothing.
 */
final class ScoresLanes {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED.length() <= TiledMatrix.TILE
            ? FloatVector.SPECIES_PREFERRED
            : FloatVector.SPECIES_512;
    static final int WIDTH = SPECIES.length();

    private ScoresLanes() {}

    static FloatVector load(float[] array, int at) {
        return FloatVector.fromArray(SPECIES, array, at);
    }

    static FloatVector all(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }

    static FloatVector explained(FloatVector square, FloatVector along, FloatVector product) {
        return share(square.sub(along.mul(along)), square, product);
    }

    /**
     * What a column explains whose square is {@code left} once the others are taken out of it; 0 if hardly anything is
     * left.
     */
    static FloatVector share(FloatVector left, FloatVector square, FloatVector product) {
        return all(0).blend(
                        product.mul(product).div(left), left.compare(VectorOperators.GT, square.mul(Scores.COLLINEAR)));
    }
}
