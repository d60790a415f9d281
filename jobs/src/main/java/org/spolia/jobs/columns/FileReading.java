package org.spolia.jobs.columns;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.execution.datasources.PartitionedFile;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import org.spolia.jobs.session.FastPath;
import scala.Function1;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;

/** Reads files page by page, and files with other column types like Spark. */
final class FileReading extends AbstractFunction1<PartitionedFile, Iterator<InternalRow>> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Function1<PartitionedFile, Iterator<InternalRow>> usual;
    private final StructType wanted;
    private final Broadcast<SerializableConfiguration> configuration;

    FileReading(
            Function1<PartitionedFile, Iterator<InternalRow>> usual,
            StructType wanted,
            Broadcast<SerializableConfiguration> configuration) {
        this.usual = usual;
        this.wanted = wanted;
        this.configuration = configuration;
    }

    @Override
    public Iterator<InternalRow> apply(PartitionedFile file) {
        Optional<PageRows> rows = FastPath.READER.attempt(() -> open(file));
        if (rows.isEmpty()) {
            return asRows(usual.apply(file));
        }
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> close(rows.get()));
        return CollectionConverters.asScala(rows.get());
    }

    private Optional<PageRows> open(PartitionedFile file) {
        try {
            return PageRows.open(
                    file.toPath(),
                    file.start(),
                    file.start() + file.length(),
                    wanted,
                    configuration.value().value());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file.toPath(), e);
        }
    }

    private static void close(PageRows rows) {
        try {
            rows.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Spark's reader returns views of columns, but the caller of a scan may need separate rows. */
    private Iterator<InternalRow> asRows(Iterator<InternalRow> views) {
        UnsafeProjection projection = UnsafeProjection.create(wanted);
        return views.map(new AbstractFunction1<>() {
            @Override
            public InternalRow apply(InternalRow view) {
                return projection.apply(view);
            }
        });
    }
}
