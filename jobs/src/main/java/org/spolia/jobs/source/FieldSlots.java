package org.spolia.jobs.source;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.expressions.UnsafeArrayData;
import org.jspecify.annotations.Nullable;
import org.spolia.hdf5.layout.Tile;
import org.spolia.hdf5.layout.WellField;

/** Where the components of a field go in a row. */
final class FieldSlots {
    private final WellField field;
    private final int[] components;
    private final int[] places;
    private final boolean sameInAllRows;
    private final @Nullable Object[] kept;

    private FieldSlots(WellField field, int[] components, int[] places, boolean sameInAllRows) {
        this.field = field;
        this.components = components;
        this.places = places;
        this.sameInAllRows = sameInAllRows;
        this.kept = new Object[places.length];
    }

    /** Empty if none of the components is wanted. */
    static Optional<FieldSlots> of(WellField field, RowTemplate template, boolean oneTile) {
        List<String> names = field.components();
        int[] wanted = IntStream.range(0, names.size())
                .filter(i -> template.place(names.get(i)).isPresent())
                .toArray();
        int[] places = IntStream.of(wanted)
                .mapToObj(i -> template.place(names.get(i)))
                .mapToInt(OptionalInt::orElseThrow)
                .toArray();
        boolean same = oneTile && !field.sampleVarying() && !field.timeVarying();
        return wanted.length == 0 ? Optional.empty() : Optional.of(new FieldSlots(field, wanted, places, same));
    }

    void fill(@Nullable Object[] row, int trajectory, int step, Tile tile) {
        if (!sameInAllRows || kept[0] == null) {
            float[][] values = field.tile(trajectory, step, tile);
            for (int i = 0; i < places.length; i++) {
                kept[i] = UnsafeArrayData.fromPrimitiveArray(values[components[i]]);
            }
        }
        for (int i = 0; i < places.length; i++) {
            row[places[i]] = kept[i];
        }
    }
}
