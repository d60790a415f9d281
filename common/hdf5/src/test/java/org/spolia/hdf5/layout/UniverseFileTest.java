package org.spolia.hdf5.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spolia.hdf5.Fixtures;
import org.spolia.hdf5.Hdf5File;
import org.spolia.hdf5.type.ElementType;

class UniverseFileTest {
    private static final String IMAGES = "hsc/healpix=0714/001-of-001.hdf5";
    private static final String SPECTRA = "desi/healpix=714/001-of-001.hdf5";
    private static final String SUPERNOVA = "yse/healpix=1629/SN2011fe.hdf5";

    @Test
    void knowsTheCellFromTheFolder() {
        assertThat(UniverseFile.cell(IMAGES)).hasValue(714);
        assertThat(UniverseFile.cell(SPECTRA)).hasValue(714);
        assertThat(UniverseFile.cell("s3a://bucket/healpix=12/x.hdf5")).hasValue(12);
        assertThat(UniverseFile.cell("elsewhere/x.hdf5")).isEmpty();
    }

    @Test
    void readsImagesObjectByObject() {
        try (Hdf5File file = Fixtures.open(IMAGES)) {
            UniverseFile universe = UniverseFile.of(file, IMAGES);
            assertThat(universe.objects()).isEqualTo(6);
            assertThat(universe.modality()).isEqualTo(UniverseFile.Modality.IMAGE);
            assertThat(universe.ids(4, 2)).containsExactly("1000000000000004", "1000000000000005");
            Column flux = universe.column("image_array");
            assertThat(flux.shape()).containsExactly(2, 4, 4);
            assertThat(flux.dataset().floats(flux.slab(3, 2))).isEqualTo(Fixtures.ramp(3 * 32, 2 * 32, 0.5));
            Column band = universe.column("image_band");
            assertThat(band.dataset().texts(band.slab(5, 1))).containsExactly("hsc-g", "hsc-r");
            Column mask = universe.column("image_mask");
            assertThat(mask.type().kind()).isEqualTo(ElementType.Kind.TRUTH);
            assertThat(mask.dataset().bytes(mask.slab(1, 1))).startsWith(1, 0, 1, 0);
        }
    }

    @Test
    void distinguishesNamesThatDifferInCase() {
        try (Hdf5File file = Fixtures.open(IMAGES)) {
            UniverseFile universe = UniverseFile.of(file, IMAGES);
            assertThat(universe.column("healpix").uniqueName()).isEqualTo("healpix");
            assertThat(universe.column("HEALPIX").uniqueName()).isEqualTo("HEALPIX_2");
            assertThat(universe.column("HEALPIX_2").name()).isEqualTo("HEALPIX");
        }
    }

    @Test
    void cutsBetweenTheChunksOfTheColumnsAskedFor() {
        try (Hdf5File file = Fixtures.open(IMAGES)) {
            UniverseFile universe = UniverseFile.of(file, IMAGES);
            List<Column> flux = List.of(universe.column("image_array"));
            assertThat(universe.units(flux, 1)).extracting(RowUnit::first).containsExactly(0L, 2L, 4L);
            List<Column> both = List.of(universe.column("image_array"), universe.column("image_mask"));
            assertThat(universe.units(both, 1)).extracting(RowUnit::rows).containsExactly(4, 2);
            assertThat(universe.units(both, 1 << 20)).extracting(RowUnit::rows).containsExactly(6);
        }
    }

    @Test
    void readsSpectra() {
        try (Hdf5File file = Fixtures.open(SPECTRA)) {
            UniverseFile universe = UniverseFile.of(file, SPECTRA);
            assertThat(universe.modality()).isEqualTo(UniverseFile.Modality.SPECTRUM);
            assertThat(universe.ids(0, 3)).containsExactly("1000-0", "1001-1", "1002-2");
            assertThat(universe.rightAscension()).map(Column::name).contains("RA");
            assertThat(universe.declination()).map(Column::name).contains("DEC");
            Column wavelength = universe.column("spectrum_lambda");
            assertThat(wavelength.shape()).containsExactly(11);
            assertThat(wavelength.dataset().floats(wavelength.slab(2, 1))).endsWith(4, -1, -1);
            assertThat(universe.unreadable()).containsOnlyKeys("meta");
        }
    }

    @Test
    void readsAFileThatIsOneObject() {
        try (Hdf5File file = Fixtures.open(SUPERNOVA)) {
            UniverseFile universe = UniverseFile.of(file, SUPERNOVA);
            assertThat(universe.objects()).isEqualTo(1);
            assertThat(universe.cell()).hasValue(1629);
            assertThat(universe.modality()).isEqualTo(UniverseFile.Modality.LIGHT_CURVE);
            assertThat(universe.ids(0, 1)).containsExactly("SN2011fe");
            Column flux = universe.column("flux");
            assertThat(flux.shape()).containsExactly(2, 7);
            assertThat(flux.dataset().floats(flux.slab(0, 1))).isEqualTo(Fixtures.ramp(0, 14, 0.5));
            Column bands = universe.column("bands");
            assertThat(bands.dataset().texts(bands.slab(0, 1))).containsExactly("g,r");
            assertThat(universe.units(universe.columns(), 1)).hasSize(1);
        }
    }

    @Test
    void everyUnitIsReadOnce() {
        try (Hdf5File file = Fixtures.open(IMAGES)) {
            RowFile rows = RowFile.of(file, "/");
            for (long bytes : IntStream.range(0, 14).mapToLong(i -> 1L << i).toArray()) {
                long next = 0;
                for (RowUnit unit : rows.units(rows.columns(), bytes)) {
                    assertThat(unit.first()).isEqualTo(next);
                    next += unit.rows();
                }
                assertThat(next).isEqualTo(6);
            }
        }
    }

    @Test
    void rowsMustAgree() {
        try (Hdf5File file = Fixtures.open("earliest.h5")) {
            assertThatThrownBy(() -> RowFile.of(file, "/"))
                    .hasMessageContaining("rows where")
                    .hasMessageContaining("into a group of their own");
        }
    }
}
