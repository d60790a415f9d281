package org.spolia.jobs.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;

/** Classes of Spark and Parquet that only the fast writer and reader call lose their constructors. */
@Tag("slow")
@WithSpark
class OtherShapesTest {
    private static final String WRITERS = "org.apache.spark.sql.catalyst.ProjectingInternalRow";
    private static final String READERS = "org.apache.parquet.example.DummyRecordConverter";

    @TempDir
    private Path folder;

    @Test
    void eachStepsAsideWithOneWarningAndNothingIsLostOrWrittenTwice(SparkSession spark) throws Exception {
        TestWarehouse.create(spark, folder.resolve("warehouse"));
        Path classes = Files.createDirectory(folder.resolve("classes"));
        compileEmpty(classes, WRITERS);
        compileEmpty(classes, READERS);
        ChildProcess.Result result = ChildProcess.create(ArraysRun.class, classes)
                .run(List.of(folder.resolve("warehouse").toString()));

        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.lines()).containsSubsequence("sums [80,1560,3120.0]", "sums [80,1560,3120.0]", "sets 2");
        List<String> warnings = result.lines().stream()
                .filter(line -> line.contains(" WARN FastPath: "))
                .toList();
        assertThat(warnings).as(result.toString()).hasSize(2);
        assertThat(warnings.get(0))
                .contains("spolia.writer=pages does not fit this version of Spark or Delta"
                        + " (java.lang.NoSuchMethodError: ")
                .contains("ProjectingInternalRow")
                .endsWith("so this process uses spolia.writer=delta; results are the same, and tables with arrays take"
                        + " longer");
        assertThat(warnings.get(1)).contains("spolia.reader=pages").contains("DummyRecordConverter");
    }

    private static void compileEmpty(Path classes, String name) throws IOException {
        int dot = name.lastIndexOf('.');
        Path source = classes.resolve(name.substring(dot + 1) + ".java");
        Files.writeString(
                source, "package " + name.substring(0, dot) + "; public class " + name.substring(dot + 1) + " {}");
        int failed =
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", classes.toString(), source.toString());
        assertThat(failed).isZero();
    }
}
