package org.spolia.bench.solve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.spolia.bench.common.Folders;

/** All contenders on all laws: prints and writes each verdict at once. */
final class Contest {
    private final Contenders contenders;
    private final Budget budget;
    private final VerdictFile file;
    private final Path folder;

    Contest(Contenders contenders, Budget budget, VerdictFile file, Path folder) {
        this.contenders = contenders;
        this.budget = budget;
        this.file = file;
        this.folder = folder;
    }

    /** Returns the verdicts, with those of the file that are there already. */
    List<Verdict> judge(Setting setting, List<Law> laws, List<Integer> seeds) throws IOException {
        System.out.printf(
                Locale.ROOT,
                "%s: %d laws, %d rows with noise of %.2f deviations, %s, %d threads, %d seeds%n",
                setting.name(),
                laws.size(),
                setting.trainRows(),
                setting.noise(),
                budget,
                Budget.THREADS,
                seeds.size());
        List<Verdict> verdicts = new ArrayList<>();
        int done = 0;
        for (Law law : laws) {
            for (int seed : seeds) {
                List<Verdict> next = judge(setting, law, seed);
                StringBuilder line = new StringBuilder();
                line.append(++done)
                        .append('/')
                        .append(laws.size() * seeds.size())
                        .append(' ');
                line.append(law.id()).append(" seed ").append(seed);
                next.forEach(verdict -> line.append(words(verdict)));
                System.out.println(line);
                verdicts.addAll(next);
            }
        }
        return verdicts;
    }

    private List<Verdict> judge(Setting setting, Law law, int seed) throws IOException {
        Path place = folder.resolve(setting.name()).resolve(law.id()).resolve(Integer.toString(seed));
        List<Verdict> verdicts = new ArrayList<>();
        Optional<Assignment> assignment = Optional.empty();
        for (Solver solver : contenders.solvers()) {
            Optional<Answer> known = file.answer(setting, law, seed, budget, solver.name());
            if (known.isPresent()) {
                verdicts.add(new Verdict(setting, law, seed, solver.name(), known.get()));
                continue;
            }
            if (assignment.isEmpty()) {
                assignment = Optional.of(Assignment.of(law, setting, seed, place));
            }
            Answer answer = solver.solve(assignment.get());
            Verdict verdict = new Verdict(setting, law, seed, solver.name(), answer);
            file.add(verdict, budget);
            verdicts.add(verdict);
        }
        if (assignment.isPresent()) {
            Folders.delete(place);
        }
        return verdicts;
    }

    private static String words(Verdict verdict) {
        String found = verdict.solvedOutside() ? "found" : verdict.solvedInside() ? "fits" : "-";
        return String.format(
                Locale.ROOT,
                "  %s %s %.1e in %.2f s",
                verdict.contender(),
                found,
                verdict.answer().outside(),
                verdict.answer().seconds());
    }
}
