package org.spolia.jobs.source.format;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeArrayData;
import org.jspecify.annotations.Nullable;
import org.spolia.hdf5.layout.FrameUnit;
import org.spolia.hdf5.layout.Tile;
import org.spolia.hdf5.layout.WellFile;

/** The frames of a unit, by trajectory, step and tile. */
final class WellRows implements Iterator<InternalRow> {
    private final WellFile well;
    private final List<Tile> tiles;
    private final RowTemplate template;
    private final List<FieldSlots> fields;
    private final FrameUnit unit;
    private final Selection selection;
    private int trajectory;
    private long step;
    private int tile;
    private double[] times = {};
    private int timesOf = -1;

    WellRows(
            WellFile well,
            List<Tile> tiles,
            RowTemplate template,
            List<FieldSlots> fields,
            FrameUnit unit,
            Selection selection) {
        this.well = well;
        this.tiles = tiles;
        this.template = template;
        this.fields = fields;
        this.unit = unit;
        this.selection = selection;
        this.trajectory = unit.firstTrajectory();
        this.step = unit.firstStep();
        findFrame();
    }

    @Override
    public boolean hasNext() {
        return trajectory < unit.firstTrajectory() + unit.trajectories();
    }

    @Override
    public InternalRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        @Nullable Object[] row = template.row();
        Tile box = tiles.get(tile);
        put(row, WellFormat.TRAJECTORY, trajectory);
        put(row, WellFormat.STEP, (int) step);
        put(row, WellFormat.TILE, tile);
        put(row, WellFormat.TILE_ORIGIN, UnsafeArrayData.fromPrimitiveArray(box.origin()));
        put(row, WellFormat.TILE_SHAPE, UnsafeArrayData.fromPrimitiveArray(box.shape()));
        if (template.place(WellFormat.TIME).isPresent()) {
            put(row, WellFormat.TIME, time());
        }
        for (FieldSlots field : fields) {
            field.fill(row, trajectory, (int) step, box);
        }
        tile++;
        if (tile == tiles.size()) {
            tile = 0;
            step++;
            findFrame();
        }
        return new GenericInternalRow(row);
    }

    private void put(@Nullable Object[] row, String column, Object value) {
        template.place(column).ifPresent(place -> row[place] = value);
    }

    private double time() {
        if (timesOf != trajectory) {
            times = well.times(trajectory);
            timesOf = trajectory;
        }
        return times[(int) step];
    }

    /** Advances to the next requested frame, which may be the current one. */
    private void findFrame() {
        while (hasNext()) {
            if (selection.hasTrajectory(trajectory)) {
                while (step < unit.firstStep() + unit.steps()) {
                    if (selection.hasStep(step)) {
                        return;
                    }
                    step++;
                }
            }
            trajectory++;
            step = unit.firstStep();
        }
    }
}
