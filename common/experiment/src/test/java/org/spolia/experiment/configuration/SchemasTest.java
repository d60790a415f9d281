package org.spolia.experiment.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.spolia.experiment.Repository;
import org.spolia.experiment.TextFile;
import org.spolia.experiment.binding.JsonSchema;
import org.spolia.experiment.configuration.operator.OperatorSetFile;
import org.spolia.experiment.problem.ProblemFile;

/**
 * The checked-in schemas are those of the records. With the system property {@code spolia.regenerate} the test writes
 * them instead.
 */
class SchemasTest {
    static Stream<Arguments> schemas() {
        return Stream.of(
                Arguments.of("problems", ProblemFile.class, "A file of Spolia problems"),
                Arguments.of("operator-sets", OperatorSetFile.Content.class, "A file of Spolia operator sets"));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void theCheckedInSchemaIsThatOfTheRecord(String name, Class<? extends Record> type, String title)
            throws IOException {
        Path file = Repository.ROOT.resolve("schemas").resolve(name + ".schema.json");
        String schema = JsonSchema.of(type, title);
        if (Boolean.getBoolean("spolia.regenerate")) {
            Files.writeString(file, schema);
        }

        assertThat(TextFile.read(file))
                .as(
                        "%s; after a change of a record run: mvn -pl common/experiment -am test -Dtest=SchemasTest "
                                + "-Dsurefire.failIfNoSpecifiedTests=false -Dtest.jvm.options=-Dspolia.regenerate=true",
                        file)
                .isEqualTo(schema);
    }
}
