package org.spolia.jobs.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.jobs.CheckedIn;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;
import org.spolia.symbolic.evaluation.Loss;

/** The reference agrees with the code. With the system property {@code spolia.regenerate} the test writes it. */
@WithSpark
class ReferenceTest {
    private static final String MARK = "<!-- generated: do not edit below -->\n";

    @Test
    void keysMatchTheSchemas() throws IOException {
        check("configuration.md", ConfigurationReference.text());
    }

    @Test
    void commandsMatchTheProgram() throws IOException {
        check("command-line.md", CommandLineReference.text());
    }

    @Test
    void stagesMatchTheRegistry() throws IOException {
        check("stages.md", StageReference.text());
    }

    @Test
    void tablesMatchTheStatements() throws IOException {
        check("tables.md", TableReference.tables());
    }

    @Test
    void viewsMatchTheStatements(SparkSession spark, @TempDir Path folder) throws IOException {
        TestWarehouse.create(spark, folder.resolve("warehouse")).register();
        check("views.md", TableReference.views(spark));
    }

    @Test
    void operatorsMatchTheEngine() throws IOException {
        assertThat(OperatorReference.text()).doesNotContain("MISSING");
        check("operators.md", OperatorReference.text());
    }

    @Test
    void lossesMatchTheEngine() throws IOException {
        LossReference.check();
        assertThat(LossReference.names())
                .hasSameSizeAs(Stream.of(Loss.Kind.values())
                        .filter(kind -> kind != Loss.Kind.CUSTOM)
                        .toList());
        check("losses.md", LossReference.text());
    }

    private static void check(String name, String generated) throws IOException {
        String file = "docs/reference/" + name;
        String text = Files.readString(Page.ROOT.resolve(file));
        CheckedIn.assertSame(
                file, text.substring(0, text.indexOf(MARK) + MARK.length()) + generated, ReferenceTest.class);
    }
}
