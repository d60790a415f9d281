package org.spolia.experiment.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spolia.experiment.Repository;
import org.spolia.experiment.planning.Designs;

class ShippedConfigsTest {
    static List<Path> configs() throws IOException {
        try (Stream<Path> files = Files.list(Repository.CONFIGS)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("configs")
    void everyConfigurationLoadsAndItsDesignsTellFactorsApart(Path file) {
        ExperimentConfig config = ExperimentConfig.load(file, Map.of());

        assertThat(config.hasTrials() || !config.shards().isEmpty()).isTrue();
        assertThat(config.designs())
                .allSatisfy(design -> assertThat(Designs.of(design).factors()).hasSameSizeAs(design.factors()));
    }
}
