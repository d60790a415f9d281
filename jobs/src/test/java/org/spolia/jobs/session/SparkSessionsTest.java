package org.spolia.jobs.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

class SparkSessionsTest {
    @Test
    void databasesOfAMetastoreAreOutOfReach() {
        assertThat(configured("spark.sql.catalogImplementation", "hive").get("spark.sql.catalogImplementation"))
                .isEqualTo("in-memory");
    }

    @Test
    void extensionsOfTheUserStandBesideOurs() {
        assertThat(configured("spark.sql.extensions", "org.example.Theirs, io.delta.sql.DeltaSparkSessionExtension")
                        .get("spark.sql.extensions"))
                .isEqualTo("io.delta.sql.DeltaSparkSessionExtension," + OperatorFunctions.class.getName()
                        + ",org.example.Theirs");
    }

    private static SparkConf configured(String key, String value) {
        return SparkSessions.configuration(new SessionOptions("local[1]", Map.of(key, value)));
    }
}
