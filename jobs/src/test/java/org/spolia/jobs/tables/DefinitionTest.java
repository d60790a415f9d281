package org.spolia.jobs.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DefinitionTest {

    @Test
    void everyStatementInTheFolderHasItsTable() throws IOException {
        assertThat(statements("tables")).containsExactlyInAnyOrderElementsOf(names(Table.values()));
    }

    @Test
    void everyStatementInTheFolderHasItsView() throws IOException {
        assertThat(statements("views"))
                .containsExactlyInAnyOrderElementsOf(names(Stream.of(View.values())
                        .filter(view -> !view.isOfAllVersions())
                        .toArray(View[]::new)));
    }

    @ParameterizedTest
    @MethodSource("org.spolia.jobs.tables.Table#values")
    void everyColumnHasAComment(Table table) {
        for (StructField column : table.schema().fields()) {
            assertThat(column.getComment().isDefined()).as(column.name()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("org.spolia.jobs.tables.Table#values")
    void keyIsMadeOfColumns(Table table) {
        assertThat(table.schema().fieldNames()).contains(table.key().toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("org.spolia.jobs.tables.Table#values")
    void numbersThatMayBeInfiniteAreRefused(Table table) {
        String constraints = table.definition().properties().toString();
        for (StructField column : table.schema().fields()) {
            if (column.dataType().simpleString().contains("double")) {
                assertThat(constraints).as(table + "." + column.name()).contains(column.name());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.spolia.jobs.tables.Table#values")
    void everyReaderCanReadTheTable(Table table) {
        assertThat(table.definition().properties())
                .containsEntry("delta.minReaderVersion", "1")
                .containsKey(Definition.SCHEMA_VERSION);
    }

    private static List<String> statements(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("spolia.root"), "schemas", folder))) {
            return files.map(file -> file.getFileName().toString().replace(".sql", ""))
                    .toList();
        }
    }

    private static List<String> names(Object[] constants) {
        return Arrays.stream(constants).map(String::valueOf).toList();
    }
}
