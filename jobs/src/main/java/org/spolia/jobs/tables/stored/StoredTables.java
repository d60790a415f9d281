package org.spolia.jobs.tables.stored;

import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.KernelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetInputFormat;
import org.jspecify.annotations.Nullable;
import org.spolia.jobs.session.InProcessFileSystem;
import org.spolia.jobs.tables.Definition;
import org.spolia.jobs.tables.Table;

/**
 * The tables of a local warehouse, which the calling thread reads from Delta's logs and files. This takes a fraction of
 * a second, while a Spark session takes ten seconds. The version of each table is fixed on first use.
 */
public final class StoredTables implements TableRows {
    private static final Pattern VERSION = Pattern.compile("\\d{20}\\.(json|checkpoint(\\..+)?\\.parquet)");

    private final Path root;
    private final Configuration configuration;
    private final Engine engine;
    private final Map<Table, Optional<StoredTable>> tables = new HashMap<>();

    private StoredTables(Path root) {
        this.root = root;
        this.configuration = new Configuration();
        InProcessFileSystem.useIn(configuration);
        configuration.setBoolean(ParquetInputFormat.PAGE_VERIFY_CHECKSUM_ENABLED, true);
        this.engine = DefaultEngine.create(configuration);
    }

    /** Returns the tables below this folder. Reads nothing yet. */
    public static StoredTables in(Path warehouse) {
        return new StoredTables(warehouse);
    }

    /** Returns whether no table exists. */
    public boolean isEmpty() {
        return Arrays.stream(Table.values()).noneMatch(this::exists);
    }

    /**
     * Returns whether every existing table has the version and the columns of its definition; false if a log needs
     * another reader.
     */
    public boolean areCurrent() {
        try {
            return Arrays.stream(Table.values())
                    .allMatch(table -> stored(table)
                            .filter(found -> !isCurrent(table, found))
                            .isEmpty());
        } catch (KernelException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static boolean isCurrent(Table table, StoredTable stored) {
        Definition definition = table.definition();
        return definition.schemaVersion().equals(stored.properties().get(Definition.SCHEMA_VERSION))
                && definition.columnNames().equals(stored.columnNames());
    }

    /** The total number of rows of these tables; empty if their logs do not record it, or need another reader. */
    public Optional<Long> rows(Collection<Table> asked) {
        long rows = 0;
        try {
            for (Table table : asked) {
                Optional<StoredTable> stored = stored(table);
                Optional<Long> found =
                        stored.isEmpty() ? Optional.of(0L) : stored.get().rows();
                if (found.isEmpty()) {
                    return Optional.empty();
                }
                rows += found.get();
            }
        } catch (KernelException | UnsupportedOperationException e) {
            return Optional.empty();
        }
        return Optional.of(rows);
    }

    @Override
    public void forEach(Table table, List<String> columns, Consumer<@Nullable String[]> consumer) {
        stored(table).ifPresent(stored -> stored.forEach(columns, consumer));
    }

    Optional<StoredTable> stored(Table table) {
        return tables.computeIfAbsent(table, this::open);
    }

    private Optional<StoredTable> open(Table table) {
        if (!exists(table)) {
            return Optional.empty();
        }
        String folder = root.resolve(table.folderName()).toUri().toString();
        return Optional.of(new StoredTable(
                engine,
                configuration,
                io.delta.kernel.Table.forPath(engine, folder).getLatestSnapshot(engine)));
    }

    /** A killed creation leaves a log without a version. */
    private boolean exists(Table table) {
        Path log = root.resolve(table.folderName()).resolve("_delta_log");
        if (!Files.isDirectory(log)) {
            return false;
        }
        try (Stream<Path> files = Files.list(log)) {
            return files.anyMatch(
                    file -> VERSION.matcher(file.getFileName().toString()).matches());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + log, e);
        }
    }
}
