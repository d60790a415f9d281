package org.spolia.jobs.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.binding.JsonSchema;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.configuration.ExperimentFile;
import org.spolia.experiment.configuration.StageCatalogue;
import org.spolia.jobs.CheckedIn;
import org.spolia.jobs.tables.Table;

/** The guarantees of the registry of stages. */
class StagesTest {
    private static final Path ROOT = Path.of(System.getProperty("spolia.root"));

    @TempDir
    Path folder;

    @Test
    void aStageRunsAfterTheWritersOfItsInput() {
        Set<Table> written = new HashSet<>();
        for (Stage stage : Stages.all()) {
            assertThat(stage.info().inputs().stream().filter(table -> isOutput(table)))
                    .as(stage.info().name())
                    .allMatch(written::contains);
            written.addAll(stage.info().writes());
        }
    }

    /** The page also shows attempts, which every stage writes. */
    private static boolean isOutput(Table table) {
        return Stages.all().stream().anyMatch(stage -> stage.info().writes().contains(table));
    }

    @Test
    void aTableIsWrittenByOneStage() {
        List<Table> written = new ArrayList<>();
        Stages.all().forEach(stage -> written.addAll(stage.info().writes()));
        assertThat(written).doesNotHaveDuplicates();
        assertThat(Table.values())
                .filteredOn(table -> !table.equals(Table.ATTEMPTS))
                .containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void aConfigurationThatNamesNoStageRunsAllInTheirOrder() {
        assertThat(load("").stages())
                .containsExactly(
                        "shard",
                        "sky",
                        "pretrain",
                        "embed",
                        "features",
                        "plan",
                        "search",
                        "score",
                        "watch",
                        "utility",
                        "monitor",
                        "probe",
                        "report");
        assertThat(load("stages: [report, plan]").stages()).containsExactly("plan", "report");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stages: [sky]| matches: required key is missing; add it: pairs of surveys that stage sky matches",
                "stages: [pretrain]| pretraining: required key is missing; add it: encoders that stage pretrain trains",
                "stages: [monitor]| monitors: required key is missing; add it: laws to watch",
                "stages: [probe]| probes: required key is missing; add it: targets that stage probe predicts",
                "stages: [embed]| embeddings: required key is missing; add it: tables that stage embed reads",
                "stages: [shard]| shards: required key is missing; add it: files that stage shard reads into tables",
                "stages: [report]| problems.files: the list is empty or missing; name at least 1 file of problems",
                "description: no stages| problems.files: the list is empty or missing; name at least 1 file of problems",
                "stages: [plan, serch]| stages[1]: 'serch' is not allowed; did you mean 'search'? Allowed: shard, sky, pretrain, embed, features, plan, search, score, watch, utility, monitor, probe, report",
            })
    void aStageSaysWhatItLacks(String stages, String message) {
        Path file = write("name: empty\n" + stages + "\n");
        assertThatThrownBy(() -> ExperimentConfig.load(file, Map.of()))
                .isInstanceOf(ExperimentException.class)
                .hasMessageMatching("\\Q" + file + "\\E:\\d: \\Q" + message + "\\E");
    }

    @Test
    void theCheckedInSchemaNamesTheStages() throws IOException {
        List<String> allowed = new ArrayList<>(StageCatalogue.installed().names());
        allowed.add(StageCatalogue.ALL);
        CheckedIn.assertSame(
                "schemas/experiment.schema.json",
                JsonSchema.of(ExperimentFile.class, "A Spolia experiment", Map.of("stages", allowed)),
                StagesTest.class);
    }

    private ExperimentConfig load(String line) {
        return ExperimentConfig.load(write("""
                        name: small
                        problems: {files: [%s/configs/problems/mechanics.yaml]}
                        operator-sets: [{name: base, operators: [+]}]
                        %s
                        """.formatted(ROOT, line)), Map.of());
    }

    private Path write(String text) {
        try {
            return Files.writeString(folder.resolve("experiment.yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
