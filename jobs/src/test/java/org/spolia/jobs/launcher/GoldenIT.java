package org.spolia.jobs.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.jobs.Golden;
import org.spolia.jobs.launcher.Launcher.Outcome;

/** Digests of the tables that configurations fill, which no refactoring may change. */
@Tag("slow")
class GoldenIT {
    @TempDir
    Path folder;

    @Test
    void tablesOfAnExperimentKeepTheirDigests() throws IOException, InterruptedException {
        // The description is a column of experiments. Its wording is not a result.
        spolia(
                "run",
                "quickstart",
                "--set",
                "seeds=[0]",
                "--set",
                "search.evaluations=1000",
                "--set",
                "description=golden");
        Golden.assertSame("quickstart.digests", digests());
    }

    @Test
    void shardsAndEmbeddingsKeepTheirDigests() throws IOException, InterruptedException {
        spolia("run", "samples");
        spolia("run", "embeddings");
        Golden.assertSame("embeddings.digests", digests());
    }

    private void spolia(String command, String name, String... options) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                command,
                Launcher.ROOT.resolve("configs").resolve(name + ".yaml").toString(),
                "--warehouse",
                "warehouse"));
        arguments.addAll(Arrays.asList(options));
        Outcome outcome = new Launcher(folder).run(arguments.toArray(String[]::new));
        assertThat(outcome.status()).as(outcome.toString()).isZero();
    }

    private List<String> digests() throws IOException, InterruptedException {
        return new Launcher(folder).run("digest", "--warehouse", "warehouse").out();
    }
}
