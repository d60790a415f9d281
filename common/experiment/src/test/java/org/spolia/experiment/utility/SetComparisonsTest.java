package org.spolia.experiment.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spolia.experiment.configuration.operator.ListedOperators;
import org.spolia.experiment.planning.Designs;
import org.spolia.experiment.row.ProblemRow;
import org.spolia.experiment.row.SetComparison;

/** Eight problems with two seeds each: the second list is better on all, the third as good as the first. */
class SetComparisonsTest {
    private static final int PROBLEMS = 8;
    private static final List<ListedOperators> LISTS = List.of(
            new ListedOperators("plain", List.of("+", "*")),
            new ListedOperators("roots", List.of("+", "*", "sqrt")),
            new ListedOperators("waves", List.of("+", "*", "sin")));

    private final List<ProblemRow> problems = IntStream.range(0, PROBLEMS)
            .mapToObj(i -> PlantedExperiment.problem("p" + i, i % 2 == 0 ? "a" : "b"))
            .toList();

    @Test
    void aListThatIsBetterOnEachProblemHasTheSmallestPOfSoManyProblems() {
        SetComparison roots = row(compare(scores()), "roots", SetComparison.OOD);

        assertThat(roots.reference()).isEqualTo("plain");
        assertThat(roots.problems()).isEqualTo(PROBLEMS);
        assertThat(roots.trials()).isEqualTo(2 * PROBLEMS);
        assertThat(roots.pValue()).isEqualTo(2.0 / 256).isEqualTo(roots.leastPValue());
        assertThat(roots.adjustedPValue()).isEqualTo(4.0 / 256);
        assertThat(roots.better()).isEqualTo(PROBLEMS);
        assertThat(roots.worse()).isZero();
        assertThat(roots.difference()).isCloseTo(0.25 + 0.01 * 3.5, within(1e-12));
        assertThat(roots.lower()).isBetween(0.25, roots.difference());
        assertThat(roots.upper()).isBetween(roots.difference(), 0.25 + 0.07);
    }

    @Test
    void recoveredTrialsAreCountedAndErrorsHaveMedians() {
        List<SetComparison> rows = compare(scores());
        SetComparison recovered = row(rows, "roots", SetComparison.RECOVERED);
        SetComparison outside = row(rows, "roots", SetComparison.OOD);
        SetComparison plain = row(rows, "plain", SetComparison.OOD);

        assertThat(recovered.recovered()).isEqualTo(PROBLEMS);
        assertThat(recovered.trials()).isEqualTo(2 * PROBLEMS);
        assertThat(recovered.score()).isEqualTo(0.5);
        assertThat(recovered.nmse()).isNull();
        // One seed at the floor, the other at 1e-2: the geometric mean of each problem.
        assertThat(outside.nmse()).isCloseTo(1e-7, within(1e-19));
        assertThat(outside.nmseLower()).isEqualTo(outside.nmse()).isEqualTo(outside.nmseUpper());
        // Undefined counts as the worst error, and nothing is compared with itself.
        assertThat(plain.nmse()).isEqualTo(1e6);
        assertThat(plain.difference()).isNull();
        assertThat(plain.reference()).isNull();
    }

    @Test
    void listsThatReachTheSameDoNotDiffer() {
        SetComparison waves = row(compare(scores()), "waves", SetComparison.TEST);

        assertThat(waves.difference()).isZero();
        assertThat(waves.pValue()).isEqualTo(1);
        assertThat(waves.better()).isZero();
        assertThat(waves.worse()).isZero();
        assertThat(waves.lower()).isZero().isEqualTo(waves.upper());
    }

    /** Two exact laws differ only by rounding. */
    @Test
    void roundingIsNoDifference() {
        List<ListScore> exact = scores().stream()
                .map(score -> new ListScore(
                        score.problemId(),
                        score.operatorSetId(),
                        score.block(),
                        0,
                        score.nmseOod() == null ? 1 : 1 - 0x1p-52,
                        1.0,
                        1e-32,
                        1e-32,
                        true))
                .toList();
        SetComparison roots = row(compare(exact), "roots", SetComparison.TEST);

        assertThat(roots.difference()).isZero();
        assertThat(roots.pValue()).isEqualTo(1);
        assertThat(roots.worse()).isZero();
    }

    @Test
    void fewProblemsHaveADifferenceWithoutAnInterval() {
        List<ListScore> few = scores().stream()
                .filter(score -> List.of("p0", "p1", "p2").contains(score.problemId()))
                .toList();
        SetComparison roots = row(compare(few), "roots", SetComparison.OOD);

        assertThat(roots.pValue()).isEqualTo(0.25);
        assertThat(roots.difference()).isPositive();
        assertThat(roots.lower()).isNull();
        assertThat(roots.nmse()).isNotNull();
        assertThat(roots.nmseLower()).isNull();
    }

    @Test
    void aSplitThatIsNotThereSaysSo() {
        List<ListScore> measured = scores().stream()
                .map(score -> new ListScore(
                        score.problemId(),
                        score.operatorSetId(),
                        score.block(),
                        0.1,
                        score.gTest(),
                        null,
                        score.nmseTest(),
                        null,
                        null))
                .toList();
        List<SetComparison> rows = compare(measured);

        assertThat(row(rows, "roots", SetComparison.OOD).reason()).contains("no problem has a block");
        assertThat(row(rows, "roots", SetComparison.RECOVERED).score()).isNull();
        assertThat(row(rows, "roots", SetComparison.TEST).reason()).isNull();
    }

    @Test
    void oneListIsComparedWithNone() {
        assertThat(SetComparisons.of("e", LISTS.subList(0, 1), problems, scores()))
                .isEmpty();
    }

    private List<SetComparison> compare(List<ListScore> scores) {
        return SetComparisons.of("e", LISTS, problems, scores);
    }

    private List<ListScore> scores() {
        List<ListScore> scores = new ArrayList<>();
        for (int problem = 0; problem < PROBLEMS; problem++) {
            for (int seed = 0; seed < 2; seed++) {
                for (ListedOperators list : LISTS) {
                    boolean roots = list.name().equals("roots");
                    scores.add(new ListScore(
                            "p" + problem,
                            Designs.operatorSetId(list),
                            String.valueOf(seed),
                            0,
                            0.5,
                            roots ? 0.75 + 0.01 * problem : 0.5,
                            1.0,
                            roots ? Double.valueOf(seed == 0 ? 1e-30 : 1e-2) : null,
                            roots && seed == 0));
                }
            }
        }
        return scores;
    }

    private static SetComparison row(List<SetComparison> rows, String set, String measure) {
        return rows.stream()
                .filter(row -> row.operatorSet().equals(set) && row.measure().equals(measure))
                .findFirst()
                .orElseThrow();
    }
}
