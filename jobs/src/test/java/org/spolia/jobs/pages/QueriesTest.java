package org.spolia.jobs.pages;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;

/** Every query of a page names existing tables, views and columns. */
@WithSpark
class QueriesTest {
    private static final Pattern OWN_TABLE = Pattern.compile("\\b(simulations|surveys)\\.");

    @Test
    void everyQueryResolves(SparkSession spark, @TempDir Path folder) {
        TestWarehouse.create(spark, folder.resolve("warehouse")).register();
        for (Page page : Page.all()) {
            for (Block block : page.blocks()) {
                queries(block)
                        .forEach(query -> assertThatCode(() -> check(spark, query))
                                .as("%s: %s", block.place(), query)
                                .doesNotThrowAnyException());
            }
        }
    }

    /** Tables of files are unknown here, so for queries about them only the syntax is checked. */
    private static void check(SparkSession spark, String query) throws Exception {
        if (OWN_TABLE.matcher(query).find()) {
            ((org.apache.spark.sql.classic.SparkSession) spark)
                    .sessionState()
                    .sqlParser()
                    .parsePlan(query);
        } else {
            spark.sql(query).schema();
        }
    }

    private static Stream<String> queries(Block block) {
        if (block.language().equals("sql")) {
            return Stream.of(block.text());
        }
        return Shell.spoliaCommands(block.text()).stream()
                .filter(command -> command.size() > 1 && command.get(0).equals("sql") && !command.contains("--files"))
                .map(QueriesTest::query)
                .filter(query -> query.matches("(?s)(SELECT|WITH) .*"));
    }

    private static String query(List<String> command) {
        return command.stream().filter(word -> word.contains(" ")).findFirst().orElse("");
    }
}
