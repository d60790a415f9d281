package org.spolia.bench.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.spolia.bench.common.Ratios;

/** Totals of all verdicts of one setting, as lines {@code NAME<TAB>kind<TAB>value}. */
final class Tally {
    private final Setting setting;
    private final List<String> contenders;
    private final List<Verdict> verdicts;
    private final LawGroup small;

    /**
     * @param small laws that are also counted separately
     */
    Tally(Setting setting, List<String> contenders, List<Verdict> verdicts, LawGroup small) {
        this.setting = setting;
        this.contenders = contenders;
        this.verdicts = verdicts;
        this.small = small;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (String contender : contenders) {
            List<Verdict> own = of(contender);
            lines.add(count("in." + contender, own, Verdict::solvedInside));
            lines.add(count("out." + contender, own, Verdict::solvedOutside));
            lines.add(count("out." + small.name() + "." + contender, small.of(own), Verdict::solvedOutside));
            double[] seconds = own.stream()
                    .filter(Verdict::solvedOutside)
                    .mapToDouble(verdict -> verdict.answer().seconds())
                    .toArray();
            if (seconds.length > 0) {
                lines.add(line("out.seconds." + contender, "median", "%.2f", Ratios.median(seconds)));
            }
        }
        compare(lines);
        return lines;
    }

    private void compare(List<String> lines) {
        String own = contenders.get(0);
        List<String> peers = contenders.stream()
                .skip(1)
                .filter(contender -> !contender.equals(TruthSolver.NAME))
                .toList();
        long best = 0;
        for (String peer : peers) {
            List<Verdict> theirs = of(peer);
            List<Verdict> ours = of(own);
            List<Integer> signs = new ArrayList<>();
            for (int i = 0; i < ours.size(); i++) {
                signs.add(Boolean.compare(
                        ours.get(i).solvedOutside(), theirs.get(i).solvedOutside()));
            }
            SignTest test = SignTest.of(signs, Integer::intValue);
            lines.add(setting.name() + ".out.only." + own + "-or-" + peer + "\tcount\t" + test.wins() + "/"
                    + test.losses());
            lines.add(line("out.sign-test." + peer, "p", "%.2g", test.p()));
            best = Math.max(best, solved(theirs, Verdict::solvedOutside));
        }
        if (!peers.isEmpty()) {
            // A peer that finds nothing counts as if it had found one law.
            double ratio = (double) solved(of(own), Verdict::solvedOutside) / Math.max(1, best);
            lines.add(line("out.best-peer", "ratio", "%.2f", ratio));
        }
    }

    private List<Verdict> of(String contender) {
        return verdicts.stream()
                .filter(verdict -> verdict.contender().equals(contender))
                .toList();
    }

    private static long solved(List<Verdict> verdicts, Predicate<Verdict> solved) {
        return verdicts.stream().filter(solved).count();
    }

    private String count(String name, List<Verdict> verdicts, Predicate<Verdict> solved) {
        return setting.name() + "." + name + "\tcount\t" + solved(verdicts, solved) + "/" + verdicts.size();
    }

    private String line(String name, String kind, String format, double value) {
        return setting.name() + "." + name + "\t" + kind + "\t" + String.format(Locale.ROOT, format, value);
    }
}
