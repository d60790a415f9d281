package org.spolia.bench.solve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.spolia.bench.common.Processes;
import org.spolia.experiment.data.ContentHash;

/** The seed of the laws for a state of the source: no developer has seen its laws before. */
final class JudgingSeed {
    private static final int DIGITS = 7;
    private static final int HEXADECIMAL = 16;

    private JudgingSeed() {}

    /** Returns the seed of the current commit, another one if tracked files have changed since. */
    static int of(Path home) throws IOException, InterruptedException {
        List<String> commit = Processes.lines("git", "-C", home.toString(), "rev-parse", "HEAD");
        if (commit.size() != 1) {
            throw new IllegalArgumentException(home + " has no commit, which gives the seed of the laws; add --seed N");
        }
        List<String> changes =
                Processes.lines("git", "-C", home.toString(), "status", "--porcelain", "--untracked-files=no");
        return of(commit.get(0), !changes.isEmpty());
    }

    static int of(String commit, boolean dirty) {
        String hash = ContentHash.of("laws").add(commit).add(dirty ? 1 : 0).hex();
        return Integer.parseInt(hash.substring(0, DIGITS), HEXADECIMAL);
    }
}
