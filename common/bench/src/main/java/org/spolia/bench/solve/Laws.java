package org.spolia.bench.solve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.spolia.bench.common.Options;
import org.spolia.bench.common.Peers;
import org.spolia.bench.laws.GeneratedLaw;
import org.spolia.bench.laws.LawGenerator;
import org.spolia.bench.laws.SizeRange;
import org.spolia.bench.laws.StructureClass;

/**
 * Counts generated laws that each contender recovers. The seed of the laws comes from the commit, so no change was
 * tried on them. A second call with the same seed continues its file of verdicts.
 *
 * <p>Options: {@code --seed N}, {@code --laws N}, {@code --classes sum,shared}, {@code --noise 0,0.1}, {@code
 * --nuisance 0,2}, {@code --seconds N} or {@code --evaluations N}, {@code --rows N}, {@code --contenders
 * spolia,pyoperon,rust-port} (the first is compared with the others), {@code --csv FILE}, {@code --compare
 * A.csv,B.csv}.
 */
public final class Laws {
    private final Path home;
    private final Options options;

    public Laws(Path home, Options options) {
        this.home = home;
        this.options = options;
    }

    public void run() throws IOException, InterruptedException {
        List<String> compared = options.words("compare", List.of());
        if (!compared.isEmpty()) {
            if (compared.size() != 2) {
                throw new IllegalArgumentException("Option --compare needs two files, as in --compare a.csv,b.csv");
            }
            Comparison.of(Path.of(compared.get(0)), Path.of(compared.get(1)))
                    .lines()
                    .forEach(System.out::println);
            return;
        }
        int seed = options.number("seed", -1);
        judge(seed < 0 ? JudgingSeed.of(home) : seed);
    }

    private void judge(int seed) throws IOException, InterruptedException {
        List<Law> laws = laws(seed);
        System.out.println("Seed " + seed + ": " + laws.size() + " laws");
        Path target = home.resolve("common/bench/target/laws-" + seed + ".csv");
        VerdictFile file = VerdictFile.resume(
                Path.of(options.words("csv", List.of(target.toString())).get(0)));
        Budget budget = Budget.of(options);
        Path folder = Files.createTempDirectory("spolia-laws");
        List<String> results = new ArrayList<>();
        try (Contenders contenders = Contenders.start(Contenders.names(options), new Peers(home), budget)) {
            contenders.warm(laws.get(0), folder);
            Contest contest = new Contest(contenders, budget, file, folder);
            for (double noise : options.decimals("noise", List.of(0.0))) {
                Setting setting = Setting.ofLaws(noise, options.number("rows", 1000));
                List<Verdict> verdicts = contest.judge(setting, laws, List.of(seed));
                Breakdown breakdown = new Breakdown(setting, contenders.names(), verdicts);
                breakdown.lines().forEach(System.out::println);
                results.addAll(new Tally(setting, contenders.names(), verdicts, Breakdown.HEADLINE).lines());
                results.addAll(breakdown.ratios());
            }
        }
        System.out.println();
        System.out.println("Every verdict is in " + file);
        results.forEach(System.out::println);
    }

    /** The numbers of nuisance columns alternate in each class and in each range of sizes. */
    private List<Law> laws(int seed) {
        List<StructureClass> named = options.words("classes", List.of()).stream()
                .map(StructureClass::named)
                .toList();
        List<StructureClass> classes = named.isEmpty() ? Arrays.asList(StructureClass.values()) : named;
        List<GeneratedLaw> generated = LawGenerator.laws(seed, options.number("laws", 300), classes);
        List<Integer> nuisance = options.numbers("nuisance", List.of(0));
        return IntStream.range(0, generated.size())
                .mapToObj(i -> {
                    int ofClass = i / classes.size();
                    int turn = i % classes.size() + ofClass + ofClass / SizeRange.ALL.size();
                    return Law.of(generated.get(i), nuisance.get(turn % nuisance.size()));
                })
                .toList();
    }
}
