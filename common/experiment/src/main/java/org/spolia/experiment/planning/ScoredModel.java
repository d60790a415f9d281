package org.spolia.experiment.planning;

import org.jspecify.annotations.Nullable;
import org.spolia.experiment.data.Dataset;
import org.spolia.experiment.data.Rows;
import org.spolia.experiment.row.CandidateRow;
import org.spolia.experiment.row.Score;
import org.spolia.statistics.baseline.Baseline;
import org.spolia.statistics.baseline.Predictor;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.expression.Expression;

/**
 * A model with the name under which it is scored.
 *
 * @param trialId null for a baseline, like complexity and rank
 */
record ScoredModel(
        @Nullable String trialId,
        String name,
        @Nullable Integer complexity,
        @Nullable Integer rank,
        Predictor predictor) {

    static ScoredModel of(CandidateRow candidate, Dataset dataset) {
        Expression expression = Expression.parse(candidate.expression(), dataset.variables());
        return new ScoredModel(
                candidate.trialId(),
                Score.LAW,
                candidate.complexity(),
                candidate.rank(),
                columns -> new Evaluator().predict(expression, columns));
    }

    static ScoredModel of(Baseline baseline, Rows train) {
        return new ScoredModel(null, baseline.label(), null, null, baseline.fit(train.columns(), train.target()));
    }
}
