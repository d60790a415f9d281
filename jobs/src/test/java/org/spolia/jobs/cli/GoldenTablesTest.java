package org.spolia.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.jobs.Golden;
import org.spolia.jobs.WithSpark;

/** Digests of the tables that configurations fill, which no refactoring may change. */
@Tag("slow")
@WithSpark
class GoldenTablesTest {
    /** Of each field two problems, of measurements one without a test split and one with it. */
    private static final String PROBLEMS = "[mechanics.kepler_third, mechanics.atwood, electromagnetism.coulomb,"
            + " electromagnetism.rc_charging, biochem.michaelis_menten, biochem.logistic_growth, nist.misra1a,"
            + " nist.chwirut2]";

    @TempDir
    Path folder;

    @Test
    void tablesOfAnExperimentKeepTheirDigests(SparkSession spark) throws IOException {
        assertThat(spark).as("the session that all commands find").isNotNull();
        // The description is a column of experiments. Its wording is not a result.
        spolia(
                "run",
                "quickstart",
                "--set",
                "seeds=[0]",
                "--set",
                "search.evaluations=1000",
                "--set",
                "problems.include=" + PROBLEMS,
                "--set",
                "stages=[plan, search, score, utility]",
                "--set",
                "description=golden");
        Golden.assertSame("quickstart.digests", digests());
    }

    @Test
    void shardsAndEmbeddingsKeepTheirDigests(SparkSession spark) throws IOException {
        assertThat(spark).as("the session that all commands find").isNotNull();
        spolia("run", "embeddings");
        Golden.assertSame("embeddings.digests", digests());
    }

    private void spolia(String command, String name, String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                command,
                Path.of(System.getProperty("spolia.root"), "configs", name + ".yaml")
                        .toString()));
        arguments.addAll(Arrays.asList(options));
        captured(arguments);
    }

    private List<String> digests() {
        return captured(List.of("digest")).out();
    }

    private Captured captured(List<String> command) {
        List<String> arguments = new ArrayList<>(command);
        arguments.add("--warehouse=" + folder.resolve("warehouse"));
        Captured result = Captured.run(arguments.toArray(String[]::new));
        assertThat(result.exitCode()).as(result.toString()).isZero();
        return result;
    }
}
