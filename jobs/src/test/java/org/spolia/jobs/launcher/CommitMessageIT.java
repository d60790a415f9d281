package org.spolia.jobs.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.jobs.launcher.Launcher.Outcome;

/** Commit messages that the script {@code .ci/commit-message} accepts or refuses. */
class CommitMessageIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fit: Refuse columns of text",
                "fit, sql: Embed the version",
                "hdf5: Pass sizes on\n\nWhy it matters, and what was measured.\n",
                "fit: Refuse columns\n\n# Please enter the commit message\n# ------------------------ >8 ------------------------\ndiff",
                "Merge branch 'main'",
                "fixup! fit: Refuse columns of text"
            })
    void accepted(String message) throws IOException, InterruptedException {
        Outcome outcome = check(message);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Refuse columns of text                       | write 'area: Imperative summary'",
                "fit: refuse columns of text                  | write 'area: Imperative summary'",
                "Fit: Refuse columns of text                  | write 'area: Imperative summary'",
                "fit: Refused columns of text                 | 'Refused' is not an imperative",
                "fit: Columns of text are refused             | 'Columns' is not an imperative",
                "fit: Refusing columns of text                | 'Refusing' is not an imperative",
                "fit: Refuse columns of text.                 | ends with a full stop",
                "fit: Refuse columns of text, and all else that is not a number, in tables | has 73 characters"
            })
    void refusedForItsSubject(String message, String complaint) throws IOException, InterruptedException {
        Outcome outcome = check(message);
        assertThat(outcome.err()).hasSize(1);
        assertThat(outcome.lastError()).contains(complaint);
        assertThat(outcome.status()).isEqualTo(1);
    }

    @Test
    void refusedForItsBody() throws IOException, InterruptedException {
        String line = "word ".repeat(20) + "x";
        Outcome outcome = check("fit: Refuse columns of text\nand more\n\n" + line + "\n" + "x".repeat(200) + "\n");
        assertThat(outcome.err()).hasSize(2);
        assertThat(outcome.err().get(0)).contains("the second line is 'and more'");
        assertThat(outcome.err().get(1)).contains("a line has 101 characters");
    }

    @Test
    void theCommitsOfARange() throws IOException, InterruptedException {
        for (String message : List.of("fit: Begin", "fit: Refuse text", "Wrong", "fixup! fit: Refuse text")) {
            UnpackedRelease.run("sh", "-c", """
                    cd '%s' && git init -q 2> /dev/null
                    git -c user.name=t -c user.email=t@localhost commit -q --allow-empty -m '%s'
                    """.formatted(folder, message));
        }
        Outcome outcome = script("--range", "HEAD~3..HEAD");
        assertThat(outcome.err()).hasSize(2);
        assertThat(outcome.err().get(0)).contains("the subject is 'Wrong'");
        assertThat(outcome.err().get(1)).contains("is not squashed yet");
        assertThat(outcome.status()).isEqualTo(1);
    }

    private Outcome check(String message) throws IOException, InterruptedException {
        return script(Files.writeString(folder.resolve("message"), message).toString());
    }

    private Outcome script(String... arguments) throws IOException, InterruptedException {
        return new Launcher(folder, Launcher.ROOT.resolve(".ci/commit-message")).run(arguments);
    }
}
