package org.spolia.experiment.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.data.Split;

class MonitorConfigTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("problems.yaml"), """
            field: mechanics
            problems:
              - {id: own.line, source: surveys.lines, target: {name: y}, variables: [{name: x}], train: x > 0}
              - {id: own.fall, formula: 4.9*t^2, target: {name: s}, variables: [{name: t, train: [1, 2]}]}
            """);
        file = Files.writeString(folder.resolve("config.yaml"), """
            name: lines
            problems: {files: [problems.yaml]}
            operator-sets: [{name: small, operators: [+, "*"]}]
            """);
    }

    @Test
    void aMonitorHasDefaults() {
        MonitorConfig monitor = load("{problem: own.line}").monitors().get(0);

        assertThat(monitor).isEqualTo(new MonitorConfig("own.line", List.of(), List.of(Split.TEST), 0.01, 10));
    }

    @Test
    void namedLawsMayBeWatchedOnTrainingRows() {
        assertThat(load("{problem: own.line, laws: [2*x], splits: [test, train]}")
                        .monitors()
                        .get(0)
                        .splits())
                .containsExactly(Split.TRAIN, Split.TEST);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '"',
            value = {
                "{problem: own.lin} => monitors[0].problem: no problem of the experiment with a 'source' is called 'own.lin'; did you mean 'own.line'?",
                "{problem: own.fall} => monitors[0].problem: no problem of the experiment with a 'source' is called 'own.fall'; did you mean 'own.line'?",
                "{problem: own.line, laws: [2*x, 2*z]} => monitors[0].laws[1]: ",
                "{problem: own.line, splits: [train]} => monitors[0].splits: the equations of trials were fitted to the rows of 'train'; remove it, or name the 'laws'",
                "{problem: own.line, level: 0} => monitors[0].level: ",
                "{problem: own.line}, {problem: own.line} => monitors[1].problem: "
            })
    void mistakesAreReportedAtTheirKey(String entries, String message) {
        assertThatThrownBy(() -> load(entries))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining(message);
    }

    private ExperimentConfig load(String entries) {
        return ExperimentConfig.load(file, Map.of("monitors", "[" + entries + "]"));
    }
}
