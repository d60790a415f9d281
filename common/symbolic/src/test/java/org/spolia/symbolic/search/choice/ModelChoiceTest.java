package org.spolia.symbolic.search.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.search.form.DescriptionLength;
import org.spolia.symbolic.search.front.Model;
import org.spolia.symbolic.search.front.Models;
import org.spolia.symbolic.search.options.Selection;

class ModelChoiceTest {
    private static final int ROWS = 200;
    private static final List<String> VARIABLES = List.of("x", "y");

    @Test
    void aRoundConstantIsPreferredToOneThatFitsALittleBetter() {
        assertThat(chosen(model("x^2.987752106081686", 0.00804, 3), model("x^3", 0.00813, 3)))
                .isEqualTo("x^3");
    }

    @Test
    void aConstantThatFitsMuchBetterIsKept() {
        assertThat(chosen(model("x^2.787752106081686", 0.00804, 3), model("x^3", 0.01, 3)))
                .isEqualTo("x^2.787752106081686");
    }

    @Test
    void ofEqualErrorsTheLesserComplexityIsChosenWhateverTheNodes() {
        assertThat(chosen(model("x*y", 0.01, 9), model("sin(x + y)", 0.01, 4))).isEqualTo("sin(x + y)");
    }

    @Test
    void anExactLawIsChosenWhateverItsLength() {
        assertThat(chosen(exact("x*y + sin(x)*sin(y)"), model("x", 1e-20, 1))).isEqualTo("x*y + sin(x)*sin(y)");
    }

    private static String chosen(Model... offered) {
        Models models = new Models(20);
        for (Model model : offered) {
            models.offer(model);
        }
        return new ModelChoice(ROWS, Optional.empty())
                .result(models, Selection.CRITERION, Map.of(), 0, 0)
                .best()
                .expression()
                .infix(VARIABLES);
    }

    private static Model model(String infix, double error, int complexity) {
        return model(tree(infix), error, 0, complexity);
    }

    private static Model exact(String infix) {
        Tree tree = tree(infix);
        return model(tree, 1e-33, 1e-32, tree.size());
    }

    private static Model model(Tree tree, double error, double floor, int complexity) {
        double description = new DescriptionLength(ROWS).of(tree, Math.max(error, floor));
        return new Model(
                tree,
                complexity,
                error,
                floor,
                description,
                tree.toExpression().infix(VARIABLES).hashCode());
    }

    private static Tree tree(String infix) {
        return Expression.parse(infix, VARIABLES).toTree();
    }
}
