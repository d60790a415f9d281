package org.spolia.experiment.fit;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.readable.ReadableForm;
import org.spolia.symbolic.search.result.Candidate;
import org.spolia.symbolic.search.result.SearchResult;

/** The models of a front in the form in which people write them. Models of a template keep the form of the template. */
public final class ReadableForms {
    private final Map<Expression, Expression> forms = new HashMap<>();

    private ReadableForms() {}

    /**
     * Finds the forms, first that of the selected model.
     *
     * @param stopped the models that are left when it becomes true keep their form
     */
    static ReadableForms of(SearchResult result, Sample sample, BooleanSupplier stopped) {
        ReadableForms forms = new ReadableForms();
        forms.add(result.best(), sample);
        for (int i = 0; i < result.candidates().size() && !stopped.getAsBoolean(); i++) {
            if (result.isOnFrontOrChosen(i)) {
                forms.add(result.candidates().get(i), sample);
            }
        }
        return forms;
    }

    private void add(Candidate candidate, Sample sample) {
        if (candidate.composition().isEmpty()) {
            forms.computeIfAbsent(candidate.expression(), expression -> ReadableForm.of(expression, sample));
        }
    }

    /** Returns the form of a model. */
    public Expression of(Candidate candidate) {
        return forms.getOrDefault(candidate.expression(), candidate.expression());
    }
}
