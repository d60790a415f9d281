package org.spolia.bench.solve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A CSV file of the verdicts. Each is written as soon as it exists. An error that is not finite is an empty cell. */
final class VerdictFile {
    private final Path file;
    private final Map<List<String>, VerdictLine> known = new HashMap<>();

    private VerdictFile(Path file) {
        this.file = file;
    }

    /** Creates an empty file. */
    static VerdictFile create(Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.write(path, List.of(String.join(",", VerdictLine.COLUMNS)));
        return new VerdictFile(path);
    }

    /** Opens a file to continue it, or creates it. */
    static VerdictFile resume(Path path) throws IOException {
        if (!Files.exists(path)) {
            return create(path);
        }
        List<VerdictLine> lines = VerdictLine.read(path);
        // The last line of a run that was killed can be incomplete.
        VerdictFile file = create(path);
        Files.write(path, lines.stream().map(VerdictLine::text).toList(), StandardOpenOption.APPEND);
        lines.forEach(line -> file.known.put(line.key(), line));
        return file;
    }

    /** Returns the answer that the file had when it was opened. */
    Optional<Answer> answer(Setting setting, Law law, int seed, Budget budget, String contender) {
        return Optional.ofNullable(known.get(VerdictLine.key(setting, law, seed, budget, contender)))
                .map(VerdictLine::answer);
    }

    void add(Verdict verdict, Budget budget) throws IOException {
        Files.write(file, List.of(VerdictLine.of(verdict, budget).text()), StandardOpenOption.APPEND);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
