package org.spolia.hdf5.layout;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spolia.hdf5.Hdf5File;
import org.spolia.hdf5.type.ElementType;
import org.spolia.hdf5.type.Hdf5Exception;
import org.spolia.hdf5.type.Slab;

/**
 * A file of the Multimodal Universe: the objects of a survey in one cell of the sky. Each dataset of the root is a
 * column, with the objects along its first axis. If the object identifier is a single value, the whole file is one
 * object.
 *
 * <p>Files with a group for each object, such as those of MaNGA, hold compounds and are not read.
 */
public final class UniverseFile {
    /** Cells of nside 16, nested; some surveys pad the number with zeros. */
    private static final Pattern CELL = Pattern.compile("(?:^|/)healpix=(\\d{1,9})(?:/|$)");

    private static final List<String> IDS = List.of("object_id", "source_id", "TARGETID");

    /** The type of measurement of the objects. */
    public enum Modality {
        IMAGE,
        SPECTRUM,
        LIGHT_CURVE,
        /** Single numbers only. */
        CATALOGUE
    }

    private final Hdf5File file;
    private final RowFile rows;
    private final OptionalInt cell;

    private UniverseFile(Hdf5File file, RowFile rows, OptionalInt cell) {
        this.file = file;
        this.rows = rows;
        this.cell = cell;
    }

    /**
     * Reads the headers.
     *
     * @param path the path of the file, whose folder contains the cell
     */
    public static UniverseFile of(Hdf5File file, String path) {
        boolean single = IDS.stream()
                .anyMatch(id -> file.root().hasDataset(id) && file.dataset(id).shape().length == 0);
        RowFile rows = single ? RowFile.ofOneRow(file, "/") : RowFile.of(file, "/");
        return new UniverseFile(file, rows, cell(path));
    }

    /** Returns the cell of a folder: nside 16 unless the survey uses another, nested. */
    public static OptionalInt cell(String path) {
        Matcher matcher = CELL.matcher(path);
        return matcher.find() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    public OptionalInt cell() {
        return cell;
    }

    public long objects() {
        return rows.rows();
    }

    public List<Column> columns() {
        return rows.columns();
    }

    /** Returns the column with this name or unique name. */
    public Column column(String name) {
        return rows.column(name);
    }

    public SortedMap<String, Hdf5Exception> unreadable() {
        return rows.unreadable();
    }

    /** Like {@link RowFile#units}. */
    public List<RowUnit> units(List<Column> wanted, long mostBytes) {
        return rows.units(wanted, mostBytes);
    }

    public Modality modality() {
        if (startsAny("image_") || has("images") || has("image_triplet")) {
            return Modality.IMAGE;
        }
        if (startsAny("spectrum_")) {
            return Modality.SPECTRUM;
        }
        if (has("lightcurve") || (has("time") && (has("flux") || has("mag")))) {
            return Modality.LIGHT_CURVE;
        }
        return Modality.CATALOGUE;
    }

    /** Returns the identifiers of some objects as text. */
    public String[] ids(long first, int count) {
        Column column = IDS.stream()
                .flatMap(id -> rows.find(id).stream())
                .findFirst()
                .orElseThrow(() -> new Hdf5Exception(
                        file.name(), "", "has none of the columns " + String.join(", ", IDS) + "; objects need one"));
        Slab slab = column.slab(first, count);
        if (column.type().kind() == ElementType.Kind.WHOLE) {
            return Arrays.stream(column.dataset().longs(slab))
                    .mapToObj(Long::toString)
                    .toArray(String[]::new);
        }
        return column.dataset().texts(slab);
    }

    /** Right ascension in degrees. */
    public Optional<Column> rightAscension() {
        return coordinate("ra");
    }

    /** Declination in degrees. */
    public Optional<Column> declination() {
        return coordinate("dec");
    }

    private Optional<Column> coordinate(String name) {
        return rows.find(name)
                .or(() -> columns().stream()
                        .filter(column -> column.name().equalsIgnoreCase(name))
                        .findFirst());
    }

    private boolean has(String name) {
        return rows.find(name).isPresent();
    }

    private boolean startsAny(String prefix) {
        return columns().stream().anyMatch(column -> column.name().startsWith(prefix));
    }
}
