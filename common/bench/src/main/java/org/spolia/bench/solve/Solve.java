package org.spolia.bench.solve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.spolia.bench.common.Options;
import org.spolia.bench.common.Peers;

/**
 * Counts the laws of the catalogue that each contender finds from the same rows in the same time, among those that the
 * operators of all contenders can express. A law is found if the model that the contender selected on the training rows
 * has almost no error on other rows of the training ranges ({@code in}) or out of distribution ({@code out}).
 *
 * <p>Options: {@code --problems} a number or ids, {@code --held-out yes|no|both}, {@code --noise 0,0.1}, {@code --seeds
 * N}, {@code --seconds N}, {@code --contenders spolia,pyoperon,rust-port} (the first is compared with the others),
 * {@code --csv FILE}.
 */
public final class Solve {
    private static final int THREADS = 2;
    private static final List<String> PEERS = List.of("pyoperon", "rust-port");
    private static final List<String> CONTENDERS = List.of("spolia", "pyoperon", "rust-port");

    private final Peers peers;
    private final List<Law> laws;
    private final List<Setting> settings;
    private final int seeds;
    private final Duration time;
    private final List<String> contenders;
    private final VerdictFile file;

    public Solve(Path home, Options options) throws IOException {
        this.peers = new Peers(home);
        this.laws = chosen(Law.of(home.resolve("configs").resolve("problems")), options);
        this.settings = options.decimals("noise", List.of(0.0)).stream()
                .map(Setting::ofNoise)
                .toList();
        this.seeds = options.number("seeds", 3);
        this.time = Duration.ofSeconds(options.number("seconds", 10));
        this.contenders = options.words("contenders", CONTENDERS);
        Path target = home.resolve("common").resolve("bench").resolve("target").resolve("solve.csv");
        this.file = new VerdictFile(
                Path.of(options.words("csv", List.of(target.toString())).get(0)));
    }

    private static List<Law> chosen(List<Law> all, Options options) {
        String which = options.words("held-out", List.of("both")).get(0);
        List<Law> laws = all.stream()
                .filter(law -> which.equals("both") || law.heldOut() == which.equals("yes"))
                .toList();
        List<String> problems = options.words("problems", List.of());
        if (problems.isEmpty()) {
            return laws;
        }
        if (!problems.get(0).matches("\\d+")) {
            List<Law> named =
                    laws.stream().filter(law -> problems.contains(law.id())).toList();
            if (named.size() < problems.size()) {
                throw new IllegalArgumentException("Option --problems has an unknown id among " + problems
                        + "; there are " + laws.stream().map(Law::id).collect(Collectors.joining(", ")));
            }
            return named;
        }
        // Spread evenly over the catalogue, so that all fields are represented.
        int count = Math.min(laws.size(), Integer.parseInt(problems.get(0)));
        return IntStream.range(0, count)
                .mapToObj(i -> laws.get((int) ((long) i * laws.size() / count)))
                .toList();
    }

    public void run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("spolia-solve");
        List<Solver> solvers = start();
        List<String> results = new ArrayList<>();
        try {
            warm(solvers, folder);
            for (Setting setting : settings) {
                results.addAll(compare(setting, solvers, folder));
            }
        } finally {
            for (Solver solver : solvers) {
                solver.close();
            }
        }
        System.out.println("Every verdict is in " + file);
        results.forEach(System.out::println);
    }

    private List<Solver> start() throws IOException, InterruptedException {
        List<Solver> solvers = new ArrayList<>();
        for (String contender : contenders) {
            Optional<Variant> own = Variant.named(contender);
            if (own.isPresent()) {
                solvers.add(new OwnSolver(own.get(), time, THREADS));
                continue;
            }
            Optional<List<String>> program = switch (contender) {
                case "pyoperon" -> peers.python("operon_solve.py");
                case "rust-port" -> peers.rust("rust_port", "solve");
                default ->
                    throw new IllegalArgumentException("Unknown contender '" + contender + "'; there are "
                            + Stream.concat(Arrays.stream(Variant.values()).map(Variant::contender), PEERS.stream())
                                    .collect(Collectors.joining(", ")));
            };
            if (program.isPresent()) {
                solvers.add(new PeerSolver(contender, program.get(), time, THREADS));
            }
        }
        return solvers;
    }

    /** A warm-up: a fit of noise, which no exact law ends early. */
    private void warm(List<Solver> solvers, Path folder) throws IOException {
        Assignment assignment = Assignment.of(laws.get(0), Setting.ofNoise(1), 0, folder.resolve("warm"));
        for (Solver solver : solvers) {
            solver.solve(assignment);
        }
    }

    private List<String> compare(Setting setting, List<Solver> solvers, Path folder) throws IOException {
        System.out.printf(
                Locale.ROOT,
                "%s: %d laws, %d rows with noise of %.2f deviations, %d s, %d threads, %d seeds%n",
                setting.name(),
                laws.size(),
                setting.trainRows(),
                setting.noise(),
                time.toSeconds(),
                THREADS,
                seeds);
        List<Verdict> verdicts = new ArrayList<>();
        int done = 0;
        for (Law law : laws) {
            for (int seed = 0; seed < seeds; seed++) {
                Path place = folder.resolve(setting.name()).resolve(law.id()).resolve(Integer.toString(seed));
                Assignment assignment = Assignment.of(law, setting, seed, place);
                StringBuilder line = new StringBuilder();
                line.append(++done).append('/').append(laws.size() * seeds).append(' ');
                line.append(law.id()).append(" seed ").append(seed);
                for (Solver solver : solvers) {
                    Verdict verdict = new Verdict(setting, law, seed, solver.name(), solver.solve(assignment));
                    verdicts.add(verdict);
                    file.add(verdict);
                    line.append(words(verdict));
                }
                System.out.println(line);
            }
        }
        return new Tally(setting, solvers.stream().map(Solver::name).toList(), verdicts).lines();
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
