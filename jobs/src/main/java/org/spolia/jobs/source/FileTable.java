package org.spolia.jobs.source;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.MetadataColumn;
import org.apache.spark.sql.connector.catalog.SupportsMetadataColumns;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.jspecify.annotations.Nullable;
import org.spolia.jobs.source.file.SourceFile;
import org.spolia.jobs.source.format.FileConstants;
import org.spolia.jobs.source.format.FileHeader;

/** The files below a root as a table. A batch read sees the files that existed on its creation. */
final class FileTable implements SupportsRead, SupportsMetadataColumns {
    private final String format;
    private final FileSet files;
    private @Nullable List<SourceFile> listed;
    private @Nullable StructType schema;

    FileTable(String format, FileSet files) {
        this.format = format;
        this.files = files;
    }

    /** Returns the same files with these columns only. */
    FileTable withSchema(StructType wanted) {
        FileTable table = new FileTable(format, files);
        table.listed = listed;
        table.schema = wanted;
        return table;
    }

    FileSet files() {
        return files;
    }

    List<FileHeader> headers() {
        return files.headers(listed());
    }

    List<SourceFile> listed() {
        List<SourceFile> found = listed;
        if (found == null) {
            found = files.list();
            listed = found;
        }
        return found;
    }

    @Override
    public String name() {
        return format + " " + files.root();
    }

    /** The columns of the table. */
    StructType structure() {
        StructType found = schema;
        if (found == null) {
            found = files.options().listsFiles() ? FileListing.SCHEMA : files.schema(listed());
            schema = found;
        }
        return found;
    }

    @Override
    public Column[] columns() {
        return Arrays.stream(structure().fields())
                .map(field -> Column.create(
                        field.name(), field.dataType(), true, field.getComment().getOrElse(() -> null), null))
                .toArray(Column[]::new);
    }

    @Override
    public Set<TableCapability> capabilities() {
        return Set.of(TableCapability.BATCH_READ, TableCapability.MICRO_BATCH_READ);
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
        return files.options().listsFiles() ? () -> new FileListing(this, structure()) : new FileScanBuilder(this);
    }

    @Override
    public MetadataColumn[] metadataColumns() {
        if (files.options().listsFiles()) {
            return new MetadataColumn[0];
        }
        return Arrays.stream(FileConstants.metadata().fields())
                .map(Metadata::new)
                .toArray(MetadataColumn[]::new);
    }

    private record Metadata(StructField field) implements MetadataColumn {
        @Override
        public String name() {
            return field.name();
        }

        @Override
        public DataType dataType() {
            return field.dataType();
        }

        @Override
        public String comment() {
            return field.getComment().getOrElse(() -> "");
        }
    }
}
