package org.spolia.sky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CrossMatchTest {
    @Property(tries = 300)
    void findsThePairsOfBruteForce(
            @ForAll @IntRange(max = 10) int place,
            @ForAll @DoubleRange(min = -3, max = 5.1) double decade,
            @ForAll @DoubleRange(min = 1, max = 30) double spread,
            @ForAll long seed) {
        Places places = new Places(seed);
        double radius = Math.pow(10, decade);
        Position centre = place == 10 ? places.anywhere() : Places.DELICATE.get(place);
        double patch = Math.min(179, radius / 3600 * spread);
        Catalogue left = places.catalogue(60, centre, patch);
        Catalogue right = places.catalogue(80, centre, patch);

        Matches matches = CrossMatch.within(left, right, radius);

        assertThat(pairs(matches)).as("seed %d", seed).isEqualTo(bruteForce(left, right, radius));
    }

    @Property(tries = 200)
    void cellByCellThePairsAreThoseOfTheWhole(
            @ForAll @IntRange(max = 10) int place,
            @ForAll @IntRange(max = 14) int order,
            @ForAll @DoubleRange(min = 0, max = 4.5) double decade,
            @ForAll long seed) {
        Places places = new Places(seed);
        double radius = Math.pow(10, decade);
        Position centre = place == 10 ? places.anywhere() : Places.DELICATE.get(place);
        List<Position> left = around(places, centre, radius);
        List<Position> right = around(places, centre, radius);
        // A disc touches thousands of finer cells.
        int bounded =
                Math.min(order, 3 + Math.max(0, Disc.orderOfNeighbourhoods(radius * Angles.RADIANS_PER_ARCSECOND)));
        CellJoin join = CellJoin.of(bounded, radius);
        Map<Long, List<Integer>> leftRows = new TreeMap<>();
        Map<Long, List<Integer>> leftRowsAndRivals = new TreeMap<>();
        Map<Long, List<Integer>> rightRows = new TreeMap<>();
        for (int row = 0; row < left.size(); row++) {
            Position position = left.get(row);
            put(leftRows, row, join.cell(position.ra(), position.dec()));
            put(leftRowsAndRivals, row, join.rivals(position.ra(), position.dec()));
        }
        for (int row = 0; row < right.size(); row++) {
            put(rightRows, row, join.copies(right.get(row).ra(), right.get(row).dec()));
        }

        List<String> found = new ArrayList<>();
        List<String> mutual = new ArrayList<>();
        leftRowsAndRivals.forEach((cell, rows) -> {
            List<Integer> own = leftRows.getOrDefault(cell, List.of());
            List<Integer> others = rightRows.getOrDefault(cell, List.of());
            Matches part = CrossMatch.within(catalogue(left, own), catalogue(right, others), radius);
            for (int pair = 0; pair < part.size(); pair++) {
                found.add(own.get(part.left(pair)) + " " + others.get(part.right(pair)));
            }
            Matches nearest = CrossMatch.within(catalogue(left, rows), catalogue(right, others), radius)
                    .mutual();
            for (int pair = 0; pair < nearest.size(); pair++) {
                int row = rows.get(nearest.left(pair));
                if (own.contains(row)) {
                    mutual.add(row + " " + others.get(nearest.right(pair)));
                }
            }
        });
        Matches whole = CrossMatch.within(catalogue(left), catalogue(right), radius);
        assertThat(found).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(pairs(whole));
        assertThat(mutual).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(pairs(whole.mutual()));
    }

    private static void put(Map<Long, List<Integer>> rows, int row, long... cells) {
        for (long cell : cells) {
            rows.computeIfAbsent(cell, key -> new ArrayList<>()).add(row);
        }
    }

    @Test
    void cellsAreMuchWiderThanTheRadiusIfPossible() {
        assertThat(List.of(0.1, 1.0, 100.0, 3600.0, CrossMatch.LARGEST_RADIUS_ARCSECONDS))
                .extracting(radius -> CellJoin.within(radius).order())
                .containsExactly(8, 8, 7, 2, 0);
    }

    @Test
    void mostRowsAreCopiedToOneCellWhenCellsAreWide() {
        Places places = new Places(3);
        CellJoin join = CellJoin.of(6, 1);
        int copies = 0;
        for (int i = 0; i < 10_000; i++) {
            Position position = places.anywhere();
            copies += join.copies(position.ra(), position.dec()).length;
        }

        assertThat(copies).isBetween(10_000, 10_100);
    }

    @Test
    void theClosestPairsAreChosenOneToOne() {
        Catalogue left = Catalogue.of(new double[] {10, 10.0002, 359.9999, 50}, new double[] {0, 0, 5, 5});
        Catalogue right = Catalogue.of(new double[] {10.0001, 10.00015, 0.0001, 200}, new double[] {0, 0, 5, 5});

        Matches all = CrossMatch.within(left, right, 1);

        assertThat(pairs(all)).containsExactly("0 0", "0 1", "1 1", "1 0", "2 2");
        assertThat(pairs(all.nearest())).containsExactly("0 0", "1 1", "2 2");
        assertThat(pairs(all.mutual())).containsExactly("0 0", "1 1", "2 2");
        assertThat(all.separationArcseconds(0)).isCloseTo(0.36, within(1e-9));
        assertThat(pairs(CrossMatch.within(left, right, 0.2).mutual())).containsExactly("1 1");
    }

    @Test
    void aRowWhoseClosestPartnerPrefersAnotherStaysAlone() {
        Catalogue left = Catalogue.of(new double[] {10, 10.0001}, new double[] {0, 0});
        Catalogue right = Catalogue.of(new double[] {10.00011}, new double[] {0});

        Matches all = CrossMatch.within(left, right, 1);

        assertThat(pairs(all.nearest())).containsExactly("0 0", "1 0");
        assertThat(pairs(all.mutual())).containsExactly("1 0");
    }

    @Test
    void ofPartnersAsCloseTheLowerRowCounts() {
        Catalogue left = Catalogue.of(new double[] {10, 10}, new double[] {0, 0});
        Catalogue right = Catalogue.of(new double[] {10, 10}, new double[] {0, 0});

        assertThat(pairs(CrossMatch.within(left, right, 1))).containsExactly("0 0", "0 1", "1 0", "1 1");
        assertThat(pairs(CrossMatch.within(left, right, 1).mutual())).containsExactly("0 0");
    }

    @Test
    void emptyCataloguesHaveNoPairs() {
        Catalogue empty = Catalogue.of(new double[0], new double[0]);
        Catalogue one = Catalogue.of(new double[] {1}, new double[] {1});

        assertThat(CrossMatch.within(empty, one, 1).mutual().size()).isZero();
        assertThat(CrossMatch.within(one, empty, 1).nearest().size()).isZero();
    }

    @Test
    void whatCannotBeMatchedIsRefused() {
        Catalogue one = Catalogue.of(new double[] {1}, new double[] {1});

        assertThatThrownBy(() -> Catalogue.of(new double[] {1, 2}, new double[] {1}))
                .hasMessage("Catalogue has 2 right ascensions and 1 declinations; give one of each for each object");
        assertThatThrownBy(() -> Catalogue.of(new double[] {1, Double.NaN}, new double[] {1, 2}))
                .hasMessage("Catalogue has the position (NaN, 2.0) in row 1; right ascension is finite, declination "
                        + "between -90 and 90 degrees");
        assertThatThrownBy(() -> CrossMatch.within(one, one, 0))
                .hasMessage("Radius 0.0 is not above 0 and at most 140400.0 arcseconds");
    }

    @Test
    @Tag("slow")
    void fortyThousandObjectsHaveThePairsOfBruteForce() {
        Places places = new Places(7);
        double[][] left = new double[2][40_000];
        double[][] right = new double[2][40_000];
        for (int row = 0; row < 40_000; row++) {
            Position position = row % 2 == 0
                    ? places.anywhere()
                    : places.near(Places.DELICATE.get(row / 2 % Places.DELICATE.size()), 0.1);
            Position other = row % 3 == 0 ? places.anywhere() : places.near(position, 2.0 / 3600);
            left[0][row] = position.ra();
            left[1][row] = position.dec();
            right[0][row] = other.ra();
            right[1][row] = other.dec();
        }
        Catalogue ofLeft = Catalogue.of(left[0], left[1]);
        Catalogue ofRight = Catalogue.of(right[0], right[1]);

        List<String> pairs = pairs(CrossMatch.within(ofLeft, ofRight, 1.5));

        assertThat(pairs).hasSizeGreaterThan(12_000).isEqualTo(bruteForce(ofLeft, ofRight, 1.5));
    }

    private static List<Position> around(Places places, Position centre, double radius) {
        List<Position> positions = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            positions.add(places.near(centre, Math.min(179, 6 * radius / 3600)));
        }
        return positions;
    }

    private static Catalogue catalogue(List<Position> positions) {
        return Catalogue.of(
                positions.stream().mapToDouble(Position::ra).toArray(),
                positions.stream().mapToDouble(Position::dec).toArray());
    }

    private static Catalogue catalogue(List<Position> positions, List<Integer> rows) {
        return catalogue(rows.stream().map(positions::get).toList());
    }

    private static List<String> pairs(Matches matches) {
        List<String> pairs = new ArrayList<>();
        for (int pair = 0; pair < matches.size(); pair++) {
            pairs.add(matches.left(pair) + " " + matches.right(pair));
        }
        return pairs;
    }

    /** Every row on the left with every row on the right. */
    private static List<String> bruteForce(Catalogue left, Catalogue right, double radiusArcseconds) {
        double limit = Angles.squaredChord(radiusArcseconds * Angles.RADIANS_PER_ARCSECOND);
        MatchList pairs = new MatchList();
        for (int row = 0; row < left.size(); row++) {
            int first = pairs.size();
            for (int other = 0; other < right.size(); other++) {
                double chord = left.squaredChord(row, right, other);
                if (chord <= limit) {
                    pairs.insert(first, row, other, chord);
                }
            }
        }
        return pairs(pairs.matches());
    }
}
