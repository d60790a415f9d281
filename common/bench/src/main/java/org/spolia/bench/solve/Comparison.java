package org.spolia.bench.solve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A paired comparison of two files of verdicts on the same laws: the exact test of McNemar, which is a sign test. */
final class Comparison {
    private final List<VerdictLine> before;
    private final List<VerdictLine> after;

    private Comparison(List<VerdictLine> before, List<VerdictLine> after) {
        this.before = before;
        this.after = after;
    }

    static Comparison of(Path before, Path after) throws IOException {
        return new Comparison(VerdictLine.read(before), VerdictLine.read(after));
    }

    /**
     * Returns a table for each setting and contender that both files have, and the ratios of the second to the first.
     */
    List<String> lines() {
        Map<List<String>, List<Pair>> pairs = pairs();
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("The two files have no contender with the same laws; run both with the"
                    + " same --seed, --rows, --noise and --nuisance");
        }
        List<String> lines = new ArrayList<>();
        List<String> ratios = new ArrayList<>();
        pairs.forEach((names, all) -> {
            String name = String.join(".", names);
            lines.add("");
            lines.add("| " + name + " | laws | first | second | only first | only second | p |");
            lines.add("|---|---|---|---|---|---|---|");
            lines.add(row("in the training range", all, line -> line.is("solved_in")));
            lines.add(row("out of distribution", all, line -> line.is("solved_out")));
            lines.add(row("a model of the front", all, line -> line.is("solved_front")));
            byClass(all).forEach((group, some) -> lines.add(row(group, some, line -> line.is("solved_out"))));
            long first =
                    all.stream().filter(pair -> pair.before.is("solved_out")).count();
            long second =
                    all.stream().filter(pair -> pair.after.is("solved_out")).count();
            ratios.add(
                    String.format(Locale.ROOT, "compare.%s\tratio\t%.3f", name, (double) second / Math.max(1, first)));
        });
        lines.addAll(ratios);
        return lines;
    }

    private record Pair(VerdictLine before, VerdictLine after) {}

    /** By setting and contender. */
    private Map<List<String>, List<Pair>> pairs() {
        Map<List<String>, VerdictLine> first = new LinkedHashMap<>();
        before.forEach(line -> first.put(question(line), line));
        Map<List<String>, List<Pair>> pairs = new LinkedHashMap<>();
        for (VerdictLine line : after) {
            VerdictLine other = first.get(question(line));
            if (other != null) {
                pairs.computeIfAbsent(
                                List.of(line.cell("setting"), line.cell("contender")), absent -> new ArrayList<>())
                        .add(new Pair(other, line));
            }
        }
        return pairs;
    }

    private static List<String> question(VerdictLine line) {
        List<String> question = new ArrayList<>(line.question());
        question.add(line.cell("contender"));
        return question;
    }

    private static Map<String, List<Pair>> byClass(List<Pair> pairs) {
        return pairs.stream()
                .collect(Collectors.groupingBy(
                        pair -> pair.after.cell("class"), LinkedHashMap::new, Collectors.toList()));
    }

    private static String row(String name, List<Pair> pairs, Predicate<VerdictLine> solved) {
        SignTest test = SignTest.of(pairs, pair -> Boolean.compare(solved.test(pair.after), solved.test(pair.before)));
        long first = pairs.stream().filter(pair -> solved.test(pair.before)).count();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d | %.2g |",
                name,
                pairs.size(),
                first,
                first + test.wins() - test.losses(),
                test.losses(),
                test.wins(),
                test.p());
    }
}
