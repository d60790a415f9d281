package org.spolia.jobs.source.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.expressions.UnsafeArrayData;
import org.jspecify.annotations.Nullable;
import org.spolia.hdf5.layout.Tile;
import org.spolia.hdf5.layout.WellField;

/** The places in a row of the components of a field and of their moments. */
final class FieldSlots {
    private final WellField field;
    private final List<Slots> wanted;
    private final boolean sameInAllRows;
    private float[][] values = {{}};
    private boolean filled;

    private FieldSlots(WellField field, List<Slots> wanted, boolean sameInAllRows) {
        this.field = field;
        this.wanted = wanted;
        this.sameInAllRows = sameInAllRows;
    }

    /**
     * Returns the places; empty if no component is requested.
     *
     * @param moments whether there are columns for moments, and not just fields with such names
     */
    static Optional<FieldSlots> of(WellField field, RowTemplate template, boolean oneTile, boolean moments) {
        List<Slots> wanted = new ArrayList<>();
        for (int i = 0; i < field.components().size(); i++) {
            Slots slots = new Slots(i, field.components().get(i), template, moments);
            if (slots.isWanted()) {
                wanted.add(slots);
            }
        }
        boolean same = oneTile && !field.sampleVarying() && !field.timeVarying();
        return wanted.isEmpty() ? Optional.empty() : Optional.of(new FieldSlots(field, wanted, same));
    }

    void fill(@Nullable Object[] row, int trajectory, int step, Tile tile) {
        if (!sameInAllRows || !filled) {
            if (values[0].length != tile.values()) {
                values = new float[field.components().size()][tile.values()];
            }
            field.tile(trajectory, step, tile, values);
            wanted.forEach(slots -> slots.take(values));
            filled = true;
        }
        wanted.forEach(slots -> slots.put(row));
    }

    /** The places of a component. */
    private static final class Slots {
        private static final int NOWHERE = -1;

        private final int component;
        private final int place;
        private final int[] momentPlaces = new int[TileMoment.values().length];
        private boolean momentsWanted;
        private @Nullable Object array;
        private @Nullable Object[] moments = {};

        Slots(int component, String name, RowTemplate template, boolean withMoments) {
            this.component = component;
            this.place = template.place(name).orElse(NOWHERE);
            TileMoment[] all = TileMoment.values();
            for (int i = 0; i < all.length; i++) {
                momentPlaces[i] =
                        withMoments ? template.place(all[i].column(name)).orElse(NOWHERE) : NOWHERE;
                momentsWanted |= momentPlaces[i] != NOWHERE;
            }
        }

        boolean isWanted() {
            return momentsWanted || place != NOWHERE;
        }

        void take(float[][] values) {
            if (place != NOWHERE) {
                array = UnsafeArrayData.fromPrimitiveArray(values[component]);
            }
            if (momentsWanted) {
                moments = TileMoment.of(values[component]);
            }
        }

        void put(@Nullable Object[] row) {
            if (place != NOWHERE) {
                row[place] = array;
            }
            for (int i = 0; i < moments.length; i++) {
                if (momentPlaces[i] != NOWHERE) {
                    row[momentPlaces[i]] = moments[i];
                }
            }
        }
    }
}
