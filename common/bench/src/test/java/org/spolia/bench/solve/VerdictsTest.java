package org.spolia.bench.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.bench.laws.LawGenerator;
import org.spolia.bench.laws.StructureClass;
import org.spolia.experiment.data.DelimitedFile;
import org.spolia.experiment.data.DelimitedFormat;
import org.spolia.experiment.data.Rows;
import org.spolia.experiment.data.Split;
import org.spolia.experiment.data.TrainingTable;
import org.spolia.experiment.problem.Distribution;
import org.spolia.experiment.problem.FormulaProblem;
import org.spolia.experiment.problem.Interval;
import org.spolia.experiment.problem.Quantity;
import org.spolia.experiment.problem.Variable;

class VerdictsTest {
    private static final int SEED = 3;
    private static final Setting SETTING = Setting.ofLaws(0, 50);
    private static final Budget BUDGET = new Budget(Duration.ofSeconds(2), OptionalLong.empty());
    private static final List<Law> LAWS =
            LawGenerator.laws(SEED, 8, List.of(StructureClass.SUM, StructureClass.RATIONAL)).stream()
                    .map(law -> Law.of(law, 2))
                    .toList();

    @TempDir
    Path folder;

    private static Verdict verdict(int law, String contender, double outside) {
        Answer answer = new Answer(1.5, 7, "a \"b\", c", 1e-9, outside, Math.min(outside, 1e-3));
        return new Verdict(SETTING, LAWS.get(law), SEED, contender, answer);
    }

    private Path file(String name, double... outside) throws IOException {
        Path path = folder.resolve(name);
        VerdictFile file = VerdictFile.create(path);
        for (int law = 0; law < outside.length; law++) {
            file.add(verdict(law, "spolia", outside[law]), BUDGET);
        }
        return path;
    }

    @Test
    void aResumedFileKnowsItsAnswers() throws IOException {
        Path path = file("a.csv", 1e-20, Double.POSITIVE_INFINITY);
        Files.writeString(path, "laws,sum.9,su", StandardOpenOption.APPEND);

        VerdictFile file = VerdictFile.resume(path);

        for (int law = 0; law < 2; law++) {
            Verdict verdict = verdict(law, "spolia", law == 0 ? 1e-20 : Double.POSITIVE_INFINITY);
            assertThat(file.answer(SETTING, LAWS.get(law), SEED, BUDGET, "spolia"))
                    .contains(verdict.answer());
        }
        assertThat(file.answer(SETTING, LAWS.get(2), SEED, BUDGET, "spolia")).isEmpty();
        assertThat(file.answer(SETTING, LAWS.get(0), SEED, BUDGET, "pyoperon")).isEmpty();
        Budget other = new Budget(Duration.ofSeconds(2), OptionalLong.of(1000));
        assertThat(file.answer(SETTING, LAWS.get(0), SEED, other, "spolia")).isEmpty();
        assertThat(Files.readString(path)).doesNotContain("Infinity").doesNotContain("sum.9");
        file.add(verdict(2, "spolia", 1), BUDGET);
        assertThat(VerdictLine.read(path)).hasSize(3);
    }

    @Test
    void anotherFileIsNotContinued() throws IOException {
        Path path = Files.writeString(folder.resolve("b.csv"), "x,y\n1,2\n");

        assertThatThrownBy(() -> VerdictFile.resume(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a file of verdicts of this version; name another file with --csv");
    }

    @Test
    void filesAreComparedLawByLaw() throws IOException {
        Path first = file("first.csv", 1, 1, 1, 1, 1, 1, 1e-9, 1e-9);
        Path second = file("second.csv", 1e-9, 1e-9, 1e-9, 1e-9, 1e-9, 1e-9, 1, 1e-9);

        List<String> lines = Comparison.of(first, second).lines();

        assertThat(lines)
                .contains("| out of distribution | 8 | 2 | 7 | 1 | 6 | 0.13 |")
                .endsWith("compare.laws.spolia\tratio\t3.500");
    }

    @Test
    void filesOfDifferentLawsAreRefused() throws IOException {
        Path first = file("first.csv", 1);
        Path second = folder.resolve("second.csv");
        VerdictFile.create(second).add(verdict(1, "spolia", 1), BUDGET);

        assertThatThrownBy(() -> Comparison.of(first, second).lines())
                .hasMessageContaining("run both with the same --seed");
    }

    @Test
    void wilsonIntervalsHaveTheirKnownEnds() {
        Share share = new Share(8, 10);

        assertThat(share.lower()).isCloseTo(0.4902, within(1e-4));
        assertThat(share.upper()).isCloseTo(0.9433, within(1e-4));
        assertThat(new Share(0, 10).lower()).isZero();
        assertThat(new Share(0, 10).upper()).isCloseTo(0.2775, within(1e-4));
        assertThat(share).hasToString("8/10 (80 %, 49 to 94)");
    }

    @Test
    void tablesCountByClassAndSize() {
        List<Verdict> verdicts = List.of(
                verdict(0, "spolia", 1e-9),
                verdict(1, "spolia", 1),
                verdict(2, "spolia", 1e-9),
                verdict(3, "spolia", 1));

        Breakdown breakdown = new Breakdown(SETTING, List.of("spolia"), verdicts);

        assertThat(breakdown.lines())
                .anyMatch(line -> line.startsWith("| sum | 2/2") && line.contains("| 2/2 (100 %, 34 to 100) |"))
                .anyMatch(line -> line.startsWith("| rational | 2/2") && line.contains("| 0/2 (0 %, 0 to 66) |"))
                .anyMatch(line -> line.startsWith("| nuisance columns: 2 | 4/4"));
        assertThat(breakdown.ratios()).contains("laws.out.spolia\tratio\t0.500");
    }

    @Test
    void theSeedDependsOnCommitAndChanges() {
        int clean = JudgingSeed.of("7a7fb88d", false);

        assertThat(clean).isPositive().isEqualTo(JudgingSeed.of("7a7fb88d", false));
        assertThat(JudgingSeed.of("7a7fb88d", true)).isNotEqualTo(clean);
        assertThat(JudgingSeed.of("7a7fb88e", false)).isNotEqualTo(clean);
    }

    @Test
    void nuisanceColumnsFollowTheVariables() {
        Law law = LAWS.get(0);
        Assignment bare = Assignment.of(new Law(law.problem(), law.nodes(), 0), SETTING, SEED, folder.resolve("bare"));

        Assignment assignment = Assignment.of(law, SETTING, SEED, folder.resolve("wide"));

        assertThat(assignment.variables()).hasSize(law.variables() + 2).endsWith("z1", "z2");
        for (Split split : List.of(Split.TRAIN, Split.TEST, Split.OOD)) {
            Rows rows = assignment.rows(split);
            assertThat(rows.target()).isEqualTo(bare.rows(split).target());
            double[] nuisance = rows.columns()[law.variables()];
            assertThat(nuisance).isNotEqualTo(rows.columns()[law.variables() + 1]);
            assertThat(Arrays.stream(nuisance).allMatch(value -> value >= 0.5 && value < 3.5))
                    .isTrue();
        }
    }

    @Test
    void theGroundTruthRecoversItselfFromNoise() {
        Law law = Law.of(LawGenerator.laws(0, 1, List.of(StructureClass.POWERS)).get(0), 0);
        Setting setting = Setting.ofLaws(0.1, 1000);

        Answer answer = new TruthSolver().solve(Assignment.of(law, setting, SEED, folder));

        assertThat(answer.outside()).isPositive().isLessThan(setting.threshold());
        assertThat(answer.front()).isEqualTo(answer.outside());
    }

    @Test
    void largeIntegersCanBeReadAgain() {
        Variable variable = new Variable("x", "", "", Distribution.UNIFORM, new Interval(1, 2), new Interval(2, 3));
        FormulaProblem problem =
                new FormulaProblem("large", "", "", "3.7e16*x", new Quantity("y", "", ""), List.of(variable), "", "");
        Assignment assignment = Assignment.of(new Law(problem, 3, 0), SETTING, SEED, folder);

        TrainingTable table = TrainingTable.read(
                DelimitedFile.open(assignment.file(Split.TRAIN), DelimitedFormat.detected()), "y", List.of());

        assertThat(table.values()).isEqualTo(assignment.rows(Split.TRAIN).target());
    }

    @Test
    void aFitThatFailsIsAnAnswerWithoutAModel() throws IOException {
        Assignment assignment = Assignment.of(LAWS.get(0), SETTING, SEED, folder);
        Files.delete(assignment.file(Split.TRAIN));

        Answer answer = new OwnSolver(Variant.WHOLE, BUDGET).solve(assignment);

        assertThat(answer.expression()).startsWith("failed: ");
        assertThat(answer.front()).isInfinite();
    }

    @Test
    void ourEngineFindsALawWithABudgetInEvaluations() throws IOException {
        Law law = Law.of(LawGenerator.laws(0, 1, List.of(StructureClass.POWERS)).get(0), 0);
        Assignment assignment = Assignment.of(law, SETTING, SEED, folder);
        OwnSolver solver = new OwnSolver(Variant.WHOLE, new Budget(Duration.ZERO, OptionalLong.of(2000)));

        Answer answer = solver.solve(assignment);

        assertThat(answer.front()).isLessThanOrEqualTo(answer.outside());
        assertThat(solver.solve(assignment).expression()).isEqualTo(answer.expression());
    }
}
