package org.spolia.jobs.columns;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.DummyRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * The rows of local Parquet files, reduced to columns of texts and integers. For tables of thousands of small files,
 * where a general reader needs longer to prepare itself than to read.
 */
public final class TextColumns {
    private final List<String> names;
    private final Configuration configuration;

    /**
     * Chooses columns, each once.
     *
     * @param configuration the settings of codecs
     */
    public TextColumns(List<String> names, Configuration configuration) {
        this.names = List.copyOf(names);
        this.configuration = configuration;
    }

    /** Passes each row of a file to a consumer, in order. A column that the file lacks is null. */
    public void forEach(Path path, Consumer<@Nullable String[]> consumer) throws IOException {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .usePageChecksumVerification()
                .withCodecFactory(new PageCodecs(configuration))
                .build();
        try (ParquetFileReader file = ParquetFileReader.open(new LocalFile(path), options)) {
            MessageType type = type(file.getFileMetaData().getSchema());
            file.setRequestedSchema(type);
            for (PageReadStore group = file.readNextRowGroup(); group != null; group = file.readNextRowGroup()) {
                ColumnReadStoreImpl columns = new ColumnReadStoreImpl(
                        group,
                        new DummyRecordConverter(type).getRootConverter(),
                        type,
                        file.getFileMetaData().getCreatedBy());
                pass(group.getRowCount(), texts(type, columns), consumer);
            }
        }
    }

    private MessageType type(MessageType file) {
        List<Type> types =
                names.stream().filter(file::containsField).map(file::getType).toList();
        return new MessageType(file.getName(), types);
    }

    private List<Texts> texts(MessageType type, ColumnReadStoreImpl columns) {
        List<Texts> texts = new ArrayList<>();
        for (String name : names) {
            texts.add(
                    type.containsField(name)
                            ? new Texts(columns.getColumnReader(type.getColumnDescription(new String[] {name})))
                            : new Texts(null));
        }
        return texts;
    }

    private static void pass(long rows, List<Texts> columns, Consumer<@Nullable String[]> consumer) {
        for (long row = 0; row < rows; row++) {
            @Nullable String[] values = new @Nullable String[columns.size()];
            for (int column = 0; column < values.length; column++) {
                values[column] = columns.get(column).next();
            }
            consumer.accept(values);
        }
    }

    /** The values of a column. Many rows that follow each other have the same. */
    private static final class Texts {
        private final @Nullable ColumnReader reader;
        private @Nullable Binary last;
        private @Nullable String text;

        Texts(@Nullable ColumnReader reader) {
            this.reader = reader;
        }

        @Nullable
        String next() {
            if (reader == null) {
                return null;
            }
            boolean there =
                    reader.getCurrentDefinitionLevel() == reader.getDescriptor().getMaxDefinitionLevel();
            @Nullable String value = there ? value(reader) : null;
            reader.consume();
            return value;
        }

        private @Nullable String value(ColumnReader column) {
            if (column.getDescriptor().getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.INT32) {
                return Integer.toString(column.getInteger());
            }
            Binary bytes = column.getBinary();
            if (!bytes.equals(last)) {
                text = bytes.toStringUsingUTF8();
                last = bytes.copy();
            }
            return text;
        }
    }
}
