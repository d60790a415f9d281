package org.spolia.experiment.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.export.Sql;
import org.spolia.symbolic.expression.Definitions;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.search.Candidate;
import org.spolia.symbolic.search.SearchResult;

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

    private static Candidate candidate(String equation, int rank, boolean pareto) {
        return new Candidate(Expression.parse(equation, List.of("x")), 3, rank, 0, pareto);
    }
}
