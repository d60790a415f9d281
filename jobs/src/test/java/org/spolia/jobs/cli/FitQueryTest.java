package org.spolia.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.jobs.WithSpark;

/** {@code fit} of rows that a query computes from simulations. */
@WithSpark
class FitQueryTest {
    @TempDir
    Path folder;

    @Test
    void simulationsAreFittedThroughAQuery(SparkSession spark) throws IOException {
        assertThat(spark).as("the session that the command finds").isNotNull();
        String files = "well:" + System.getProperty("spolia.root") + "/configs/data/well/datasets/gray_scott";
        String times = folder.resolve("times").toString();
        Captured result = Captured.run(
                "fit",
                files,
                "--query",
                "SELECT step, max(time) AS time FROM data GROUP BY step",
                "-y",
                "time",
                "--evaluations",
                "2000",
                "--output",
                times);
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(Files.readAllLines(folder.resolve("times/hall_of_fame.csv")))
                .anyMatch(line -> line.matches("3,[^,]*,(step\\*[0-9.]+|[0-9.]+\\*step),true"));

        result = Captured.run("fit", files, "--apply", times);
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err().get(0)).contains("model.sql");
    }
}
