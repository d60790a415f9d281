package org.spolia.bench.fuzz;

import java.nio.channels.FileChannel;
import java.util.List;
import java.util.SortedMap;
import org.spolia.hdf5.Hdf5Dataset;
import org.spolia.hdf5.Hdf5File;
import org.spolia.hdf5.Hdf5Value;
import org.spolia.hdf5.layout.Column;
import org.spolia.hdf5.layout.RowFile;
import org.spolia.hdf5.layout.RowUnit;
import org.spolia.hdf5.layout.Tile;
import org.spolia.hdf5.layout.UniverseFile;
import org.spolia.hdf5.layout.WellField;
import org.spolia.hdf5.layout.WellFile;
import org.spolia.hdf5.type.Hdf5Exception;
import org.spolia.hdf5.type.Slab;

/** Reads everything in a file: each dataset with its attributes, and the data sets of the layouts. */
final class Hdf5Reading {
    private static final int MOST_ELEMENTS = 1 << 14;
    private static final long UNIT_BYTES = 1 << 20;

    private final Hdf5File file;
    private int read;

    private Hdf5Reading(Hdf5File file) {
        this.file = file;
    }

    /** The number of parts that could be read. */
    static int of(FileChannel channel, String name) {
        try (Hdf5File file = Hdf5File.open(channel, name)) {
            Hdf5Reading reading = new Hdf5Reading(file);
            reading.attempt(() -> reading.attributes(file.attributes()));
            reading.attempt(file::unreadable);
            for (Hdf5Dataset dataset : file.datasets()) {
                reading.attempt(() -> reading.attributes(dataset.attributes()));
                reading.attempt(dataset::storedBytes);
                reading.attempt(() -> reading.ends(dataset));
            }
            reading.attempt(reading::well);
            reading.attempt(() -> reading.rows(RowFile.of(file, "/")));
            reading.attempt(() -> reading.rows(RowFile.ofOneRow(file, "/")));
            reading.attempt(reading::universe);
            return reading.read;
        }
    }

    private void attempt(Runnable part) {
        try {
            part.run();
            read++;
        } catch (Hdf5Exception e) {
            // The reader's own error is a valid result.
            return;
        }
    }

    private void attributes(SortedMap<String, Hdf5Value> attributes) {
        for (Hdf5Value value : attributes.values()) {
            attempt(value::numbers);
            attempt(value::texts);
            attempt(value::text);
            attempt(value::number);
        }
    }

    /** Reads the first and the last elements, as many as fit into a small array. */
    private void ends(Hdf5Dataset dataset) {
        dataset.elements();
        dataset.limits();
        long[] shape = dataset.shape();
        int[] length = new int[shape.length];
        long[] last = new long[shape.length];
        long left = MOST_ELEMENTS;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            length[axis] = (int) Math.min(shape[axis], left);
            last[axis] = shape[axis] - length[axis];
            left = Math.max(1, left / Math.max(1, length[axis]));
        }
        attempt(() -> values(dataset, Slab.of(new long[shape.length], length)));
        attempt(() -> values(dataset, Slab.of(last, length)));
        if (dataset.elements() <= MOST_ELEMENTS) {
            attempt(() -> values(dataset, dataset.all()));
        }
        attempt(() -> dataset.fillValue().texts());
    }

    private void values(Hdf5Dataset dataset, Slab slab) {
        attempt(() -> dataset.texts(slab));
        attempt(() -> dataset.longs(slab));
        attempt(() -> dataset.floats(slab));
        attempt(() -> dataset.doubles(slab));
    }

    private void well() {
        WellFile well = WellFile.of(file);
        well.boundaries();
        well.units(well.fields(), UNIT_BYTES);
        well.dimensions().forEach(dimension -> attempt(() -> well.coordinates(dimension)));
        attempt(() -> well.times(0));
        Tile first = Tile.cover(well.grid(), MOST_ELEMENTS).get(0);
        for (WellField field : well.fields()) {
            field.position(0, 0);
            attempt(() -> field.tile(0, 0, first));
            attempt(() -> field.tile(well.trajectories() - 1, well.steps() - 1, first));
        }
        well.scalars().forEach(scalar -> attempt(() -> scalar.value(0, 0)));
    }

    private void universe() {
        UniverseFile universe = UniverseFile.of(file, "healpix=1/" + file.name());
        universe.modality();
        universe.units(universe.columns(), UNIT_BYTES);
        attempt(() -> universe.ids(0, (int) Math.min(universe.objects(), MOST_ELEMENTS)));
    }

    private void rows(RowFile rows) {
        List<RowUnit> units = rows.units(rows.columns(), UNIT_BYTES);
        for (Column column : rows.columns()) {
            if (!units.isEmpty() && (long) column.elements() * units.get(0).rows() <= MOST_ELEMENTS) {
                attempt(() ->
                        values(column.dataset(), column.slab(0, units.get(0).rows())));
            }
        }
    }
}
