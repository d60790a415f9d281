package org.spolia.sky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HealpixTest {
    @Property(tries = 500)
    void theCellAtTheCentreOfACellIsThatCell(
            @ForAll @IntRange(max = 29) int order, @ForAll @DoubleRange(max = 1) double share) {
        long cell = Math.min((12L << (2 * order)) - 1, (long) (share * (12L << (2 * order))));
        Position centre = Healpix.centre(order, cell);

        assertThat(Healpix.cell(order, centre.ra(), centre.dec())).isEqualTo(cell);
        assertThat(centre.ra()).isBetween(0.0, Math.nextDown(360.0));
    }

    @Property(tries = 500)
    void cellsNestAndTurnsDoNotMatter(
            @ForAll @DoubleRange(max = 360) double ra,
            @ForAll @DoubleRange(min = -90, max = 90) double dec,
            @ForAll @IntRange(max = 28) int order) {
        long finest = Healpix.cell(29, ra, dec);

        assertThat(Healpix.cell(order, ra, dec)).isEqualTo(finest >> (2 * (29 - order)));
        assertThat(finest).isBetween(0L, (12L << 58) - 1);
        assertThat(Healpix.cell(10, Math.rint(ra) + 0.3 - 720, dec))
                .isEqualTo(Healpix.cell(10, Math.rint(ra) + 0.3, dec));
    }

    @Property(tries = 500)
    void neighboursAreMutualAndAsFarAsTheyCanBe(
            @ForAll @IntRange(max = 29) int order, @ForAll @DoubleRange(max = 1) double share) {
        long cell = Math.min((12L << (2 * order)) - 1, (long) (share * (12L << (2 * order))));
        long[] neighbours = Healpix.neighbours(order, cell);

        assertThat(neighbours.length).isBetween(order == 0 ? 6 : 7, 8);
        for (long neighbour : neighbours) {
            assertThat(Healpix.neighbours(order, neighbour)).contains(cell);
            assertThat(Places.degreesBetween(Healpix.centre(order, cell), Healpix.centre(order, neighbour)))
                    .isLessThan(2 * 1.07 / (1L << order) * 180 / Math.PI);
        }
    }

    /** The result contains all cells with a point of the disc, and few others. */
    @Property(tries = 500)
    void aDiscTouchesTheCellsOfItsPoints(
            @ForAll @IntRange(max = 12) int order,
            @ForAll @DoubleRange(min = -6, max = 1.3) double decade,
            @ForAll @IntRange(max = 10) int place,
            @ForAll long seed) {
        Places places = new Places(seed);
        double radius = Math.min(180, 58.6 / (1L << order) * Math.pow(10, decade));
        double shift = radius * places.anywhere().ra() / 360;
        Position centre = place == 10 ? places.anywhere() : places.near(Places.DELICATE.get(place), shift);
        long[] cells = Healpix.disc(order, centre.ra(), centre.dec(), radius);

        assertThat(cells).isSorted().doesNotHaveDuplicates();
        for (int i = 0; i < 300; i++) {
            Position point = places.near(centre, radius);
            assertThat(Arrays.binarySearch(cells, Healpix.cell(order, point.ra(), point.dec())))
                    .as("cell of %s in the disc of %s degrees around %s, seed %d", point, radius, centre, seed)
                    .isNotNegative();
        }
        double reach = 3 * 1.07 / (1L << order) * 180 / Math.PI;
        for (long cell : cells) {
            assertThat(Places.degreesBetween(centre, Healpix.centre(order, cell)))
                    .isLessThan(radius + reach);
        }
    }

    @Test
    void allCellsAreTouchedByTheWholeSphere() {
        assertThat(Healpix.disc(3, 10, 20, 180)).hasSize(12 * 64);
        assertThat(Healpix.disc(0, 10, 20, 180)).hasSize(12);
        assertThat(Healpix.disc(29, 0, 90, 0)).contains(Healpix.cell(29, 0, 90)).hasSizeLessThanOrEqualTo(9);
    }

    @Test
    void squaresMeetAtThePolesAndWhereCapsBegin() {
        assertThat(Facet.position(2, 1, 1).dec()).isEqualTo(90);
        assertThat(Facet.position(9, 0, 0).dec()).isEqualTo(-90);
        assertThat(Facet.position(4, 1, 0).ra()).isCloseTo(45, within(1e-12));
        assertThat(Facet.position(4, 0, 1).ra()).isCloseTo(315, within(1e-12));
        assertThat(Facet.position(4, 1, 1).dec()).isCloseTo(41.8103148957786, within(1e-12));
        assertThat(Facet.position(0, 1, 0)).isEqualTo(Facet.position(1, 0, 1)).isEqualTo(Facet.position(5, 1, 1));
    }

    @Test
    void anInvalidPositionIsRefused() {
        assertThatThrownBy(() -> Healpix.cell(30, 0, 0)).hasMessage("Order 30 is not between 0 and 29");
        assertThatThrownBy(() -> Healpix.cell(4, 0, 90.5))
                .hasMessage("Position (0.0, 90.5) is not on the sphere; right ascension is finite, declination "
                        + "between -90 and 90 degrees");
        assertThatThrownBy(() -> Healpix.centre(1, 48))
                .hasMessage("Cell 48 does not exist at order 1; cells are 0 to 47");
        assertThatThrownBy(() -> Healpix.disc(1, 0, 0, 181))
                .hasMessage("Radius 181.0 is not between 0 and 180 degrees");
    }
}
