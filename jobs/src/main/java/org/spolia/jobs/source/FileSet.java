package org.spolia.jobs.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.types.StructType;
import org.spolia.experiment.ExperimentException;
import org.spolia.hdf5.layout.FrameUnit;
import org.spolia.jobs.source.file.SourceFile;
import org.spolia.jobs.source.file.SourceRoot;
import org.spolia.jobs.source.format.FileHeader;
import org.spolia.jobs.source.format.Format;
import org.spolia.jobs.source.format.SchemaUnion;
import org.spolia.jobs.source.format.Selection;
import org.spolia.jobs.source.format.SourceOptions;

/** The files below a root, read as rows. */
public final class FileSet {
    private final SourceRoot root;
    private final Format format;
    private final SourceOptions options;
    private final Configuration configuration;
    private final Headers headers;

    private FileSet(SourceRoot root, Format format, SourceOptions options, Configuration configuration) {
        this.root = root;
        this.format = format;
        this.options = options;
        this.configuration = configuration;
        this.headers = new Headers(format, configuration, options.skipsDamaged());
    }

    public static FileSet of(Format format, SourceOptions options, Configuration configuration) {
        return new FileSet(SourceRoot.of(options.path(), configuration), format, options, configuration);
    }

    /** Lists the requested files that exist now, by name. */
    public List<SourceFile> list() {
        Optional<List<String>> only = options.only();
        if (only.isPresent()) {
            return only.get().stream()
                    .map(line -> SourceFile.ofLine(root.base(), line))
                    .toList();
        }
        List<String> splits = options.splits();
        return root.list(configuration, options.isData()).stream()
                .filter(file -> splits.isEmpty()
                        || file.split().filter(splits::contains).isPresent())
                .toList();
    }

    public List<FileHeader> headers(List<SourceFile> files) {
        return headers.of(files);
    }

    /** All columns of the files. */
    public StructType schema(List<SourceFile> files) {
        List<FileHeader> read = headers(files);
        if (read.isEmpty()) {
            throw new ExperimentException(root + " has no file to read"
                    + (options.splits().isEmpty() ? "" : " in the splits " + options.splits())
                    + "; files end in .hdf5, .h5 or .hdf. Give a schema to read files that arrive later");
        }
        StructType schema = SchemaUnion.of(format.keys(), read);
        Set<String> names = Set.of(schema.fieldNames());
        Stream.concat(options.fields().stream(), options.columns().stream())
                .filter(name -> names.stream().noneMatch(known -> known.equals(name) || known.startsWith(name + "_")))
                .findFirst()
                .ifPresent(name -> {
                    throw new ExperimentException("No file below " + root + " has '" + name
                            + "', which an option names; without the option, every column is read");
                });
        return schema;
    }

    /**
     * Returns the parts of these files with rows of a selection, split between chunks. Stops soon after the
     * maximum number of rows.
     */
    List<Slice> slices(List<FileHeader> files, StructType columns, Selection selection, long mostRows) {
        Set<String> names =
                Arrays.stream(columns.fieldNames()).map(FileHeader::fold).collect(Collectors.toSet());
        List<Slice> slices = new ArrayList<>();
        long rows = 0;
        for (FileHeader file : files) {
            SchemaUnion.requireFit(columns, format.keys(), file);
            for (FrameUnit unit : units(file, names, selection)) {
                long frames = selection.frames(unit);
                if (frames > 0 && rows < mostRows) {
                    slices.add(new Slice(file.file(), unit, frames * file.rowsEach(), frames * file.bytes(names)));
                    rows += frames * file.rowsEach();
                }
            }
            if (rows >= mostRows) {
                break;
            }
        }
        return slices;
    }

    /** A small file is not opened, because it need not be split. */
    private List<FrameUnit> units(FileHeader file, Set<String> names, Selection selection) {
        FrameUnit whole = file.whole();
        boolean fits = selection.frames(whole) * file.bytes(names) <= options.targetBytes();
        return fits ? List.of(whole) : cut(file, names);
    }

    private List<FrameUnit> cut(FileHeader file, Set<String> names) {
        if (!options.wholeTrajectories()) {
            return headers.units(file, names, options.targetBytes());
        }
        long bytes = Math.max(options.targetBytes(), file.steps() * file.bytes(names));
        List<FrameUnit> units = headers.units(file, names, bytes);
        // If chunks span several trajectories, so does a unit.
        while (units.stream().anyMatch(unit -> unit.steps() < file.steps())) {
            bytes *= 2;
            units = headers.units(file, names, bytes);
        }
        return units;
    }

    /**
     * Returns the inputs of tasks. If one error decides between all rows and no row of a file, one task reads the whole
     * file.
     */
    List<FilePartition> partitions(List<Slice> slices) {
        List<List<Slice>> groups = options.skipsDamaged()
                ? List.copyOf(slices.stream()
                        .collect(Collectors.groupingBy(Slice::file, LinkedHashMap::new, Collectors.toList()))
                        .values())
                : slices.stream().map(List::of).toList();
        return FilePartition.pack(groups, options.targetBytes());
    }

    /** Returns the inputs of tasks with one cell each, from the headers of all files. */
    List<CellPartition> cellPartitions(List<Slice> slices, List<FileHeader> headers) {
        Map<SourceFile, Integer> cells = new HashMap<>();
        headers.forEach(header -> header.cell().ifPresent(cell -> cells.put(header.file(), cell)));
        SortedMap<Integer, List<Slice>> byCell = slices.stream()
                .collect(Collectors.groupingBy(
                        slice -> cells.getOrDefault(slice.file(), -1), TreeMap::new, Collectors.toList()));
        List<CellPartition> partitions = new ArrayList<>();
        byCell.forEach((cell, some) ->
                partitions(some).forEach(partition -> partitions.add(new CellPartition(partition.slices(), cell))));
        return partitions;
    }

    Format format() {
        return format;
    }

    public SourceRoot root() {
        return root;
    }

    SourceOptions options() {
        return options;
    }

    Configuration configuration() {
        return configuration;
    }
}
