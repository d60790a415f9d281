package org.spolia.symbolic.library.scoring;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The steps that the loops of {@link ScoresVector} share. The compiler inlines these methods into each loop; the loops
 * themselves are never inlined (see {@code compiler.options}).
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
     * Returns the share of the target that a column explains, where {@code left} is the part of its square that remains
     * without the other columns; 0 if the column is collinear with them.
     */
    static FloatVector share(FloatVector left, FloatVector square, FloatVector product) {
        return all(0).blend(
                        product.mul(product).div(left), left.compare(VectorOperators.GT, square.mul(Scores.COLLINEAR)));
    }
}
