package org.spolia.jobs.source.examine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.apache.spark.util.SerializableConfiguration;
import org.spolia.experiment.ExperimentException;
import org.spolia.hdf5.Hdf5File;
import org.spolia.hdf5.type.Hdf5Exception;
import org.spolia.jobs.source.FileSet;
import org.spolia.jobs.source.file.HadoopChannel;
import org.spolia.jobs.source.file.SourceFile;
import org.spolia.jobs.source.format.FieldFacts;
import org.spolia.jobs.source.format.FileContents;
import org.spolia.jobs.source.format.FileHeader;
import org.spolia.jobs.source.format.Format;
import org.spolia.jobs.source.format.HeaderColumn;
import org.spolia.jobs.source.format.SchemaUnion;
import org.spolia.jobs.source.format.Selection;
import org.spolia.jobs.source.format.SourceOptions;

/** HDF5 files below a root. */
final class Hdf5Files implements DataFiles {
    private static final long serialVersionUID = 1L;

    private final Map<String, String> options;
    private final Format format;
    private final SerializableConfiguration configuration;

    Hdf5Files(Map<String, String> options, Format format, Configuration configuration) {
        this.options = Map.copyOf(options);
        this.format = format;
        this.configuration = new SerializableConfiguration(configuration);
    }

    @Override
    public String root() {
        return files().root().toString();
    }

    @Override
    public List<SourceFile> list() {
        return files().list();
    }

    @Override
    public StructType schema() {
        FileSet files = files();
        List<SourceFile> listed = files.list();
        if (!listed.isEmpty() && files.headers(listed).isEmpty()) {
            throw new ExperimentException("None of the " + listed.size() + " files below " + files.root()
                    + " can be read, " + listed.get(0).name()
                    + " for example; repair them, or name another format or folder");
        }
        return files.schema(listed);
    }

    /** All bytes are requested once if data are contiguous. */
    @Override
    public FileReport examine(SourceFile file, StructType schema) {
        return FileReport.of(file, configuration.value(), channel -> facts(channel, file, schema));
    }

    private FileFacts facts(HadoopChannel channel, SourceFile file, StructType schema) {
        Selection selection = Selection.of(options(options).steps());
        try (Hdf5File opened = Hdf5File.open(channel, file.path())) {
            FileContents contents = format.contents(opened, file);
            FileHeader header = contents.header();
            requireFit(schema, header);
            List<FieldFacts> fields = contents.facts(selection);
            return new FileFacts(selection.frames(header.whole()) * header.rowsEach(), fields, contents.axes());
        }
    }

    private void requireFit(StructType schema, FileHeader header) {
        Set<String> known = Stream.of(schema.fieldNames()).map(FileHeader::fold).collect(Collectors.toSet());
        Stream.concat(header.parameters().stream(), header.columns().stream().map(HeaderColumn::field))
                .filter(field -> !known.contains(FileHeader.fold(field.name())))
                .findFirst()
                .ifPresent(field -> {
                    throw new Hdf5Exception(
                            header.file().path(),
                            "",
                            "has the column '" + field.name() + "', which the files before it had not");
                });
        try {
            SchemaUnion.requireFit(schema, format.keys(), header);
        } catch (ExperimentException e) {
            throw new Hdf5Exception(header.file().path(), "", "does not fit: " + e.getMessage());
        }
    }

    private FileSet files() {
        return FileSet.of(format, options(options), configuration.value());
    }

    static SourceOptions options(Map<String, String> options) {
        return new SourceOptions(new CaseInsensitiveStringMap(options));
    }
}
