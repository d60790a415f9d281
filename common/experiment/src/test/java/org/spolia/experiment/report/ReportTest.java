package org.spolia.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.spolia.experiment.report.page.Answer;
import org.spolia.experiment.report.page.Figure;
import org.spolia.experiment.report.page.Heading;
import org.spolia.experiment.report.page.LineStyles;
import org.spolia.experiment.report.page.Page;

class ReportTest {
    private static final String EXPERIMENT = "0123456789abcdef";

    private final Map<String, Answer> answers = new LinkedHashMap<>();

    ReportTest() {
        Report.TRIALS
                .queries(EXPERIMENT)
                .keySet()
                .forEach(figure -> answers.put(figure, new Answer(List.of(), List.of())));
    }

    @Test
    void everyQueryAsksForTheExperimentAndNoOther() {
        for (Report report : Report.values()) {
            report.queries(EXPERIMENT)
                    .forEach((figure, query) -> assertThat(query)
                            .as(figure)
                            .contains("= '" + EXPERIMENT + "'")
                            .doesNotContain(":experiment"));
        }
    }

    @Test
    void anIdThatIsNoHashEntersNoQuery() {
        assertThatIllegalArgumentException().isThrownBy(() -> Report.TRIALS.queries("x' OR '1' = '1"));
    }

    @Test
    void aPageRefersToNothingOutsideItself() {
        String own = page().replace(Figure.resource(Page.ECHARTS), "");

        assertThat(own)
                .doesNotContainPattern("(src|href)=\"(?!#)")
                .doesNotContain("@import")
                .doesNotContain("url(");
    }

    @Test
    void aFigureWithoutRowsSaysSo() {
        assertThat(page().split("The tables have no rows for this figure. It needs ", -1))
                .hasSize(answers.size() + 1);
    }

    @Test
    void textFromTablesIsEscaped() {
        answers.put(
                "models",
                answer(
                        List.of(
                                "model",
                                "problems",
                                "models",
                                "median_test",
                                "median_ood",
                                "mean_g_test",
                                "mean_g_ood",
                                "mean_acc_01_ood",
                                "recovered"),
                        Arrays.asList("</script><b>law", 3L, 6L, 1e-12, null, 0.5, 0.25, 0.125, 1.0)));

        assertThat(page())
                .contains("&lt;/script&gt;&lt;b&gt;law")
                .contains("<\\/script><b>law")
                .doesNotContain("</script><b>");
    }

    @Test
    void lawsAreTypesetAndCountedWhereTheErrorIsRounding() {
        List<String> columns = List.of(
                "field",
                "problem",
                "operator_set",
                "noise",
                "trials",
                "complexity",
                "expression",
                "nmse_train",
                "nmse_test",
                "nmse_ood",
                "kind",
                "truth");
        answers.put(
                "equations",
                answer(
                        columns,
                        Arrays.asList(
                                "m", "m.a", "s", 0.0, 4L, 5, "sqrt(x/y)", 0.0, 1e-30, 1e-28, "formula", "sqrt(x/y)"),
                        Arrays.asList("m", "m.b", "s", 0.0, 4L, 3, "x*2.5", 0.1, 0.2, null, "formula", "x^2")));

        assertThat(page()).contains("<strong>1 of 2 laws</strong>").contains("<msqrt>");
    }

    @Test
    void listsAreComparedAndAnUndecidedComparisonSaysWhatItTakes() {
        answers.put(
                "sets",
                answer(
                        SETS,
                        set("ood", "plain", null, 1, null, 0.5, 0.25),
                        set("ood", "hill", "plain", 1, null, 0.75, 1e-12),
                        set("recovered", "plain", null, 1, 0, 0.0, null),
                        set("recovered", "hill", "plain", 1, 2, 1.0, null),
                        set("test", "plain", null, 1, null, 0.5, 0.5),
                        set("test", "hill", "plain", 1, null, 1.0, 1e-12)));

        assertThat(page())
                .contains("<strong>1 problem is too few to distinguish the sets</strong>: at least 6 ")
                .contains(">2 of 2</td>")
                .contains(">&lt; 1.0e−12</td>")
                .contains("hill − plain");
    }

    @Test
    void aListThatDiffersIsNamed() {
        answers.put(
                "sets",
                answer(
                        SETS,
                        set("ood", "plain", null, 8, null, 0.5, 0.25),
                        set("ood", "hill", "plain", 8, null, 0.75, 1e-12)));

        assertThat(page()).contains("<strong>hill does better than plain</strong> (score outside, adjusted p 0.00781)");
    }

    private static final List<String> SETS = List.of(
            "measure",
            "place",
            "operator_set",
            "reference",
            "problems",
            "trials",
            "recovered",
            "score",
            "nmse",
            "nmse_lower",
            "nmse_upper",
            "difference",
            "lower",
            "upper",
            "better",
            "worse",
            "p_value",
            "least_p_value",
            "adjusted_p_value");

    /** On all problems better by the difference of the scores. */
    private static List<@Nullable Object> set(
            String measure,
            String name,
            @Nullable String reference,
            int problems,
            @Nullable Integer recovered,
            double score,
            @Nullable Double nmse) {
        boolean compared = reference != null;
        boolean many = compared && problems >= 6;
        double p = Math.scalb(2.0, -problems);
        return Arrays.asList(
                measure,
                compared ? 2 : 1,
                name,
                reference,
                problems,
                2 * problems,
                recovered,
                score,
                nmse,
                null,
                null,
                compared ? score - 0.5 : null,
                many ? score - 0.6 : null,
                many ? score - 0.4 : null,
                compared ? problems : null,
                compared ? 0 : null,
                compared ? p : null,
                compared ? p : null,
                compared ? p : null);
    }

    @Test
    void conceptsAreTypesetAndTheirArmsNamed() {
        List<String> columns = List.of(
                "part",
                "place",
                "label",
                "nodes",
                "saved",
                "problems",
                "found_in",
                "g_ood",
                "gain",
                "nmse_ood",
                "share_recovered");
        answers.put(
                "concepts",
                answer(
                        columns,
                        Arrays.asList("arm", null, "mined", null, null, 9, "b", 0.75, 0.125, 1e-20, 0.5),
                        Arrays.asList("arm", null, "none", null, null, 9, "b", 0.625, 0.0, 1e-3, 0.25),
                        Arrays.asList(
                                "concept",
                                1,
                                "concept_1(x, y) = sqrt(x/(x + y))",
                                6,
                                7.5,
                                2,
                                "[bio.a, bio.b]",
                                null,
                                null,
                                null,
                                null)));

        assertThat(page())
                .contains("<msqrt>")
                .contains("bio.a, bio.b")
                .contains("with concepts of other problems")
                .contains("0.125");
    }

    @Test
    void aUtilityIsMarkedWhereItsAdjustedPValueAllows() {
        List<String> columns = List.of(
                "design",
                "level",
                "factor",
                "field",
                "placebo",
                "problems",
                "effect",
                "lower",
                "upper",
                "utility",
                "p_value",
                "least_p_value",
                "adjusted_p_value",
                "interaction_p_value");
        answers.put(
                "utility",
                answer(
                        columns,
                        Arrays.asList(
                                "d", "design", null, null, false, 12, null, null, null, null, null, null, null, 0.25),
                        Arrays.asList(
                                "d", "all", "exp", null, false, 12, 0.2, 0.1, 0.3, 0.2, 0.001, 0.0005, 0.002, 0.5),
                        Arrays.asList(
                                "d", "field", "exp", "bio", false, 6, 0.25, 0.1, 0.3, 0.24, 0.03, 0.03125, 0.06, null),
                        Arrays.asList(
                                "d", "field", "exp", "chem", false, 6, 0.1, -0.1, 0.3, 0.14, 0.5, 0.03125, 0.5, null)));

        assertThat(page())
                .contains("<strong>1 of 1 cells over all fields and 1 of 2 cells in single fields are marked</strong>")
                .contains("no p can be below 0.0313")
                .contains("p = 0.250 under shuffled field labels")
                .contains("bio (n = 6)");
    }

    @Test
    void curvesHaveAPanelForEachPartAndALineForEachEncoder() {
        List<String> columns = List.of(
                "probe",
                "quantity",
                "dataset",
                "split",
                "test_dataset",
                "head",
                "metric",
                "encoder",
                "setting",
                "size",
                "scores",
                "lower",
                "median",
                "upper");
        Answer curves = answer(
                columns,
                Arrays.asList("speed", "v", "d", "test", "d", "ridge", "r2", "raw", "u", 16, 5L, -9.0, -3.0, 0.25),
                Arrays.asList("speed", "v", "d", "test", "d", "ridge", "r2", "raw", "u", 64, 5L, 0.5, 0.5, 0.5),
                Arrays.asList("speed", "v", "d", "shifted", "d", "ridge", "r2", "raw", "u", 64, 5L, 0.5, 0.5, 0.5));

        assertThat(Report.PROBES.page(new Heading(EXPERIMENT, "probes", ""), answers("curves", curves)))
                .contains("<h3>speed: v of d, like the training samples, by ridge</h3>")
                .contains("<h3>speed: v of d, held-out range, by ridge</h3>")
                .contains("[[16.0,-0.5],[64.0,0.5]]")
                .contains("[[16.0,-0.5,0.25],[64.0,0.5,0.5]]")
                .contains("up to 5 scores");
    }

    @Test
    void aLineLooksTheSameInAllPanelsAndControlsComeLast() {
        LineStyles all = LineStyles.of(List.of("raw", "a", "random", "b"));
        LineStyles without = LineStyles.of(List.of("b", "a", "raw"));
        for (String name : List.of("a", "b", "raw")) {
            assertThat(without.line(name)).isEqualTo(all.line(name));
        }
        assertThat(all.legend()).containsSubsequence("> a<", "> b<", "> raw<", "> random<");
        List<String> many = IntStream.range(0, 21).mapToObj(i -> "encoder " + i).toList();
        LineStyles styles = LineStyles.of(many);
        assertThat(many.stream().map(styles::line)).doesNotHaveDuplicates();
    }

    @Test
    void whatIsRetrievedHasAColumnForEachNumberOfLabels() {
        List<String> columns = List.of(
                "probe",
                "quantity",
                "dataset",
                "split",
                "test_dataset",
                "encoder",
                "setting",
                "size",
                "scores",
                "rows",
                "mean",
                "sd");
        Answer retrieval = answer(
                columns,
                Arrays.asList("speed", "v", "d", "test", "d", "raw", "u", 16, 5L, 97, 0.5, 0.125),
                Arrays.asList("speed", "v", "d", "test", "d", "raw", "u", 64, 5L, 97, 0.75, 0.0),
                Arrays.asList("speed", "v", "d", "test", "d", "raw", "u and w", 64, 5L, 97, 0.25, 0.0));

        assertThat(Report.PROBES.page(new Heading(EXPERIMENT, "probes", ""), answers("retrieval", retrieval)))
                .contains("<th scope=\"col\">16 labels</th><th scope=\"col\">64 labels</th>")
                .containsSubsequence("raw, u</th>", "0.500 ± 0.125</td>", "0.750 ± 0.000</td>", "97</td>")
                .containsSubsequence("raw, u and w</th>", "></td>", "0.250 ± 0.000</td>");
    }

    @Test
    void forecastsHaveAPanelForEachSpanOfSteps() {
        List<String> columns = List.of(
                "probe",
                "dataset",
                "split",
                "test_dataset",
                "metric",
                "encoder",
                "setting",
                "size",
                "scores",
                "lower",
                "median",
                "upper");
        Answer forecasts = answer(
                columns,
                Arrays.asList("next", "d", "test", "d", "vrmse_1", "random", "u", 16, 5L, 0.1, 0.25, 20.0),
                Arrays.asList("next", "d", "test", "d", "vrmse_1", "persistence", "u", 16, 5L, 0.5, 0.5, 0.5),
                Arrays.asList("next", "d", "shifted", "e", "vrmse_6_12", "random", "u", 16, 5L, 0.5, 0.5, 0.5));

        assertThat(Report.PROBES.page(new Heading(EXPERIMENT, "probes", ""), answers("forecasts", forecasts)))
                .contains("<h3>next: d, like the training samples, step 1</h3>")
                .contains("<h3>next: d, e, step 6 to 12</h3>")
                .contains("[[16.0,0.25]]")
                .contains("[[16.0,0.1,10.0]]");
    }

    @Test
    void gainsSayWhereTheyTurn() {
        List<String> columns = List.of(
                "probe",
                "quantity",
                "dataset",
                "split",
                "test_dataset",
                "head",
                "encoder",
                "setting",
                "size",
                "scores",
                "lower",
                "median",
                "upper",
                "crossing_size");
        Answer gains = answer(
                columns,
                Arrays.asList("speed", "v", "d", "test", "d", "ridge", "p", "u", 16, 5L, 0.1, 0.25, 0.5, 64),
                Arrays.asList("speed", "v", "d", "test", "d", "ridge", "p", "u", 64, 5L, -3.0, -0.5, 0.1, 64));

        assertThat(Report.PROBES.page(new Heading(EXPERIMENT, "probes", ""), answers("gain", gains)))
                .contains("[[16.0,0.1,0.5],[64.0,-1.0,0.1]]")
                .contains("0.25</td>", "−0.50</td>", ">64</td>");
    }

    @Test
    void theTwinHasCurvesOfWhatDiffersInRowsAndTheLawsOfTheParts() {
        List<String> columns = List.of(
                "probe",
                "quantity",
                "dataset",
                "split",
                "test_dataset",
                "head",
                "encoder",
                "setting",
                "size",
                "problems",
                "scores",
                "lower",
                "median",
                "upper",
                "share_good",
                "expression");
        Answer twin = answer(
                columns,
                Arrays.asList("f", "u_t", "s", "test", "o", "laws", "used", "", 16, 6, 3L, 1e-9, 0.5, 90.0, 0.5, null),
                Arrays.asList(
                        "f", "u_t", "s", "test", "o", "laws", "a part", "", 64, 1, 1L, 0.2, 0.2, 0.2, 0.0, "v*u_x"));

        assertThat(Report.PROBES.page(new Heading(EXPERIMENT, "probes", ""), answers("twin", twin)))
                .contains("[[16.0,1.0E-6,10.0]]")
                .doesNotContain("[[64.0,0.2]]")
                .containsPattern("a part</th><td[^>]*><math");
    }

    /** Answers to the queries of the page of probes, all empty but one. */
    private static Map<String, Answer> answers(String figure, Answer answer) {
        Map<String, Answer> answers = new HashMap<>();
        Report.PROBES
                .queries(EXPERIMENT)
                .keySet()
                .forEach(other -> answers.put(other, new Answer(List.of(), List.of())));
        answers.put(figure, answer);
        return answers;
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static Answer answer(List<String> columns, List<@Nullable Object>... rows) {
        return new Answer(columns, Arrays.asList(rows));
    }

    private String page() {
        return Report.TRIALS.page(new Heading(EXPERIMENT, "A & B", ""), answers);
    }
}
