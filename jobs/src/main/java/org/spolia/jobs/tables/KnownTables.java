package org.spolia.jobs.tables;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The tables of this program. */
final class KnownTables {
    static final List<Table> ALL = Stream.concat(
                    Stream.of(Table.builtIn()),
                    ServiceLoader.load(TableSource.class, Table.class.getClassLoader()).stream()
                            .flatMap(source -> source.get().tables().stream()))
            .distinct()
            .toList();

    private KnownTables() {}
}
