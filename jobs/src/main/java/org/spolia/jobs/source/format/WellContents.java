package org.spolia.jobs.source.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.spolia.hdf5.Hdf5File;
import org.spolia.hdf5.layout.FrameUnit;
import org.spolia.hdf5.layout.Tile;
import org.spolia.hdf5.layout.WellField;
import org.spolia.hdf5.layout.WellFile;
import org.spolia.hdf5.type.Hdf5Exception;
import org.spolia.hdf5.type.UnsupportedHdf5Exception;
import org.spolia.jobs.source.file.SourceFile;

/** A file of The Well as rows. */
final class WellContents implements FileContents {
    private static final DataType FLOATS = DataTypes.createArrayType(DataTypes.FloatType, false);

    private static final Comparator<WellField> BY_POSITION =
            Comparator.comparingLong(field -> field.dataset().position().orElse(Long.MAX_VALUE));

    private final SourceFile source;
    private final WellFile well;
    private final WellFormat format;
    private final List<Tile> tiles;

    private WellContents(SourceFile source, WellFile well, WellFormat format) {
        this.source = source;
        this.well = well;
        this.format = format;
        this.tiles = Tile.cover(well.grid(), format.tileValues());
    }

    static WellContents of(Hdf5File file, SourceFile source, WellFormat format) {
        WellFile well = WellFile.of(file);
        well.unreadable().forEach((name, failure) -> requireReadable(format, name, failure));
        return new WellContents(source, well, format);
    }

    /** A field with an unsupported type is not a column. An error in a supported field is reported. */
    private static void requireReadable(WellFormat format, String name, Hdf5Exception failure) {
        if (!(failure instanceof UnsupportedHdf5Exception) && format.wants(name, name)) {
            throw failure;
        }
    }

    @Override
    public FileHeader header() {
        List<StructField> parameters = well.parameters().keySet().stream()
                .map(name -> FileConstants.field(
                        WellFormat.PARAMETER + name,
                        DataTypes.DoubleType,
                        "parameter " + name + " of the run, in the unit of the file"))
                .toList();
        List<HeaderColumn> columns = new ArrayList<>();
        for (WellField field : well.fields()) {
            for (String component : field.components()) {
                if (format.wants(field.name(), component)) {
                    columns.add(new HeaderColumn(
                            FileConstants.field(
                                    component,
                                    FLOATS,
                                    "values of " + component + " in the tile, row-major, in the unit of the file"),
                            field.frameBytes() / field.components().size()));
                    columns.addAll(moments(component));
                }
            }
        }
        return new FileHeader(source, constants(), parameters, columns, well.trajectories(), well.steps(), tiles.size())
                .requireDistinct(format.keys());
    }

    private List<HeaderColumn> moments(String component) {
        List<HeaderColumn> columns = new ArrayList<>();
        if (format.moments()) {
            for (TileMoment moment : TileMoment.values()) {
                columns.add(new HeaderColumn(moment.field(component), (long) Double.BYTES * tiles.size()));
            }
        }
        return columns;
    }

    private Map<String, Optional<Object>> constants() {
        Map<String, Optional<Object>> constants = FileConstants.of(source);
        constants.put(WellFormat.SPLIT, source.split().flatMap(FileConstants::text));
        well.parameters().forEach((name, value) -> constants.put(WellFormat.PARAMETER + name, Optional.of(value)));
        return constants;
    }

    @Override
    public List<FrameUnit> units(Set<String> columns, long mostBytes) {
        List<WellField> wanted = well.fields().stream()
                .filter(field -> field.components().stream().anyMatch(component -> isAmong(columns, component)))
                .toList();
        return well.units(wanted, mostBytes);
    }

    /** Returns whether a component, or a moment of it, is one of these columns. */
    private boolean isAmong(Set<String> columns, String component) {
        return columns.contains(FileHeader.fold(component))
                || moments(component).stream()
                        .anyMatch(moment ->
                                columns.contains(FileHeader.fold(moment.field().name())));
    }

    @Override
    public Iterator<InternalRow> rows(StructType columns, FrameUnit unit, Selection selection) {
        RowTemplate template = RowTemplate.of(columns, constants());
        List<FieldSlots> fields = new ArrayList<>();
        for (WellField field : well.fields()) {
            FieldSlots.of(field, template, tiles.size() == 1, format.moments()).ifPresent(fields::add);
        }
        return new WellRows(well, tiles, template, fields, unit, selection);
    }

    @Override
    public List<FieldFacts> facts(Selection selection) {
        for (int trajectory = 0; trajectory < well.trajectories(); trajectory++) {
            well.times(trajectory);
        }
        List<FieldFacts> facts = new ArrayList<>();
        // In the order of storage, so that the file is read from start to end.
        for (WellField field : well.fields().stream().sorted(BY_POSITION).toList()) {
            if (field.components().stream().anyMatch(component -> format.wants(field.name(), component))) {
                facts.addAll(FieldReading.of(field, well, selection));
            }
        }
        return facts.stream()
                .filter(fact -> format.wants(fact.field(), fact.component()))
                .toList();
    }

    @Override
    public List<AxisFacts> axes() {
        return AxisFacts.of(well);
    }
}
