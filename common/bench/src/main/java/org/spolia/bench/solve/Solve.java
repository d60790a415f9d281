package org.spolia.bench.solve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.spolia.bench.common.Options;
import org.spolia.bench.common.Peers;

/**
 * Counts the laws of the catalogue that each contender finds from the same rows in the same time, among those that the
 * operators of all contenders can express. A law is found if the model that the contender selected on the training rows
 * has almost no error on other rows of the training ranges ({@code in}) or out of distribution ({@code out}).
 *
 * <p>Options: {@code --problems} a number or ids, {@code --held-out yes|no|both}, {@code --noise 0,0.1}, {@code --seeds
 * N}, {@code --seconds N} or {@code --evaluations N}, {@code --contenders spolia,pyoperon,rust-port} (the first is
 * compared with the others), {@code --csv FILE}.
 */
public final class Solve {
    private static final LawGroup SMALL = new LawGroup("up-to-20-nodes", law -> law.nodes() <= 20);

    private final Peers peers;
    private final List<Law> laws;
    private final List<Setting> settings;
    private final int seeds;
    private final Budget budget;
    private final List<String> names;
    private final Path csv;

    public Solve(Path home, Options options) throws IOException {
        this.peers = new Peers(home);
        this.laws = chosen(Law.of(home.resolve("configs").resolve("problems")), options);
        this.settings = options.decimals("noise", List.of(0.0)).stream()
                .map(Setting::ofNoise)
                .toList();
        this.seeds = options.number("seeds", 3);
        this.budget = Budget.of(options);
        this.names = Contenders.names(options);
        Path target = home.resolve("common").resolve("bench").resolve("target").resolve("solve.csv");
        this.csv = Path.of(options.words("csv", List.of(target.toString())).get(0));
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
        List<String> results = new ArrayList<>();
        VerdictFile file = VerdictFile.create(csv);
        try (Contenders contenders = Contenders.start(names, peers, budget)) {
            contenders.warm(laws.get(0), folder);
            Contest contest = new Contest(contenders, budget, file, folder);
            for (Setting setting : settings) {
                List<Verdict> verdicts = contest.judge(
                        setting, laws, IntStream.range(0, seeds).boxed().toList());
                results.addAll(new Tally(setting, contenders.names(), verdicts, SMALL).lines());
            }
        }
        System.out.println("Every verdict is in " + file);
        results.forEach(System.out::println);
    }
}
