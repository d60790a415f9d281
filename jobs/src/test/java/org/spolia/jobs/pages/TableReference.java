package org.spolia.jobs.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.View;

/** Tables and views with their columns, from the statements in schemas. */
final class TableReference {
    private static final Pattern COMMENT = Pattern.compile("\\RUSING delta\\RCOMMENT '((?:[^']|'')*)'");
    private static final String ALL = "_all";

    private TableReference() {}

    static String tables() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Table table : Table.values()) {
            String statement = Files.readString(statement("tables", table.tableName()));
            Matcher comment = COMMENT.matcher(statement);
            assertThat(comment.find()).as(table + " has a comment").isTrue();
            text.append("\n## ").append(table).append("\n\n");
            text.append(comment.group(1).replace("''", "'"));
            text.append(". Key: ").append(String.join(", ", table.key())).append(".\n\n");
            append(table.schema(), text);
        }
        return text.toString();
    }

    /**
     * Lists the views.
     *
     * @param spark a session in which the views are registered
     */
    static String views(SparkSession spark) throws IOException {
        StringBuilder text = new StringBuilder();
        for (View view : named(false)) {
            text.append("\n## ").append(view).append("\n\n");
            text.append(Files.readAllLines(statement("views", view.viewName())).stream()
                    .takeWhile(line -> line.startsWith("-- "))
                    .map(line -> line.substring(3))
                    .collect(Collectors.joining(" ", "", "\n\n")));
            append(spark.table(view.viewName()).schema(), text);
        }
        return text.append("\n## All versions\n\nThese views show every version of each experiment: ")
                .append(named(true).stream().map(View::viewName).collect(Collectors.joining(", ")))
                .append(".\n")
                .toString();
    }

    private static List<View> named(boolean all) {
        return Stream.of(View.values())
                .filter(view -> view.viewName().endsWith(ALL) == all)
                .toList();
    }

    private static Path statement(String folder, String name) {
        return Page.ROOT.resolve("schemas").resolve(folder).resolve(name + ".sql");
    }

    private static void append(StructType schema, StringBuilder text) {
        text.append(Markdown.head("column", "type", "meaning"));
        for (StructField column : schema.fields()) {
            text.append(Markdown.row(
                    column.name(),
                    column.dataType().simpleString(),
                    column.getComment().getOrElse(() -> "")));
        }
    }
}
