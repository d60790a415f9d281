package org.spolia.sky;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against astropy-healpix and cdshealpix, whose cells src/test/python/references.py wrote. */
class HealpixReferenceTest {
    private static final double ROUNDING_DEGREES = 1e-12;

    private record Reference(int order, Position position, long cell, Position centre, List<Long> neighbours) {
        static Reference of(String line) {
            String[] words = line.split(",", -1);
            return new Reference(
                    Integer.parseInt(words[0]),
                    new Position(Double.parseDouble(words[1]), Double.parseDouble(words[2])),
                    Long.parseLong(words[3]),
                    new Position(Double.parseDouble(words[4]), Double.parseDouble(words[5])),
                    Arrays.stream(words[6].split(" ")).map(Long::valueOf).toList());
        }
    }

    @Test
    void cellsCentresAndNeighboursAreThoseOfOthers() throws IOException {
        for (Reference reference : references()) {
            Position position = reference.position();
            int order = reference.order();

            assertThat(Healpix.cell(order, position.ra(), position.dec()))
                    .as("cell of order %d at %s", order, position)
                    .isEqualTo(reference.cell());
            assertThat(Healpix.neighbours(order, reference.cell()))
                    .as("neighbours of cell %d of order %d", reference.cell(), order)
                    .containsExactly(reference.neighbours().stream()
                            .mapToLong(Long::longValue)
                            .toArray());
            assertThat(Places.degreesBetween(Healpix.centre(order, reference.cell()), reference.centre()))
                    .as("centre of cell %d of order %d", reference.cell(), order)
                    .isLessThan(ROUNDING_DEGREES);
        }
    }

    /** By astropy-healpix; the fourth position is that of targets in DESI's file of cell 26065 of nside 64. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 1216, 19456, 5222680231936",
        "45, 45, 192, 3084, 827854950399",
        "150.1, 2.2, 1703, 27258, 7317084540467",
        "216.951983, 3.301117, 1629, 26065, 6996815137247",
        "215.249444, 53.293757, 714, 11425, 3067107642603",
        "0, 90, 255, 4095, 1099511627775",
        "359.999, -89.9, 2816, 45056, 12094632120321"
    })
    void surveysKeepTheirCells(double ra, double dec, long ofNside16, long ofNside64, long ofNside1048576) {
        assertThat(Healpix.cell(4, ra, dec)).isEqualTo(ofNside16);
        assertThat(Healpix.cell(6, ra, dec)).isEqualTo(ofNside64);
        assertThat(Healpix.cell(20, ra, dec)).isEqualTo(ofNside1048576);
    }

    private static List<Reference> references() throws IOException {
        try (InputStream stream = HealpixReferenceTest.class.getResourceAsStream("references.csv")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(Reference::of)
                    .toList();
        }
    }
}
