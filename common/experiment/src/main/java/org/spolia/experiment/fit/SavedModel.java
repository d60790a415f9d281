package org.spolia.experiment.fit;

import java.util.ArrayList;
import java.util.List;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.export.Latex;
import org.spolia.symbolic.export.PlainText;
import org.spolia.symbolic.export.Sql;
import org.spolia.symbolic.expression.Composition;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.key.Key;
import org.spolia.symbolic.search.choice.StandardErrors;
import org.spolia.symbolic.search.range.TrainingRange;
import org.spolia.symbolic.search.result.Candidate;

/** One model of the front in each language, with the errors of its constants. */
public record SavedModel(
        @Key("its complexity: the number of its nodes, unless the fit set other complexities")
        int complexity,

        @Key(
                "mean loss on all rows: the squared error, unless the fit had another loss; divided by the variance of the target if squares of the target overflow")
        double loss,

        @Key("whether it is the selected model") boolean selected,
        @Key("the formula in Spolia's syntax") String expression,

        @Key(value = "the formula with the operators of --define; empty in files of older versions", byDefault = "''")
        String compact,

        @Key(
                "the formula in the syntax of SymPy and Python; in Spolia's syntax if that takes more than a million characters")
        String sympy,

        @Key("the formula in LaTeX, with rounded constants") String latex,

        @Key("the formula in SQL over the columns; empty if it takes more than a million characters")
        String sql,

        @Key("the fitted constants in the order of the formula, without round ones")
        List<SavedConstant> constants,

        @Key(value = "the sub-expressions of a template, as in f(x) = x + 1", byDefault = "[]")
        List<String> parts,

        @Key(value = "the parameters, with a value for each category", byDefault = "[]")
        List<SavedParameter> parameters,

        @Key(
                value =
                        "the formula as people write it, in Spolia's syntax with the operators of --define; its values are equal up to rounding; empty in files of older versions",
                byDefault = "''",
                laterAdded = true)
        String readable,

        @Key(
                value = "the constants that the readable form writes by name, with the evidence",
                byDefault = "[]",
                laterAdded = true)
        List<SavedName> names,

        @Key(
                value =
                        "whether it has a finite value everywhere inside the training range; proven: by interval arithmetic; checked: at all points between the rows that were checked; gaps: not at some of these points; unknown: too few rows, or constants that depend on a category; empty in files of older versions",
                byDefault = "''",
                laterAdded = true)
        String defined) {
    /** Significant digits of the constants in LaTeX, as in PySR. */
    static final int DIGITS = 3;

    /**
     * @param readable the form in which people write the model
     * @param determined whether the errors of the constants are known; they are unknown if losses are relative
     * @param share the share of the sample in the rows that the constants were fitted to
     * @param range the training range
     */
    static SavedModel of(
            Candidate candidate,
            Expression readable,
            boolean selected,
            boolean determined,
            VariableNames names,
            Sample sample,
            double share,
            TrainingRange range,
            Sql sql) {
        Expression expression = candidate.expression();
        Expression fitted = candidate.composition().map(Composition::tree).orElse(expression);
        double[] values = fitted.constants();
        double[] errors = StandardErrors.of(fitted, sample);
        List<SavedConstant> constants = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (determined && Double.isFinite(errors[i])) {
                constants.add(new SavedConstant(values[i], errors[i] * Math.sqrt(share)));
            }
        }
        return new SavedModel(
                candidate.complexity(),
                candidate.loss(),
                selected,
                expression.expanded().infix(names.names()),
                expression.infix(names.names()),
                BoundedText.sympy(expression, names.names()),
                Latex.of(readable, names.names(), DIGITS),
                BoundedText.of(() -> sql.of(expression, names.columns()), ""),
                List.copyOf(constants),
                candidate.composition().stream()
                        .flatMap(composition -> composition.parts().stream())
                        .map(Composition.Part::text)
                        .toList(),
                candidate.composition().stream().flatMap(SavedParameter::of).toList(),
                BoundedText.of(() -> PlainText.asWritten(readable, names.names()), ""),
                SavedName.of(expression, readable),
                range.coverage(expression).label());
    }

    /** Returns the formula for people in Spolia's syntax, without operators of {@code --define}. */
    public String shown() {
        boolean defined = !compact.isEmpty() && !compact.equals(expression);
        return readable.isEmpty() || defined ? expression : readable;
    }
}
