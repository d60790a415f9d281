package org.spolia.experiment.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.export.Sql;
import org.spolia.symbolic.expression.Definitions;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.search.result.Candidate;
import org.spolia.symbolic.search.result.SearchResult;

class ExportsTest {
    private static final VariableNames NAMES = VariableNames.of(List.of("x"));
    private static final Sample SAMPLE = Sample.of(new double[][] {{1, 2, 3}}, new double[] {2, 4, 6});

    @Test
    void theChosenModelIsWrittenWhereverItStands() {
        SearchResult result =
                new SearchResult(List.of(candidate("x + x", 1, true), candidate("2*x", 2, false)), 1, 1, 1);
        SavedFit fit = SavedFit.of(result, NAMES, "y", SAMPLE, Sql.SPARK);
        assertThat(fit.models()).extracting(SavedModel::selected).containsExactly(false, true);
        assertThat(Exports.of(fit, result, NAMES)).containsKeys("model.sql", "model.tex");
    }

    @Test
    void whatIsSavedNeedsNoDefinitions() {
        Definitions definitions = Definitions.parse(List.of("twice(x) = x + x"));
        Candidate candidate = new Candidate(Expression.parse("twice(x)", List.of("x"), definitions), 2, 1, 0, true);
        SearchResult result = new SearchResult(List.of(candidate), 0, 1, 1);

        SavedModel model =
                SavedFit.of(result, NAMES, "y", SAMPLE, Sql.SPARK).models().get(0);

        assertThat(model.expression()).isEqualTo("x + x");
        assertThat(model.compact()).isEqualTo("twice(x)");
        assertThat(model.sympy()).isEqualTo("x + x");
    }

    @Test
    void modelsArePrintedAsPeopleWriteThem() {
        Candidate candidate = candidate("x^2.0000000000003*3.1415926535916 + (-0.5)", 1, true);
        SearchResult result = new SearchResult(List.of(candidate), 0, 1, 1);

        SavedFit fit = SavedFit.of(result, NAMES, "y", SAMPLE, Sql.SPARK);

        SavedModel model = fit.models().get(0);
        assertThat(model.readable()).isEqualTo("pi*x^2 - 0.5");
        assertThat(model.names()).extracting(SavedName::name).containsExactly("2", "pi");
        assertThat(model.names().get(1).difference()).isBetween(5e-13, 6e-13);
        assertThat(Exports.of(fit, result, NAMES).get("model.tex")).contains("y = \\pi \\, {x}^{2} - 0.5");
        assertThat(Exports.of(fit, result, NAMES).get("model.sql")).contains("3.1415926535916");
        assertThat(SavedFit.of(result, NAMES, "y", SAMPLE, Sql.SPARK).toJson()).isEqualTo(fit.toJson());
    }

    @Test
    void eachModelSaysWhetherItHasAValueEverywhereInTheTrainingRange() {
        double[] x = IntStream.range(0, 40).mapToDouble(row -> row / 39.0).toArray();
        Sample sample = Sample.of(new double[][] {x}, x);
        SearchResult result = new SearchResult(
                List.of(
                        candidate("x", 1, true),
                        candidate("1/(x - 0.51)", 3, true),
                        candidate("sqrt((x - 0.5)^2 - 0.0001)", 9, true)),
                0,
                1,
                1);

        SavedFit fit = SavedFit.of(result, NAMES, "y", sample, Sql.SPARK);

        assertThat(fit.models()).extracting(SavedModel::defined).containsExactly("proven", "checked", "gaps");
        assertThat(fit.toJson()).contains("\"defined\":\"gaps\"");
    }

    /** Each choice repeats its operands in SQL, and each placebo in SymPy's syntax and in Java. */
    @Test
    void nestedOperatorsThatALanguageLacksEndInNoEndlessText() {
        String chosen = "x";
        String placebos = "x";
        for (int depth = 0; depth < 25; depth++) {
            chosen = "max(x, min(" + depth + ", " + chosen + "))";
            placebos = "placebo1(" + placebos + ")";
        }
        SearchResult choices = new SearchResult(List.of(candidate(chosen, 1, true)), 0, 1, 1);
        SavedFit ofChoices = SavedFit.of(choices, NAMES, "y", SAMPLE, Sql.SPARK);
        assertThat(ofChoices.models().get(0).sql()).isEmpty();
        assertThat(Exports.of(ofChoices, choices, NAMES).get("model.sql")).startsWith("-- The model takes more than");
        SearchResult curves = new SearchResult(List.of(candidate(placebos, 1, true)), 0, 1, 1);
        SavedFit ofCurves = SavedFit.of(curves, NAMES, "y", SAMPLE, Sql.SPARK);
        assertThat(ofCurves.models().get(0).sympy()).isEqualTo(placebos);
        assertThat(Exports.of(ofCurves, curves, NAMES).get("Model.java")).startsWith("// The model takes more than");
    }

    private static Candidate candidate(String equation, int rank, boolean pareto) {
        return new Candidate(Expression.parse(equation, List.of("x")), 3, rank, 0, pareto);
    }
}
