package org.spolia.jobs.source.hats;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.ExperimentException;
import org.spolia.hdf5.type.Hdf5Exception;
import org.spolia.jobs.session.Concurrently;
import org.spolia.jobs.source.UniverseSource;
import org.spolia.jobs.source.examine.DataFiles;
import org.spolia.jobs.source.examine.FileFacts;
import org.spolia.jobs.source.examine.FileReport;
import org.spolia.jobs.source.file.HadoopChannel;
import org.spolia.jobs.source.file.ReadCounters;
import org.spolia.jobs.source.file.SourceFile;
import org.spolia.jobs.source.file.SourceRoot;
import org.spolia.jobs.source.format.FileConstants;
import org.spolia.jobs.source.format.FileHeader;
import org.spolia.jobs.source.format.HatsCatalogue;
import org.spolia.jobs.source.format.HeaderColumn;
import org.spolia.jobs.source.format.OpenFile;
import org.spolia.jobs.source.format.RowContents;
import org.spolia.jobs.source.format.SchemaUnion;
import org.spolia.jobs.source.format.UniverseFormat;

/**
 * The files of a HATS catalogue. Their rows have the keys of {@link UniverseSource}, where {@code healpix} is the cell
 * of order 4, as in the Multimodal Universe.
 */
public final class HatsFiles implements DataFiles {
    private static final long serialVersionUID = 1L;

    /** Footers need a few round trips each. */
    private static final int THREADS = 8;

    private static final int ORDER = 4;
    private static final String CELL = "cell of HEALPix order 4, nested, that the object is in";

    private final HatsCatalogue catalogue;
    private final List<String> wanted;
    private final SerializableConfiguration configuration;

    private HatsFiles(HatsCatalogue catalogue, List<String> wanted, Configuration configuration) {
        this.catalogue = catalogue;
        this.wanted = List.copyOf(wanted);
        this.configuration = new SerializableConfiguration(configuration);
    }

    /**
     * Returns the files of a catalogue.
     *
     * @param wanted the columns to read, or the columns that contain them; all if empty
     */
    public static HatsFiles of(HatsCatalogue catalogue, List<String> wanted, Configuration configuration) {
        return new HatsFiles(catalogue, wanted, configuration);
    }

    @Override
    public String root() {
        return catalogue.root();
    }

    @Override
    public List<SourceFile> list() {
        return sourceRoot().list(configuration.value(), HatsCatalogue::isPart);
    }

    private SourceRoot sourceRoot() {
        return SourceRoot.of(catalogue.root(), configuration.value());
    }

    @Override
    public StructType schema() {
        List<SourceFile> files = list();
        List<FileHeader> headers = headers(files);
        if (headers.isEmpty()) {
            throw new ExperimentException(catalogue.root() + " has no file that can be read, of " + files.size()
                    + " with names Norder=…/Dir=…/Npix=…; repair them, or name another folder");
        }
        List<StructField> fields = new ArrayList<>();
        for (StructField key : UniverseFormat.KEYS.fields()) {
            fields.add(key.name().equals(UniverseFormat.HEALPIX) ? key.withComment(CELL) : key);
        }
        List<StructField> found = columns(headers).fields();
        wanted.stream()
                .filter(asked -> found.stream()
                        .noneMatch(field ->
                                field.name().equals(asked) || field.name().startsWith(asked + "_")))
                .findFirst()
                .ifPresent(asked -> {
                    throw new ExperimentException("No file below " + catalogue.root() + " has '" + asked
                            + "', which 'fields' asks for; without the key every column is read");
                });
        fields.addAll(found);
        return new StructType(fields.toArray(StructField[]::new));
    }

    /** The headers of readable files, with the original Parquet columns. */
    private List<FileHeader> headers(List<SourceFile> files) {
        List<Callable<Optional<FileHeader>>> tasks = new ArrayList<>();
        files.forEach(file -> tasks.add(() -> header(file)));
        return Concurrently.run(THREADS, tasks).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<FileHeader> header(SourceFile file) throws IOException {
        Configuration hadoop = configuration.value();
        try (HadoopChannel channel =
                HadoopChannel.open(OpenFile.unchanged(file, hadoop), file.size(), hadoop, new ReadCounters())) {
            return Optional.of(header(file, new ParquetInput(channel).schema()));
        } catch (ParquetInput.DamageException | Hdf5Exception e) {
            return Optional.empty();
        }
    }

    private static FileHeader header(SourceFile file, StructType schema) {
        List<HeaderColumn> columns = Arrays.stream(schema.fields())
                .map(field -> new HeaderColumn(field, 0))
                .toList();
        return new FileHeader(file, Map.of(), List.of(), columns, 1, 0, 1).requireDistinct(new StructType());
    }

    private HatsColumns columns(List<FileHeader> headers) {
        return HatsColumns.of(SchemaUnion.of(new StructType(), headers), catalogue, wanted);
    }

    @Override
    public FileReport examine(SourceFile file, StructType schema) {
        return FileReport.of(file, configuration.value(), channel -> facts(channel, file, schema));
    }

    private FileFacts facts(HadoopChannel channel, SourceFile file, StructType schema) {
        try {
            ParquetInput input = new ParquetInput(channel);
            StructType found = input.schema();
            header(file, found);
            requireFit(file, schema, HatsColumns.of(found, catalogue, wanted));
            return new FileFacts(input.rows(), List.of(), List.of());
        } catch (ParquetInput.DamageException e) {
            throw new Hdf5Exception(file.path(), "", String.valueOf(e.getMessage()), e);
        }
    }

    private static void requireFit(SourceFile file, StructType schema, HatsColumns columns) {
        Map<String, String> known = Arrays.stream(schema.fields())
                .collect(Collectors.toMap(
                        StructField::name, field -> field.dataType().sql()));
        for (StructField field : columns.fields()) {
            String type = known.get(field.name());
            if (type == null) {
                throw new Hdf5Exception(
                        file.path(), "", "has the column '" + field.name() + "', which the files before it had not");
            }
            if (!type.equals(field.dataType().sql())) {
                throw new Hdf5Exception(
                        file.path(),
                        "",
                        "does not fit: column " + field.name() + " is "
                                + field.dataType().sql() + " and " + type + " in the files before it");
            }
        }
    }

    /** The combined Parquet columns of some files. */
    public StructType parquet(List<SourceFile> files) {
        List<FileHeader> headers = headers(files);
        if (headers.size() < files.size()) {
            throw new ExperimentException("A file below " + catalogue.root()
                    + " was readable before and is not any more; check the file system");
        }
        return SchemaUnion.of(new StructType(), headers);
    }

    /** Converts Parquet rows of files to rows with these columns. */
    public Dataset<Row> arrange(Dataset<Row> parquet, StructType columns) {
        HatsColumns found = HatsColumns.of(parquet, catalogue, wanted);
        return parquet.select(Arrays.stream(columns.fields())
                .map(field -> column(field, found))
                .toArray(Column[]::new));
    }

    private Column column(StructField field, HatsColumns found) {
        return switch (field.name()) {
            case FileConstants.FILE -> name().as(FileConstants.FILE);
            case RowContents.ROW -> functions.col("_metadata.row_index").as(RowContents.ROW);
            case UniverseFormat.HEALPIX -> {
                UDF2<@Nullable Double, @Nullable Double, @Nullable Long> cell =
                        (ra, dec) -> ObjectCell.of(ORDER, ra, dec);
                yield functions
                        .udf(cell, DataTypes.LongType)
                        .apply(found.key(UniverseFormat.RA), found.key(UniverseFormat.DEC))
                        .cast(DataTypes.IntegerType)
                        .as(UniverseFormat.HEALPIX);
            }
            default -> found.column(field);
        };
    }

    /** The path of a row's file below the root, as in the listing. */
    private Column name() {
        URI base = sourceRoot().base().toUri();
        UDF1<String, String> relative =
                path -> base.relativize(URI.create(path)).getPath();
        return functions.udf(relative, DataTypes.StringType).apply(functions.col("_metadata.file_path"));
    }
}
