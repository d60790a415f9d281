package org.spolia.experiment.utility;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.row.OperatorUtility;
import org.spolia.experiment.row.ProblemRow;
import org.spolia.statistics.MultipleTests;
import org.spolia.statistics.SignFlip;
import org.spolia.statistics.effect.Effects;
import org.spolia.statistics.effect.FieldInteraction;
import org.spolia.statistics.effect.Utility;

/** The rows of operator_utility for one design. */
final class UtilityRows {
    private static final int RESAMPLES = 10_000;
    private static final int PERMUTATIONS = 9_999;
    private static final double LEVEL = 0.95;
    private static final long SEED = 0;

    private final String experimentId;
    private final DesignEffects design;
    private final Effects effects;

    UtilityRows(String experimentId, DesignEffects design) {
        this.experimentId = experimentId;
        this.design = design;
        this.effects = design.effects();
    }

    List<OperatorUtility> rows() {
        return design.utility().map(this::rows).orElseGet(this::withoutBlocks);
    }

    private List<OperatorUtility> withoutBlocks() {
        return IntStream.range(0, design.factors().size())
                .mapToObj(factor -> row(OperatorUtility.ALL, factor)
                        .reason(DesignEffects.NO_BLOCK)
                        .build())
                .toList();
    }

    private List<OperatorUtility> rows(Utility utility) {
        List<OperatorUtility> rows = new ArrayList<>();
        rows.add(ofDesign());
        rows.addAll(ofFactors(utility));
        rows.addAll(ofFields(utility));
        rows.addAll(ofProblems(utility));
        return rows;
    }

    private OperatorUtility ofDesign() {
        return row(OperatorUtility.DESIGN)
                .over(all())
                .interaction(FieldInteraction.test(effects, PERMUTATIONS, SEED))
                .build();
    }

    private List<OperatorUtility> ofFactors(Utility utility) {
        int[] all = all();
        double[] p = IntStream.range(0, design.factors().size())
                .mapToDouble(factor -> SignFlip.pValue(effects.effects(factor, all), SEED))
                .toArray();
        double[] adjusted = MultipleTests.benjaminiHochberg(p);
        return IntStream.range(0, p.length)
                .mapToObj(factor -> row(OperatorUtility.ALL, factor)
                        .over(all)
                        .effect(utility.mean(factor), utility.standardError(factor))
                        .interval(utility.interval(factor, RESAMPLES, LEVEL, SEED))
                        .utility(utility.mean(factor), Double.NaN, utility.pull(factor))
                        .test(p[factor], adjusted[factor])
                        .interaction(FieldInteraction.test(alone(factor), PERMUTATIONS, SEED))
                        .build())
                .toList();
    }

    /** The effects of one factor. */
    private Effects alone(int factor) {
        return Effects.of(
                List.of(effects.factors().get(factor)),
                effects.problems(),
                IntStream.of(all())
                        .mapToObj(problem -> effects.fields().get(effects.fieldOf(problem)))
                        .toList(),
                new double[][] {effects.effects(factor, all())});
    }

    private List<OperatorUtility> ofFields(Utility utility) {
        int fields = effects.fields().size();
        double[] p = IntStream.range(0, design.factors().size() * fields)
                .mapToDouble(cell ->
                        SignFlip.pValue(effects.effects(cell / fields, effects.problemsOf(cell % fields)), SEED))
                .toArray();
        double[] adjusted = MultipleTests.benjaminiHochberg(p);
        return IntStream.range(0, p.length)
                .mapToObj(cell -> ofField(utility, cell / fields, cell % fields)
                        .test(p[cell], adjusted[cell])
                        .build())
                .toList();
    }

    private UtilityRowBuilder ofField(Utility utility, int factor, int field) {
        return row(OperatorUtility.FIELD, factor)
                .field(effects.fields().get(field))
                .over(effects.problemsOf(field))
                .effect(utility.mean(factor, field), utility.standardError(factor, field))
                .interval(utility.interval(factor, field, RESAMPLES, LEVEL, SEED))
                .utility(utility.shrunk(factor, field), utility.withoutField(factor, field), utility.pull(factor));
    }

    private List<OperatorUtility> ofProblems(Utility utility) {
        List<OperatorUtility> rows = new ArrayList<>();
        for (int factor = 0; factor < design.factors().size(); factor++) {
            for (int problem : all()) {
                rows.add(ofProblem(utility, factor, problem));
            }
        }
        return rows;
    }

    private OperatorUtility ofProblem(Utility utility, int factor, int problem) {
        int field = effects.fieldOf(problem);
        return row(OperatorUtility.PROBLEM, factor)
                .field(effects.fields().get(field))
                .problem(effects.problems().get(problem), isInFormula(factor, problem))
                .over(new int[] {problem})
                .effect(effects.effect(factor, problem), Double.NaN)
                .utility(utility.shrunk(factor, field), utility.withoutProblem(factor, problem), utility.pull(factor))
                .build();
    }

    private @Nullable Boolean isInFormula(int factor, int problem) {
        ProblemRow row = design.problems().get(effects.problems().get(problem));
        Map<String, Integer> formula = row == null ? null : row.formulaOperators();
        return formula == null
                ? null
                : design.factors().get(factor).operators().stream().anyMatch(formula::containsKey);
    }

    private int[] all() {
        return IntStream.range(0, effects.problems().size()).toArray();
    }

    private UtilityRowBuilder row(String level) {
        return new UtilityRowBuilder(
                experimentId,
                design.name(),
                level,
                null,
                design.factors().stream()
                        .flatMap(factor -> factor.operators().stream())
                        .toList(),
                effects);
    }

    private UtilityRowBuilder row(String level, int factor) {
        return new UtilityRowBuilder(
                experimentId,
                design.name(),
                level,
                design.factors().get(factor).name(),
                design.factors().get(factor).operators(),
                effects);
    }
}
