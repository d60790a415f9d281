package org.spolia.experiment.utility;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.spolia.experiment.configuration.operator.DesignKind;
import org.spolia.experiment.configuration.operator.OperatorDesign;
import org.spolia.experiment.data.ContentHash;
import org.spolia.experiment.data.CounterRandom;
import org.spolia.experiment.planning.Designs;
import org.spolia.experiment.row.ProblemRow;

/**
 * Synthetic trials of a design of 12 sets: exp helps every problem by the planted effect, log those of the field a
 * alone, the other nine operators none. Scores are 0.5 plus effects plus noise of standard deviation 0.1 a trial, and
 * each effect varies from problem to problem by 0.03.
 */
final class PlantedExperiment {
    static final List<String> OPERATORS =
            List.of("exp", "log", "sqrt", "sin", "cos", "tanh", "asin", "atan", "tan", "placebo1", "placebo2");
    static final List<String> FIELDS = List.of("a", "b", "c", "d");
    static final int PROBLEMS_A_FIELD = 12;
    static final int BLOCKS = 3;

    static final OperatorDesign DESIGN = new OperatorDesign(
            DesignKind.PLACKETT_BURMAN, "eleven", List.of("+", "-", "*", "/"), OPERATORS, List.of(), false);

    private PlantedExperiment() {}

    static List<ProblemRow> problems() {
        return IntStream.range(0, FIELDS.size() * PROBLEMS_A_FIELD)
                .mapToObj(problem -> problem(id(problem), FIELDS.get(problem / PROBLEMS_A_FIELD)))
                .toList();
    }

    static ProblemRow problem(String id, String field) {
        return new ProblemRow(
                id,
                field + "." + id,
                field,
                null,
                "formula",
                "exp(x)+x",
                4,
                Map.of("exp", 1, "+", 1),
                "y",
                null,
                List.of("x"),
                List.of(""),
                ProblemRow.ALL,
                null,
                null,
                null,
                null);
    }

    static String id(int problem) {
        return "p" + (10 + problem);
    }

    static List<TrialScore> scores(int experiment, double planted) {
        CounterRandom random = CounterRandom.of(ContentHash.of("planted").add(experiment));
        long[] draw = {0};
        List<String> sets = Designs.of(DESIGN).sets();
        boolean[][] present = DESIGN.present();
        List<TrialScore> scores = new ArrayList<>();
        for (int problem = 0; problem < FIELDS.size() * PROBLEMS_A_FIELD; problem++) {
            double[] effects = new double[OPERATORS.size()];
            for (int factor = 0; factor < effects.length; factor++) {
                boolean helps = factor == 0 || (factor == 1 && problem < PROBLEMS_A_FIELD);
                effects[factor] = (helps ? planted : 0) + 0.03 * random.normal(draw[0]++);
            }
            for (int block = 0; block < BLOCKS; block++) {
                for (int set = 0; set < sets.size(); set++) {
                    double g = 0.5 + 0.1 * random.normal(draw[0]++);
                    for (int factor = 0; factor < effects.length; factor++) {
                        g += present[set][factor] ? effects[factor] : 0;
                    }
                    scores.add(new TrialScore(id(problem), sets.get(set), "seed " + block, g));
                }
            }
        }
        return scores;
    }
}
