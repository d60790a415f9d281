package org.spolia.jobs.right;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.ExperimentException;
import org.spolia.jobs.session.Machine;

class RightsTest {
    private static final String ME = "process " + ProcessHandle.current().pid() + " on " + Machine.host();

    @TempDir
    private Path folder;

    private final BlockingQueue<String> notices = new LinkedBlockingQueue<>();

    @Test
    void aRunWaitsForAnotherOneThatEnds() throws Exception {
        Right first = run().take("search", "search-trials");
        Rights second = run();
        CompletableFuture<Right> waiting = CompletableFuture.supplyAsync(
                () -> second.take("search", "search-trials"), task -> new Thread(task).start());

        assertThat(notices.poll(1, TimeUnit.MINUTES))
                .isEqualTo("search waits for " + ME + ", which runs search in this warehouse");
        assertThat(waiting).isNotDone();
        first.close();
        waiting.get(1, TimeUnit.MINUTES).close();
        assertThat(notices).isEmpty();
        assertThat(Rights.ofWarehouse(folder)).isEmpty();
    }

    @Test
    void aRunThatContinuesIsNotWaitedFor() {
        try (Right right = run().keep("search", "search-trials")) {
            assertThat(right).isNotNull();
            assertThatThrownBy(() -> run().take("search", "search-trials"))
                    .isInstanceOf(ExperimentException.class)
                    .hasMessageStartingWith(
                            "Stage search already runs in " + ME + ", which runs search until it is stopped, since ")
                    .hasMessageEndingWith(", and does this work itself; leave the stage out, or end that process");
            assertThat(Rights.ofWarehouse(folder)).extracting(Holder::task).containsExactly("search");
        }
    }

    @Test
    void aRunTakesItsOwnRightAgain() {
        Rights run = run();
        Right kept = run.keep("shard", "shard-a");
        run.take("shard", "shard-a").close();
        assertThat(Rights.ofWarehouse(folder)).hasSize(1);
        kept.close();
        kept.close();
        run().keep("shard", "shard-a").close();
    }

    @Test
    void otherOutputsAreFree() {
        Rights one = run();
        Rights other = run();
        try (Right a = one.take("shard", "shard-a");
                Right b = other.take("shard", "shard-b")) {
            assertThat(List.of(a, b)).doesNotContainNull();
            assertThat(Rights.ofWarehouse(folder)).hasSize(2);
        }
    }

    @Test
    void rightsOnSeveralSubjectsAreReleasedTogetherAlsoAfterARefusal() {
        Rights continuous = run();
        continuous.keep("pretrain", "pretrain-c");
        assertThatThrownBy(() -> run().takeAll("pretrain", List.of("c", "a", "b", "a")))
                .isInstanceOf(ExperimentException.class);
        run().takeAll("pretrain", List.of("b", "a")).close();
        assertThat(Rights.ofWarehouse(folder)).hasSize(1);
    }

    @Test
    void aLinkToTheFolderLeadsToTheSameRights() throws Exception {
        Path link = java.nio.file.Files.createSymbolicLink(folder.resolve("link"), folder);
        try (Right right = run().keep("search", "search-trials")) {
            assertThat(right).isNotNull();
            Rights other = Rights.in(Optional.of(link), Rights.Notice.NONE);
            assertThatThrownBy(() -> other.take("search", "search-trials")).isInstanceOf(ExperimentException.class);
        }
    }

    @Test
    void aWarehouseThatIsNotLocalHasNoRights() {
        Rights rights = Rights.in(Optional.empty(), Rights.Notice.NONE);
        assertThat(rights.keep("search", "search-trials")).isSameAs(rights.take("search", "search-trials"));
    }

    private Rights run() {
        return Rights.in(Optional.of(folder), (stage, line) -> notices.add(stage + " " + line));
    }
}
