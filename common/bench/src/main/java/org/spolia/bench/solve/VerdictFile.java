package org.spolia.bench.solve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;

/** A CSV file of the verdicts. Each is written as soon as it exists. */
final class VerdictFile {
    private final Path file;

    VerdictFile(Path file) throws IOException {
        this.file = file;
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(
                file,
                List.of("setting,problem,nodes,held_out,seed,contender,seconds,size,nmse_in,nmse_out,solved_in,"
                        + "solved_out,expression"));
    }

    void add(Verdict verdict) throws IOException {
        Answer answer = verdict.answer();
        String line = String.format(
                Locale.ROOT,
                "%s,%s,%d,%b,%d,%s,%.3f,%d,%.3e,%.3e,%b,%b,\"%s\"",
                verdict.setting().name(),
                verdict.law().id(),
                verdict.law().nodes(),
                verdict.law().heldOut(),
                verdict.seed(),
                verdict.contender(),
                answer.seconds(),
                answer.size(),
                answer.inside(),
                answer.outside(),
                verdict.solvedInside(),
                verdict.solvedOutside(),
                answer.expression().replace("\"", "\"\""));
        Files.write(file, List.of(line), StandardOpenOption.APPEND);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
