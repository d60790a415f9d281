package org.spolia.hdf5.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.spolia.hdf5.Fixtures;
import org.spolia.hdf5.Hdf5File;
import org.spolia.hdf5.type.Hdf5Exception;

class WellFileTest {
    /** Two trajectories of three steps on four by three points. */
    private static final int POINTS = 12;

    private static final int STEPS = 3;

    @Test
    void knowsAFileFromItsHeaders() {
        try (Hdf5File file = Fixtures.open("well.h5")) {
            WellFile well = WellFile.of(file);
            assertThat(well.dataset()).isEqualTo("planted_2D");
            assertThat(well.gridType()).isEqualTo("cartesian");
            assertThat(well.dimensions()).containsExactly("x", "y");
            assertThat(well.grid()).containsExactly(4, 3);
            assertThat(well.trajectories()).isEqualTo(2);
            assertThat(well.steps()).isEqualTo(3);
            assertThat(well.frames()).isEqualTo(6);
            assertThat(well.parameters()).containsEntry("Rayleigh", 1e6).containsEntry("Prandtl", 0.5);
            assertThat(well.fields())
                    .extracting(WellField::name)
                    .containsExactly("density", "profile", "mask", "velocity", "strain");
            assertThat(well.unreadable()).isEmpty();
        }
    }

    @Test
    void readsAFrameOfEachKindOfField() {
        for (String name : List.of("well.h5", "well-chunked.h5")) {
            try (Hdf5File file = Fixtures.open(name)) {
                WellFile well = WellFile.of(file);
                int frame = 1 * STEPS + 2;
                assertThat(well.field("density").frame(1, 2)[0])
                        .as(name)
                        .isEqualTo(Fixtures.ramp(frame * POINTS, POINTS, 0.5));
                float[][] velocity = well.field("velocity").frame(1, 2);
                assertThat(well.field("velocity").components()).containsExactly("velocity_x", "velocity_y");
                for (int i = 0; i < POINTS; i++) {
                    assertThat(velocity[0][i]).as(name).isEqualTo(0.5f * (2 * (frame * POINTS + i)));
                    assertThat(velocity[1][i]).as(name).isEqualTo(0.5f * (2 * (frame * POINTS + i) + 1));
                }
            }
        }
    }

    @Test
    void repeatsWhatAFieldDoesNotVaryAlong() {
        try (Hdf5File file = Fixtures.open("well.h5")) {
            WellFile well = WellFile.of(file);
            float[] profile = well.field("profile").frame(1, 0)[0];
            for (int x = 0; x < 4; x++) {
                for (int y = 0; y < 3; y++) {
                    assertThat(profile[3 * x + y]).isEqualTo(0.5f * (1 * STEPS * 3 + y));
                }
            }
            assertThat(well.field("mask").frame(1, 2))
                    .isDeepEqualTo(well.field("mask").frame(0, 0));
            float[][] strain = well.field("strain").frame(1, 2);
            assertThat(well.field("strain").components())
                    .containsExactly("strain_xx", "strain_xy", "strain_yx", "strain_yy");
            assertThat(strain[2][5]).isEqualTo(0.5f * (4 * (2 * POINTS + 5) + 2));
        }
    }

    @Test
    void aTileIsThatPartOfItsFrame() {
        try (Hdf5File file = Fixtures.open("well-chunked.h5")) {
            WellFile well = WellFile.of(file);
            for (WellField field : well.fields()) {
                float[][] frame = field.frame(1, 1);
                for (Tile tile : Tile.cover(well.grid(), 5)) {
                    float[][] values = field.tile(1, 1, tile);
                    for (int component = 0; component < frame.length; component++) {
                        for (int i = 0; i < values[component].length; i++) {
                            int x = tile.origin()[0] + i / tile.shape()[1];
                            int y = tile.origin()[1] + i % tile.shape()[1];
                            assertThat(values[component][i])
                                    .as(field + " " + tile)
                                    .isEqualTo(frame[component][3 * x + y]);
                        }
                    }
                }
            }
        }
    }

    @Test
    void readsTimesScalarsAndBoundaries() {
        try (Hdf5File file = Fixtures.open("well.h5")) {
            WellFile well = WellFile.of(file);
            assertThat(well.times(1)).containsExactly(0, 0.5, 1);
            assertThat(well.coordinates("y")).containsExactly(0, 0.5, 1);
            WellScalar forcing = well.scalars().stream()
                    .filter(scalar -> scalar.name().equals("forcing"))
                    .findFirst()
                    .orElseThrow();
            assertThat(forcing.value(1, 1)).isEqualTo(0.5 * (STEPS + 1));
            assertThat(well.boundaries())
                    .containsExactly(
                            new WellBoundary("x_periodic", WellBoundary.Kind.PERIODIC, List.of("x")),
                            new WellBoundary("y_wall", WellBoundary.Kind.WALL, List.of("y")));
        }
    }

    @Test
    void takesFilesThatLeaveThingsOut() {
        try (Hdf5File file = Fixtures.open("sloppy.h5")) {
            WellFile well = WellFile.of(file);
            assertThat(well.trajectories()).isEqualTo(2);
            assertThat(well.steps()).isEqualTo(5);
            assertThat(well.parameters()).containsEntry("a", 0.25);
            assertThat(well.fields()).extracting(WellField::name).containsExactly("pressure");
            assertThat(well.field("pressure").frame(1, 4)[0]).isEqualTo(Fixtures.ramp(9 * POINTS, POINTS, 0.5));
            assertThat(well.times(1)).containsExactly(2.5, 3, 3.5, 4, 4.5);
            assertThat(well.boundaries())
                    .containsExactly(new WellBoundary("x_open", WellBoundary.Kind.OPEN, List.of("x")));
        }
    }

    @Test
    void cutsBetweenChunks() {
        try (Hdf5File file = Fixtures.open("well-chunked.h5")) {
            WellFile well = WellFile.of(file);
            WellField density = well.field("density");
            int[] chunk = density.dataset().chunk().orElseThrow();
            for (long mostBytes : new long[] {1, 100, 10_000}) {
                List<FrameUnit> units = well.units(List.of(density), mostBytes);
                assertThat(units.stream()
                                .mapToLong(unit -> unit.trajectories() * unit.steps())
                                .sum())
                        .isEqualTo(6);
                assertThat(units)
                        .allMatch(unit -> unit.firstTrajectory() % chunk[0] == 0 && unit.firstStep() % chunk[1] == 0);
            }
            assertThat(well.units(List.of(density), 10_000)).hasSize(1);
        }
    }

    @Test
    void knowsWhereAContiguousFrameStarts() {
        try (Hdf5File file = Fixtures.open("well.h5")) {
            WellField velocity = WellFile.of(file).field("velocity");
            long start = velocity.position(0, 0).orElseThrow();
            assertThat(velocity.position(1, 2)).contains(start + 5 * velocity.frameBytes());
            assertThat(velocity.frameBytes()).isEqualTo(POINTS * 2 * 4);
        }
    }

    @Test
    void saysWhatIsMissing() {
        try (Hdf5File file = Fixtures.open("well.h5")) {
            assertThatThrownBy(() -> WellFile.of(file).field("energy"))
                    .isInstanceOf(Hdf5Exception.class)
                    .hasMessageContaining("has no field 'energy'; its fields are [density, profile");
        }
        try (Hdf5File file = Fixtures.open("earliest.h5")) {
            assertThatThrownBy(() -> WellFile.of(file)).hasMessageContaining("has no group 'dimensions'");
        }
    }
}
