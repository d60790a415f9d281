package org.spolia.jobs.cli.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.Suggestion;
import org.spolia.symbolic.expression.Definitions;
import org.spolia.symbolic.key.Names;

/** Operators in the notation of a command line: names and signs, separated by commas. */
final class OperatorList {
    private static final int NEAR = 3;

    /** The names of operators in other programs. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("plus", "+"),
            Map.entry("add", "+"),
            Map.entry("sub", "-"),
            Map.entry("minus", "-"),
            Map.entry("mult", "*"),
            Map.entry("mul", "*"),
            Map.entry("times", "*"),
            Map.entry("div", "/"),
            Map.entry("divide", "/"),
            Map.entry("power", "pow"),
            Map.entry("ln", "log"),
            Map.entry("safe_log", "log"),
            Map.entry("safe_sqrt", "sqrt"),
            Map.entry("safe_pow", "pow"),
            Map.entry("arcsin", "asin"),
            Map.entry("arccos", "acos"),
            Map.entry("arctan", "atan"),
            Map.entry("sigmoid", "logistic"),
            Map.entry("heaviside", "greater"),
            Map.entry("sgn", "sign"),
            Map.entry("ceiling", "ceil"));

    private OperatorList() {}

    /**
     * Returns the engine's texts for the operators of a list.
     *
     * @param defined the operators that formulas of the user define
     */
    static List<String> texts(String list, Definitions defined) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> text("--operators", name, defined))
                .toList();
    }

    /**
     * Returns the engine's text for an operator.
     *
     * @param option the option that names it, for messages
     */
    static String text(String option, String name, Definitions defined) {
        return defined.operator(name)
                .or(() -> Definitions.PROVIDED.operator(name))
                .orElseThrow(() -> new ExperimentException(
                        option + ": Unknown operator " + Names.quote(name) + "; " + instead(name, defined)))
                .text();
    }

    private static String instead(String name, Definitions defined) {
        if (name.contains("(") || name.contains("=")) {
            return "define an operator of your own with --define 'NAME(x) = FORMULA', and list its NAME in --operators";
        }
        String same = ELSEWHERE.get(name);
        if (same != null) {
            return "here it is '" + same + "'";
        }
        List<String> known = new ArrayList<>();
        defined.operators().forEach(operator -> known.add(operator.name()));
        new KnownOperators().forEach(known::add);
        List<String> near = Suggestion.near(name, known, NEAR);
        return near.isEmpty()
                ? "known are " + String.join(", ", known) + "; --define adds others"
                : "did you mean '" + String.join("', '", near) + "'? fit --help lists all, --define adds others";
    }
}
