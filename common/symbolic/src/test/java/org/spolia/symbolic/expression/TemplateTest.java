package org.spolia.symbolic.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.evaluation.fitting.FitLimits;
import org.spolia.symbolic.evaluation.fitting.LevenbergMarquardt;

class TemplateTest {
    private static final List<String> NAMES = List.of("x", "y", "z");
    private static final Definitions HILL = Definitions.parse(List.of("hill(x, k) = x/(x + k)"));

    @Test
    void namesThatAreNotOperatorsAreFunctions() {
        Template template = Template.parse("sin(f(x)) * g(y, x*z) + f(x)", NAMES, Definitions.NONE);
        assertThat(template.functions()).containsExactly("f", "g");
        assertThat(template.arguments(0)).containsExactly("x");
        assertThat(template.arguments(1)).containsExactly("#1", "#2");
        assertThat(Template.parse("f(x) - f(y)", NAMES, Definitions.NONE).arguments(0))
                .containsExactly("#1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            f(x)*g(y, z)             | 2*x + 1     ; x*y             | (2*x + 1)*(y*z)
            f(x) - f(y)              | x*x                           | x*x - y*y
            f(g(x), g(x*y))          | x - y       ; exp(x)          | exp(x) - exp(x*y)
            sin(f(x + 1))*2          | 3                             | sin(3)*2
            f(x, y)                  | y                             | y
            f(x*2, y*3) + x*z        | y                             | y*3 + x*z
            f(g(x*2, y*3), z*x) + x*z | x          ; y               | y*3 + x*z
            f(x, y*2)*f(y*2, x)      | x                             | x*(y*2)
            hill(f(x), 2) + g(y)     | hill(x, x*x); x               | hill(hill(x, x*x), 2) + y
            f(g(x), y)               | y*2         ; x*4             | y*2
            f(f(f(x)))               | x*2                           | x*2*2*2
            """)
    void aTreeOfATemplateHasTheValuesOfTheWhole(String form, String parts, String whole) {
        Template template = Template.parse(form, NAMES, HILL);
        Tree tree = fill(template, parts);
        Expression composed = template.compose(tree);
        assertThat(composed).isEqualTo(Expression.parse(whole, NAMES, HILL));

        double[][] columns = columns();
        Evaluator evaluator = new Evaluator();
        Sample sample = Sample.of(columns, new double[columns[0].length]);
        double[] values = new double[columns[0].length];
        evaluator.predict(tree, new double[0], sample, values);
        assertThat(values).isEqualTo(evaluator.predict(composed, columns));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            f(x)*g(y, z)             | 2.1*x + 1.3 ; x*0.7 + y^1.2
            f(x) - 2*f(y)            | x*1.3 + exp(x*0.4)
            f(g(x), g(x*y))          | x*0.8 - y*0.3; exp(x*1.1)
            f(g(x), y)               | x*y^0.7     ; x^0.3
            f(g(x), y)               | y*1.7       ; x*2.2
            f(g(x), y)               | 1.7         ; x*2.2
            f(g(x), z) + g(z)        | y           ; x*2.2
            """)
    void derivativesAreExact(String form, String parts) {
        Template template = Template.parse(form, NAMES, Definitions.NONE);
        Tree tree = fill(template, parts);
        double[][] columns = columns();
        Evaluator evaluator = new Evaluator();
        double[] target = new Evaluator().predict(template.compose(tree), columns);
        Sample sample = Sample.of(columns, target);
        Tree moved = new Tree(tree.size()).copyFrom(tree);
        for (int node = 0; node < moved.size(); node++) {
            moved.setValue(node, moved.value(node) * 1.05);
        }
        LevenbergMarquardt solver = new LevenbergMarquardt(evaluator);
        double before = evaluator.residualSquares(moved, sample);
        double reached = solver.fitConstants(moved, sample, before, false, FitLimits.thorough(30));
        // Exact derivatives converge in a few steps; wrong ones end elsewhere.
        assertThat(reached).isLessThanOrEqualTo(1e-20 * (1 + before));
        assertThat(solver.jacobianPasses()).isLessThan(12);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            f(x, p1)            | x^1.3*y           ; 1.5 2.5 0.5
            p1*f(x) + p2        | x^1.3             ; 1.5 2.5 0.5 ; 3.25 4.5 5.75
            f(p1)               | x                 ; 1.5 2.5 0.5
            p1 + f(x, y, p2)    | x*z + exp(y*0.3)  ; 1.5 2.5 0.5 ; 0.25 1.75 0.75
            """)
    void eachCategoryHasItsOwnValuesOfTheParameters(String form, String parts) {
        List<String> names = form.contains("p2") ? List.of("p1", "p2") : List.of("p1");
        Template template = Template.parse(form, List.of("x", "y"), Definitions.NONE, names, 3);
        String[] texts = parts.split(";", -1);
        Definitions definitions = Definitions.NONE.with(template);
        Tree tree = new Tree(64, definitions);
        Expression part = Expression.parse(texts[0].strip(), NAMES);
        tree.append(part.toTree(), 0, part.size()).adopt(definitions);
        double[][] values = new double[names.size()][];
        for (int parameter = 0; parameter < names.size(); parameter++) {
            values[parameter] = Arrays.stream(texts[parameter + 1].strip().split(" ", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            tree.constant(values[parameter][0]).constant(values[parameter][1]).operator(Opcode.JOIN);
            tree.constant(values[parameter][2]).operator(Opcode.JOIN).operator(Opcode.JOIN);
        }
        tree.operator(Opcode.FORM);

        double[][] columns = columns();
        int rows = columns[0].length;
        double[][] whole = new double[2 + names.size()][rows];
        double[][] withIndicators = new double[5][rows];
        for (int row = 0; row < rows; row++) {
            for (int variable = 0; variable < 2; variable++) {
                whole[variable][row] = columns[variable][row];
                withIndicators[variable][row] = columns[variable][row];
            }
            withIndicators[2 + row % 3][row] = 1;
            for (int parameter = 0; parameter < names.size(); parameter++) {
                whole[2 + parameter][row] = values[parameter][row % 3];
            }
        }
        double[] target = new Evaluator().predict(template.compose(tree), whole);
        Sample sample = Sample.of(withIndicators, target);
        Evaluator evaluator = new Evaluator();
        assertThat(evaluator.predict(tree.toExpression(), new double[0], sample))
                .isEqualTo(target);

        Composition composition = new Composition(template, tree.toExpression());
        assertThat(composition.values(names.size() - 1)).isEqualTo(values[names.size() - 1]);
        Tree moved = new Tree(tree.size()).copyFrom(tree);
        for (int node = 0; node < moved.size(); node++) {
            moved.setValue(node, moved.value(node) * 1.05);
        }
        LevenbergMarquardt solver = new LevenbergMarquardt(evaluator);
        double before = evaluator.residualSquares(moved, sample);
        assertThat(solver.fitConstants(moved, sample, before, false, FitLimits.thorough(30)))
                .isLessThanOrEqualTo(1e-20 * (1 + before));
    }

    @Test
    void parametersAreUsedAndFew() {
        List<String> names = List.of("p1", "p2");
        assertThatThrownBy(() -> Template.parse("f(x, p1)", NAMES, Definitions.NONE, names, 3))
                .hasMessage("parameter 'p2' does not occur in the template; add it there");
        assertThatThrownBy(() -> Template.parse("f(x, p1, p2)", NAMES, Definitions.NONE, names, 101))
                .hasMessage("2 parameters of 101 categories have more than 200 values; take fewer of them");
    }

    @Test
    void aConstantIsCountedOnceHoweverOftenItsFunctionIsCalled() {
        Template template = Template.parse("f(x) - f(y)", NAMES, Definitions.NONE);
        Composition composition =
                new Composition(template, fill(template, "x^2.5").toExpression());
        assertThat(composition.tree().constants()).containsExactly(2.5);
        assertThat(composition.whole().constants()).containsExactly(2.5, 2.5);
        assertThat(composition.parts().get(0).text()).isEqualTo("f(#1) = #1^2.5");
        assertThat(composition).hasToString("f(x) - f(y) with [f(#1) = #1^2.5]");
    }

    @Test
    void theDepthIsThatOfTheDeepestPart() {
        Template template = Template.parse("f(x) + g(y) + h(z)", NAMES, Definitions.NONE);
        assertThat(fill(template, "x; exp(sin(x)); x*x").depth()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x + y               | 'x + y' has no function to find; write one as in sin(f(x1))*g(x2, x3)
            f(x) + f(x, y)      | Function 'f' has 2 arguments here and 1 elsewhere at position 8 of 'f(x) + f(x, y)'
            f(q)                | Unknown name 'q' (variables are x, y, z) at position 3 of 'f(q)'
            f()                 | Unexpected ')' where a number, a name or '(' is expected at position 3 of 'f()'
            a(x)+b(x)+c(x)+d(x)+e(x)+f(x)+g(x)+h(x)+i(x) | 'a(x)+b(x)+c(x)+d(x)+e(x)+f(x)+g(x)+h(x)+i(x)' has 9 functions to find; the most are 8
            """)
    void mistakesAreNamed(String form, String message) {
        assertThatThrownBy(() -> Template.parse(form, NAMES, Definitions.NONE)).hasMessage(message);
    }

    @Test
    void eachSegmentHasItsRange() {
        Template template = Template.parse("f(x)*p1 + g(y) + p2", NAMES, Definitions.NONE, List.of("p1", "p2"), 2);
        Definitions definitions = Definitions.NONE.with(template);
        Tree tree = new Tree(32, definitions);
        append(tree, "x^2", definitions).operator(Opcode.JOIN);
        append(tree.truncate(3), "sin(y)*3", definitions).operator(Opcode.JOIN);
        tree.constant(1).constant(2).operator(Opcode.JOIN).operator(Opcode.JOIN);
        tree.constant(3).constant(4).operator(Opcode.JOIN).operator(Opcode.JOIN);
        tree.operator(Opcode.FORM);
        int[] bounds = new int[8];
        template.locate(tree, bounds);

        assertThat(template.segments()).isEqualTo(4);
        assertThat(template.firstIndicator()).isEqualTo(3);
        assertThat(template.categories()).isEqualTo(2);
        assertThat(template.parameters()).containsExactly("p1", "p2");
        assertThat(bounds).containsExactly(0, 3, 3, 7, 8, 11, 12, 15);
        assertThat(template.parts(tree)).extracting(part -> part.infix(NAMES)).containsExactly("x^2", "sin(y)*3");
        assertThat(template.values(tree, 0)).containsExactly(1, 2);
        assertThat(template.values(tree, 1)).containsExactly(3, 4);
        // All that is neither a node of a sub-expression nor a leaf of one that could be there without it.
        assertThat(template.spine()).isEqualTo(tree.size() - 3 - 4);
        assertThat(tree.isForm()).isTrue();
        assertThat(tree.hasDefined()).isTrue();
    }

    /** A call takes the passes of its sub-expression in the place of its own. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            f(x)                 | x + 1             | 4
            f(x)*2               | x + 1             | 6
            f(x) - f(y)          | x*x + 1           | 13
            f(g(x), y)           | y*2    ; sin(x)   | 7
            f(x)                 | hill(x, 2)        | 5
            """)
    void aCallTakesThePassesOfItsFunction(String form, String parts, int passes) {
        Template template = Template.parse(form, NAMES, HILL);

        assertThat(fill(template, parts).passes()).isEqualTo(passes);
    }

    @Test
    void parametersTakeTwoPassesForEachCategory() {
        Template template = Template.parse("f(x) + p1", NAMES, Definitions.NONE, List.of("p1"), 3);
        Tree tree = new Tree(16, Definitions.NONE.with(template)).variable(0);
        tree.constant(1).constant(2).operator(Opcode.JOIN).constant(3).operator(Opcode.JOIN);
        tree.operator(Opcode.JOIN).operator(Opcode.FORM);

        assertThat(tree.passes()).isEqualTo(4 + 2 * 3);
    }

    @Test
    void templatesAreEqualIfTheirTextsParametersAndVariablesAre() {
        Template template = Template.parse(" f(x) + 1", NAMES, Definitions.NONE);

        assertThat(template)
                .isEqualTo(Template.parse("f(x) + 1 ", NAMES, Definitions.NONE))
                .hasSameHashCodeAs(Template.parse("f(x) + 1 ", NAMES, Definitions.NONE))
                .hasToString("f(x) + 1")
                .isNotEqualTo(Template.parse("f(y) + 1", NAMES, Definitions.NONE))
                .isNotEqualTo(Template.parse("f(x) + 1", List.of("y", "x"), Definitions.NONE));
        List<String> names = List.of("p1");
        assertThat(Template.parse("f(x) + p1", NAMES, Definitions.NONE, names, 2))
                .isNotEqualTo(Template.parse("f(x) + p1", NAMES, Definitions.NONE, names, 3))
                .hasToString("f(x) + p1 with [p1] of 2");
    }

    @Test
    void twoHundredValuesAndEightFunctionsAreNotTooMany() {
        Template template = Template.parse(
                "a(x)+b(x)+c(x)+d(x)+e(x)+f(x)+g(x)+h(x) + p1*p2", NAMES, Definitions.NONE, List.of("p1", "p2"), 100);

        assertThat(template.functions()).hasSize(8);
        assertThat(template.segments()).isEqualTo(10);
    }

    private static Tree append(Tree tree, String text, Definitions definitions) {
        Expression part = Expression.parse(text, NAMES);
        return tree.append(part.toTree(), 0, part.size()).adopt(definitions);
    }

    private static Tree fill(Template template, String parts) {
        String[] texts = parts.split(";");
        Tree tree = new Tree(64, HILL.with(template));
        for (int function = 0; function < texts.length; function++) {
            Expression part = Expression.parse(texts[function].strip(), NAMES, HILL);
            tree.append(part.toTree(), 0, part.size()).adopt(HILL.with(template));
            if (function > 0) {
                tree.operator(Opcode.JOIN);
            }
        }
        return tree.operator(Opcode.FORM);
    }

    private static double[][] columns() {
        SplittableRandom random = new SplittableRandom(5);
        double[][] columns = new double[3][300];
        for (double[] column : columns) {
            Arrays.setAll(column, row -> random.nextDouble(0.5, 2));
        }
        return columns;
    }
}
