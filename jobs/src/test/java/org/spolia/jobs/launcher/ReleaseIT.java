package org.spolia.jobs.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.jobs.launcher.Launcher.Outcome;

/** The archives of a release on a machine without a checkout, without Maven and without a JDK. */
@Tag("slow")
class ReleaseIT {
    @TempDir
    static Path place;

    private static UnpackedRelease release;

    @TempDir
    Path folder;

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        release = UnpackedRelease.in(place);
    }

    @AfterAll
    static void makeWritable() throws IOException, InterruptedException {
        release.makeWritable();
    }

    @Test
    void versionFromALinkOnThePath() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(
                folder.resolve("spolia"), release.tree().resolve("spolia"));
        Outcome outcome = release.launcher(folder, link).run("--version");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("spolia " + UnpackedRelease.version());
    }

    @Test
    void aFitOfATable() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("data.csv"), "a,y\n1,3\n2,5\n3,7\n4,9\n5,11\n");
        Outcome outcome = release.launcher(folder).run("fit", "data.csv", "-y", "y", "--evaluations", "2000");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).anyMatch(line -> line.startsWith("chosen"));
        assertThat(folder.resolve("out/fit/data/model.json")).exists();
    }

    @Test
    void theDemoAndAQueryThatItProposes() throws IOException, InterruptedException {
        Launcher spolia = release.launcher(folder).with(Launcher.OPTIONS, Launcher.SHORT_LIVED_WITH_SPARK);
        Outcome demo = spolia.run(
                "demo",
                "--set",
                "problems.include=[mechanics.atwood]",
                "--set",
                "problems.exclude=[]",
                "--set",
                "search.evaluations=1000",
                "--set",
                "stages=[plan, search, score]",
                "--set",
                "seeds=[0]");
        assertThat(demo.err()).isEmpty();
        assertThat(demo.status()).isZero();
        String command = "  " + release.tree().resolve("spolia") + " sql ";
        assertThat(demo.out()).filteredOn(line -> line.startsWith(command)).hasSize(3);

        Outcome rows = spolia.run("sql", "SELECT count(*) AS n FROM surveys.desi");
        assertThat(rows.err()).isEmpty();
        assertThat(rows.out()).anyMatch(line -> line.matches("\\W*\\d+\\W*"));
    }

    @Test
    void missingPytorchIsNamed() throws IOException, InterruptedException {
        Path config = release.tree().resolve("configs/next-frame.yaml");
        String archive = "spolia-" + UnpackedRelease.version() + "-pytorch.tar.gz";
        Outcome outcome = release.launcher(folder).run("pretrain", config.toString());
        assertThat(outcome.err()).hasSize(1);
        assertThat(outcome.lastError()).contains(archive, release.tree().toString());
        assertThat(outcome.status()).isEqualTo(2);

        Process list = new ProcessBuilder(
                        "tar", "-tzf", UnpackedRelease.archive("-pytorch").toString())
                .start();
        String names = new String(list.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(names).contains("spolia-" + UnpackedRelease.version() + "/lib/pytorch/pytorch-engine");
    }

    @Test
    void twoReleasesShareACache() throws IOException, InterruptedException {
        Path other = folder.resolve("other");
        UnpackedRelease.run("cp", "-a", "--link", release.tree().toString(), other.toString());
        try {
            for (Path tree : List.of(release.tree(), other, release.tree())) {
                version(tree, Path.of(System.getProperty("java.home")));
            }
            assertThat(names(cache())).hasSize(2).allMatch(name -> name.endsWith(".jsa"));
        } finally {
            UnpackedRelease.run("chmod", "-R", "u+w", other.toString());
        }
    }

    @Test
    void aJavaWithoutAClassArchiveWritesNone() throws IOException, InterruptedException {
        assertThat(release.java().resolve("lib/server/classes.jsa")).doesNotExist();
        version(release.tree(), release.java());
        assertThat(cache()).doesNotExist();
    }

    @Test
    void aReleaseHasNoTests() throws IOException, InterruptedException {
        Outcome outcome = release.launcher(folder).run("bench", "busy");
        assertThat(outcome.err()).hasSize(1);
        assertThat(outcome.lastError()).contains("'bench' works in a checkout");
        assertThat(outcome.status()).isEqualTo(2);
    }

    private Path cache() {
        return folder.resolve("cache/spolia");
    }

    private void version(Path tree, Path java) throws IOException, InterruptedException {
        Outcome outcome = release.launcher(folder, tree.resolve("spolia"))
                .with("XDG_CACHE_HOME", folder.resolve("cache").toString())
                .with("JAVA_HOME", java.toString())
                .with(Launcher.OPTIONS, Launcher.DEFAULTS)
                .run("--version");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isZero();
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
