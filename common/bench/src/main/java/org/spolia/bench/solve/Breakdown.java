package org.spolia.bench.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.spolia.bench.laws.SizeRange;

/** Recovery of generated laws by class, size, variables and nuisance columns, as tables in Markdown. */
final class Breakdown {
    private static final int SMALL_NODES = 15;
    private static final int FEW_VARIABLES = 4;

    /** The laws of the headline. */
    static final LawGroup HEADLINE = new LawGroup(
            "up-to-15-nodes-and-4-variables", law -> law.nodes() <= SMALL_NODES && law.variables() <= FEW_VARIABLES);

    private static final LawGroup ALL = new LawGroup("all", law -> true);

    private final Setting setting;
    private final List<String> contenders;
    private final List<Verdict> verdicts;

    Breakdown(Setting setting, List<String> contenders, List<Verdict> verdicts) {
        this.setting = setting;
        this.contenders = contenders;
        this.verdicts = verdicts;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (String contender : contenders) {
            lines.add("");
            lines.add("| " + setting.name() + ", " + contender
                    + " | in the training range | out of distribution | a model of the front, out of distribution |");
            lines.add("|---|---|---|---|");
            for (LawGroup group : groups()) {
                List<Verdict> own = group.of(of(contender));
                if (!own.isEmpty()) {
                    lines.add("| " + group.name() + " | " + Share.of(own, Verdict::solvedInside) + " | "
                            + Share.of(own, Verdict::solvedOutside) + " | " + Share.of(own, Verdict::solvedOnFront)
                            + " |");
                }
            }
            lines.add("");
            lines.add("If the front holds a right model, it is selected: " + selected(contender));
        }
        return lines;
    }

    /** Returns the last lines, {@code NAME<TAB>ratio<TAB>value}. */
    List<String> ratios() {
        List<String> lines = new ArrayList<>();
        for (String contender : contenders) {
            List<Verdict> own = of(contender);
            lines.add(ratio("in." + contender, Share.of(own, Verdict::solvedInside)));
            lines.add(ratio("out." + contender, Share.of(own, Verdict::solvedOutside)));
            lines.add(ratio("front." + contender, Share.of(own, Verdict::solvedOnFront)));
            lines.add(ratio("selected-of-front." + contender, selected(contender)));
            lines.add(ratio(
                    "out." + HEADLINE.name() + "." + contender, Share.of(HEADLINE.of(own), Verdict::solvedOutside)));
        }
        return lines;
    }

    private Share selected(String contender) {
        List<Verdict> right =
                of(contender).stream().filter(Verdict::solvedOnFront).toList();
        return Share.of(right, Verdict::solvedOutside);
    }

    private List<Verdict> of(String contender) {
        return verdicts.stream()
                .filter(verdict -> verdict.contender().equals(contender))
                .toList();
    }

    private List<LawGroup> groups() {
        Stream<LawGroup> classes = verdicts.stream()
                .map(verdict -> verdict.law().problem().field())
                .distinct()
                .map(name -> new LawGroup(name, law -> law.problem().field().equals(name)));
        Stream<LawGroup> ranges =
                SizeRange.ALL.stream().map(sizes -> new LawGroup(sizes + " nodes", law -> sizes.contains(law.nodes())));
        Stream<LawGroup> variables = numbers("variables", Law::variables);
        Stream<LawGroup> nuisance = numbers("nuisance columns", Law::nuisance);
        return Stream.of(Stream.of(ALL, HEADLINE), classes, ranges, variables, nuisance)
                .flatMap(groups -> groups)
                .toList();
    }

    private Stream<LawGroup> numbers(String what, ToIntFunction<Law> number) {
        return verdicts.stream()
                .mapToInt(verdict -> number.applyAsInt(verdict.law()))
                .distinct()
                .sorted()
                .mapToObj(value -> new LawGroup(what + ": " + value, law -> number.applyAsInt(law) == value));
    }

    private String ratio(String name, Share share) {
        return String.format(Locale.ROOT, "%s.%s\tratio\t%.3f", setting.name(), name, share.value());
    }
}
