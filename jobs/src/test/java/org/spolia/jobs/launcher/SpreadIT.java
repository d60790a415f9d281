package org.spolia.jobs.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.jobs.launcher.Launcher.Outcome;

/** One search on the slots of Spark, as a user runs it. */
class SpreadIT {
    private static final String CLUSTER = "local-cluster[2,1,1024]";
    private static final String EXECUTOR = "CoarseGrainedExecutorBackend";
    private static final String EVALUATIONS = "30000";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);
    private static final long MINUTES = 10;

    @TempDir
    static Path folder;

    private static Launcher spolia;
    private static String reference;

    @BeforeAll
    static void fitInThreads() throws IOException, InterruptedException {
        spolia = new Launcher(folder).with(Launcher.OPTIONS, Launcher.SHORT_LIVED_WITH_SPARK);
        SplittableRandom random = new SplittableRandom(6);
        StringBuilder text = new StringBuilder("a,b,c,y\n");
        for (int row = 0; row < 300; row++) {
            double a = 1 + random.nextDouble();
            double b = 1 + random.nextDouble();
            double c = random.nextDouble();
            double y = a * Math.exp(-b) + Math.sin(3 * c) + 0.02 * random.nextGaussian();
            text.append(a + "," + b + "," + c + "," + y + "\n");
        }
        Files.writeString(folder.resolve("table.csv"), text);
        reference = fitted("threads", "--threads", "2");
    }

    @Test
    void slotsOfThisMachineGiveTheBytesOfThreads() throws IOException, InterruptedException {
        assertThat(fitted("one", "--threads", "1")).isEqualTo(reference);
        assertThat(fitted("slots", "--master", "local[2]")).isEqualTo(reference);
    }

    @Test
    void threadsAndSlotsExcludeEachOther() throws IOException, InterruptedException {
        Outcome outcome = spolia.run("fit", "table.csv", "-y", "y", "--threads", "2", "--master", "local[2]");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.lastError())
                .endsWith("--threads 2: with --master the search runs on the slots of Spark, as in local[2]; leave out"
                        + " one of the two");
    }

    @Test
    @Tag("slow")
    void executorsThatAreKilledChangeNothing() throws IOException, InterruptedException {
        assumeThat(System.getenv("SPARK_HOME")).as("SPARK_HOME").isNotNull();
        // Spark then gives up a job at the first loss.
        Process process = start("killed", "--master", CLUSTER, "--conf", "spark.task.maxFailures=1");
        for (int state = 1; state <= 2; state++) {
            awaitState(process, "killed");
            Optional<ProcessHandle> executor = process.descendants()
                    .filter(child -> child.info().arguments().stream()
                            .flatMap(java.util.Arrays::stream)
                            .anyMatch(argument -> argument.endsWith(EXECUTOR)))
                    .findFirst();
            assertThat(executor).as("executor " + state).isPresent();
            assertThat(executor.get().destroyForcibly()).isTrue();
        }
        assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(hallOfFame("killed")).isEqualTo(reference);
    }

    @Test
    @Tag("slow")
    void aDriverThatIsKilledGoesOn() throws IOException, InterruptedException {
        Process process = spolia.start(folder.resolve("errors.txt"), arguments("--output"));
        awaitState(process, "cut");
        process.destroyForcibly().waitFor();
        Outcome outcome = spolia.run(arguments("--resume"));
        assertThat(outcome.status()).as(outcome.lastError()).isZero();
        assertThat(hallOfFame("cut")).isEqualTo(reference);
    }

    private static String[] arguments(String place) {
        return new String[] {
            "fit", "table.csv", "-y", "y", "--evaluations", EVALUATIONS, "--master", "local[2]", place, "cut"
        };
    }

    /** Waits until a running fit replaces its state, which it does after each epoch. */
    private static void awaitState(Process process, String output) throws IOException {
        Path state = folder.resolve(output).resolve("search.state");
        FileTime before = Files.exists(state) ? Files.getLastModifiedTime(state) : FileTime.fromMillis(0);
        while (!Files.exists(state) || Files.getLastModifiedTime(state).equals(before)) {
            assertThat(process.isAlive()).as("fit runs until its state changes").isTrue();
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private static Process start(String output, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("fit", "table.csv", "-y", "y", "--evaluations", EVALUATIONS, "--output", output));
        arguments.addAll(List.of(more));
        return spolia.start(folder.resolve(output + ".txt"), arguments.toArray(String[]::new));
    }

    private static String fitted(String output, String... more) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(
                List.of("fit", "table.csv", "-y", "y", "--evaluations", EVALUATIONS, "--output", output));
        arguments.addAll(List.of(more));
        Outcome outcome = spolia.run(arguments.toArray(String[]::new));
        assertThat(outcome.status()).as(outcome.lastError()).isZero();
        return hallOfFame(output);
    }

    private static String hallOfFame(String output) throws IOException {
        return Files.readString(folder.resolve(output).resolve("hall_of_fame.csv"));
    }
}
