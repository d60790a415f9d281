package org.spolia.jobs.cli.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.cli.Captured;

/** A damaged file from the configuration to the tables, and the output of the command line. */
@WithSpark
class ShardCommandTest {
    private static final String WHOLE = "train/advection_1d_speed_0.5.hdf5";

    @TempDir
    private Path folder;

    @Test
    void aDamagedFileIsLeftOutUnlessStrict(SparkSession spark) throws IOException {
        assertThat(spark).as("the session that all commands find").isNotNull();
        Path data = folder.resolve("data");
        TestWarehouse.copy(
                Path.of(System.getProperty("spolia.root"), "configs/data/well/datasets/advection_1d/data"), data);
        byte[] bytes = Files.readAllBytes(data.resolve(WHOLE));
        Files.write(data.resolve("train/cut.hdf5"), Arrays.copyOf(bytes, bytes.length / 2));
        TestWarehouse.create(spark, folder.resolve("out"));
        String config = Files.writeString(folder.resolve("files.yaml"), """
                        name: files
                        stages: [shard]
                        shards: [{name: waves, format: well, path: data}]
                        """).toString();

        Captured strict = spolia("shard", config, "--strict");
        assertThat(strict.exitCode()).isEqualTo(1);
        assertThat(strict.err()).hasSize(1);
        assertThat(strict.err().get(0)).contains("File train/cut.hdf5 of simulations.waves is damaged: ");

        assertThat(spolia("run", config).out())
                .containsExactly("shard   4 files in simulations.waves, 1 quarantined, see table shard_files");
        assertThat(spolia("shard", config).out()).containsExactly("shard   nothing to do for simulations.waves");
        assertThat(spolia("status", config).out().stream().map(line -> line.replaceAll(" +", " ")))
                .contains("shard 4 0 1 0 5");
        assertThat(spolia("digest").out()).anyMatch(line -> line.startsWith("simulations.waves\t"));
        assertThat(spolia("sql", "--format", "csv", "SELECT count(DISTINCT file) AS n FROM simulations.waves")
                        .out())
                .containsExactly("n", "4");
        assertThat(spolia("sql", "--init").exitCode()).isZero();
        assertThat(List.of("spark.sql", "duckdb.sql"))
                .allSatisfy(script -> assertThat(
                                Files.readString(folder.resolve("out").resolve(script)))
                        .contains("IF NOT EXISTS simulations;", "out/simulations/waves'"));
    }

    private Captured spolia(String... arguments) {
        return Captured.run(Stream.concat(Arrays.stream(arguments), Stream.of("--warehouse=" + folder.resolve("out")))
                .toArray(String[]::new));
    }
}
