package org.spolia.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.spolia.jobs.tables.ShardKind;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.jobs.tables.WarehouseLocation;

/** Fresh warehouses with all tables and no rows. The first one is created, the others are copies of it. */
public final class TestWarehouse {
    private static final String NAMES = Stream.<Object[]>of(Table.values(), ShardKind.values())
            .flatMap(Arrays::stream)
            .map(Object::toString)
            .collect(Collectors.joining(" "));

    private static @Nullable Path template;

    private TestWarehouse() {}

    /** Returns a warehouse whose tables have names in the session. Views take longer, and few tests need them. */
    public static Warehouse create(SparkSession spark, Path folder) {
        copy(template(spark), folder);
        Warehouse warehouse = at(spark, folder);
        warehouse.registerFor(NAMES);
        return warehouse;
    }

    /** Returns the warehouse in a folder unchanged. */
    public static Warehouse at(SparkSession spark, Path folder) {
        return Warehouse.at(spark, WarehouseLocation.parse(folder.toString()));
    }

    private static synchronized Path template(SparkSession spark) {
        Path folder = template;
        if (folder == null) {
            try {
                folder = Files.createTempDirectory("spolia-template");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            at(spark, folder).create();
            template = folder;
        }
        return folder;
    }

    /** Copies a folder with its content. */
    public static void copy(Path from, Path to) {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
