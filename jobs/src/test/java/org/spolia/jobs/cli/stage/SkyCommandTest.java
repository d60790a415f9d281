package org.spolia.jobs.cli.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.cli.Captured;

/** From files of surveys to a query that joins their tables by the pairs. */
@WithSpark
class SkyCommandTest {
    @TempDir
    private Path folder;

    @Test
    void surveysAreMatchedInARunAndJoinedInSql(SparkSession spark) throws IOException {
        assertThat(spark).as("the session that all commands find").isNotNull();
        TestWarehouse.create(spark, folder.resolve("out"));
        Path desi = Path.of(System.getProperty("spolia.root"), "configs/data/universe/desi");
        String config = Files.writeString(folder.resolve("sky.yaml"), """
                        name: sky
                        stages: [shard, sky]
                        shards:
                          - {name: spectra, format: universe, path: %s}
                          - {name: extinction, format: universe, path: %s, fields: [EBV]}
                        matches:
                          - {name: both, left: surveys.spectra, right: surveys.extinction, radius-arcsec: 0.5}
                        """.formatted(desi, desi))
                .toString();

        assertThat(spolia("sky", config).err())
                .containsExactly(
                        "spolia: Match 'both': there is no table surveys.spectra; create it with stage shard, from a "
                                + "data set of that name in 'shards'");
        assertThat(spolia("run", config).out())
                .contains("shard   2 files in surveys.spectra")
                .anyMatch(line -> line.startsWith("sky     both: 3 pairs of 3 and 3 objects in "));
        assertThat(spolia("sky", config).out()).containsExactly("sky     nothing to do for both");
        assertThat(spolia("status", config).out().stream().map(line -> line.replaceAll(" +", " ")))
                .contains("sky 1 0 0 0 1");
        assertThat(spolia(
                                "sql",
                                "--format",
                                "csv",
                                "SELECT count(*) AS n, max(separation_arcsec) AS separation, min(z.EBV = s.EBV) AS same"
                                        + " FROM sky_matches m"
                                        + " JOIN surveys.spectra s ON s.file = m.left_file AND s.row = m.left_row"
                                        + " JOIN surveys.extinction z ON z.file = m.right_file AND z.row = m.right_row"
                                        + " WHERE m.name = 'both'")
                        .out())
                .containsExactly("n,separation,same", "3,0,true");
        assertThat(spolia("reset", "shard").out()).anyMatch(line -> line.endsWith("out/sky_matches"));
    }

    private Captured spolia(String... arguments) {
        return Captured.run(Stream.concat(Arrays.stream(arguments), Stream.of("--warehouse=" + folder.resolve("out")))
                .toArray(String[]::new));
    }
}
