package org.spolia.jobs.cli.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spolia.jobs.CheckedIn;
import picocli.CommandLine;

class StagesCommandTest {
    private static final Path ROOT = Path.of(System.getProperty("spolia.root"));

    @Test
    void theFileForSchedulersEqualsTheOutput() throws IOException {
        CheckedIn.assertSame("schemas/stages.json", StagesCommand.json(), StagesCommandTest.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "run|quickstart|-|[]",
                "run|embeddings|-|[MODELS]",
                "embed|embeddings|-|[MODELS]",
                "shard|embeddings|-|[]",
                "run|embeddings|stages=[shard]|[]",
                "run|galaxies|-|[MODELS, PYTORCH]",
                "run|probes|-|[MODELS]",
                "probe|next-frame|-|[MODELS, PYTORCH]",
                "run|nosuch|-|[]",
            })
    void aCommandNeedsTheLibrariesOfItsStages(String command, String config, String setting, String libraries) {
        List<String> plain = List.of(command, ROOT + "/configs/" + config + ".yaml", "--master", "local");
        List<String> all = setting == null ? plain : List.of(command, plain.get(1), "--set", setting, "--set=name=x");
        assertThat(NeededLibraries.of(all)).hasToString(libraries);
    }

    @Test
    void theOptionsOfTheCommandAreNotItsOwn() {
        StagesCommand stages = new StagesCommand();
        new CommandLine(stages).parseArgs("--libraries", "--", "run", "x.yaml", "--master", "local", "--json");
        assertThat(stages.command()).containsExactly("run", "x.yaml", "--master", "local", "--json");
    }
}
