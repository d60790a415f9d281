package org.spolia.jobs.cli.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spolia.experiment.ExperimentException;
import org.spolia.jobs.WithSpark;
import picocli.CommandLine;

@WithSpark
class FileViewsTest {
    private static final String DATA = System.getProperty("spolia.root") + "/configs/data/";

    @Test
    void simulationsAreTables(SparkSession spark) {
        views("gs=well:" + DATA + "well/datasets/gray_scott;steps=0:4;fields=A").register(spark);

        Row row = spark.sql("SELECT count(*), max(step), count(DISTINCT parameter_F) FROM gs WHERE split = 'train'")
                .head();
        assertThat(row.getLong(0)).isEqualTo(8);
        assertThat(row.getInt(1)).isEqualTo(3);
        assertThat(row.getLong(2)).isEqualTo(2);
        assertThat(spark.table("gs").columns()).contains("A").doesNotContain("B");
    }

    @Test
    void surveysAreTables(SparkSession spark) {
        views("sky survey=universe:" + DATA + "universe/desi").register(spark);

        assertThat(spark.sql("SELECT count(DISTINCT object_id) FROM `sky survey`")
                        .head()
                        .getLong(0))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gs=wel:somewhere                | 'wel' is not a format | did you mean 'well'?
            gs=somewhere                    | 'somewhere' is not a format | FORMAT:PATH
            gs=well:somewhere;steps         | 'steps' is not an option | ;OPTION=VALUE
            gs=well:/no/such/folder         | /no/such/folder does not exist | give the folder
            """)
    void mistakesAreNamed(String value, String problem, String remedy, SparkSession spark) {
        assertThatThrownBy(() -> views(value).register(spark))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining(problem)
                .hasMessageContaining(remedy);
    }

    private static FileViews views(String value) {
        return CommandLine.populateCommand(new FileViews(), "--files", value);
    }
}
