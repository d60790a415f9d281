package org.spolia.jobs.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spolia.experiment.ExperimentException;

class SparkSessionsTest {
    @Test
    void databasesOfAMetastoreAreUnreachable() {
        assertThat(configured("spark.sql.catalogImplementation", "hive").get("spark.sql.catalogImplementation"))
                .isEqualTo("in-memory");
    }

    @Test
    void extensionsOfTheUserAreKept() {
        assertThat(configured("spark.sql.extensions", "org.example.Theirs, io.delta.sql.DeltaSparkSessionExtension")
                        .get("spark.sql.extensions"))
                .isEqualTo("io.delta.sql.DeltaSparkSessionExtension," + OperatorFunctions.class.getName()
                        + ",org.example.Theirs");
    }

    @Test
    void onlyAWebInterfaceKeepsManyQueries() {
        String kept = "spark.sql.ui.retainedExecutions";

        assertThat(configured("spark.app.name", "x").get(kept)).isEqualTo("10");
        assertThat(configured(kept, "7").get(kept)).isEqualTo("7");
        assertThat(configured("spark.ui.enabled", "true").contains(kept)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"local, 4m", "'local[*]', 4m", "'local-cluster[2,1,1024]', 4m", "spark://host:7077, from the heap"})
    void tasksOnThisMachineTakeSmallPages(String master, String expected) {
        String pages = "spark.buffer.pageSize";

        assertThat(SparkSessions.configuration(new SessionOptions(master, Map.of()))
                        .get(pages, "from the heap"))
                .isEqualTo(expected);
        assertThat(configured(pages, "64m").get(pages)).isEqualTo("64m");
    }

    @ParameterizedTest
    @CsvSource({"local, true", "'local[*]', true", "'local-cluster[2,1,1024]', false", "spark://host:7077, false"})
    void executorsElsewhereKeepHadoopsFiles(String master, boolean inProcess) {
        SparkConf configuration = SparkSessions.configuration(new SessionOptions(master, Map.of()));

        assertThat(configuration.contains(InProcessFileSystem.SETTING)).isEqualTo(inProcess);
        assertThat(configuration.get(InProcessFs.SETTING))
                .as("logs, which only the driver writes")
                .isEqualTo(InProcessFs.class.getName());
    }

    @ParameterizedTest
    @CsvSource({"spolia.writer, delta", "spolia.reader, spark"})
    void fastPathsAreTurnedOffUnderEitherName(String setting, String off) {
        String key = "spark." + setting;

        assertThat(configured("spark.app.name", "x").get(key)).isEqualTo("pages");
        assertThat(configured(setting, off).get(key)).isEqualTo(off);
        assertThat(configured(key, off).get(key)).isEqualTo(off);
        assertThatThrownBy(() -> configured(setting, "fast"))
                .isInstanceOf(ExperimentException.class)
                .hasMessage("%s is 'fast'; it can be 'pages' or '%s'", setting, off);
    }

    private static SparkConf configured(String key, String value) {
        return SparkSessions.configuration(new SessionOptions("local[1]", Map.of(key, value)));
    }
}
