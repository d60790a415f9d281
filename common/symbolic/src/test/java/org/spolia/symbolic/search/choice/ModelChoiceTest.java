package org.spolia.symbolic.search.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.search.form.DescriptionLength;
import org.spolia.symbolic.search.front.Model;
import org.spolia.symbolic.search.front.Models;
import org.spolia.symbolic.search.options.Selection;
import org.spolia.symbolic.search.range.TrainingRange;

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

    /** The root is undefined between 0.4975 and 0.5025, where no row lies. */
    private static final String HOLED = "sqrt((x - 0.5)^2 - 0.000006) + y";

    @Test
    void aModelWithAGapInsideTheRangeIsRefused() {
        assertThat(inRange(model(HOLED, 0.0081, 9), model("x + y", 0.0101, 3), model("x", 1, 1)))
                .isEqualTo("x + y");
    }

    @Test
    void theSameModelIsChosenIfGapsAreAllowed() {
        assertThat(chosen(model(HOLED, 0.0001, 9), model("x + y", 0.0101, 3), model("x", 1, 1)))
                .isEqualTo(tree(HOLED).toExpression().infix(VARIABLES));
    }

    @Test
    void aModelWithAGapIsChosenIfAllOthersAreFarLessAccurate() {
        assertThat(inRange(model(HOLED, 0.00001, 9), model("x + y", 0.0101, 3)))
                .isEqualTo(tree(HOLED).toExpression().infix(VARIABLES));
    }

    @Test
    void ofExactLawsOneWithoutGapsIsChosenThoughItIsLonger() {
        assertThat(inRange(exact(HOLED), exact("x*y + sin(x)*sin(y)*cos(x)*cos(y)"), model("x", 1, 1)))
                .isEqualTo("x*y + sin(x)*sin(y)*cos(x)*cos(y)");
    }

    @Test
    void anExactLawWithAGapIsChosenIfNoOtherIsExact() {
        assertThat(inRange(exact(HOLED), model("x + y", 1e-20, 3)))
                .isEqualTo(tree(HOLED).toExpression().infix(VARIABLES));
    }

    @Test
    void ifEachModelHasAGapTheRuleDecidesAlone() {
        String other = HOLED + " + x";
        assertThat(inRange(model(HOLED, 0.0081, 9), model(other, 0.1, 11)))
                .isEqualTo(tree(HOLED).toExpression().infix(VARIABLES));
    }

    @Test
    void aVariantThatAloneHasAGapGivesWay() {
        ModelChoice choice = new ModelChoice(ROWS, Optional.empty(), Optional.of(range()));
        Model sound = model("x + y", 0.01, 3);
        Model round = model("x + 2*y", 0.01, 5);
        Model holed = model(HOLED, 0.01, 9);
        assertThat(choice.unlessGaps(holed, sound)).isSameAs(sound);
        assertThat(choice.unlessGaps(round, sound)).isSameAs(round);
        assertThat(choice.unlessGaps(holed, holed)).isSameAs(holed);
    }

    /** Rows of the unit square in which no x is near one half. */
    private static TrainingRange range() {
        SplittableRandom random = new SplittableRandom(1);
        double[][] columns = new double[2][ROWS];
        for (int row = 0; row < ROWS; row++) {
            double x = random.nextDouble();
            columns[0][row] = Math.abs(x - 0.5) < 0.003 ? x + 0.01 : x;
            columns[1][row] = random.nextDouble();
        }
        return TrainingRange.of(Sample.of(columns, new double[ROWS]));
    }

    private static String chosen(Model... offered) {
        return chosen(Optional.empty(), offered);
    }

    private static String inRange(Model... offered) {
        return chosen(Optional.of(range()), offered);
    }

    private static String chosen(Optional<TrainingRange> range, Model... offered) {
        Models models = new Models(20);
        for (Model model : offered) {
            models.offer(model);
        }
        return new ModelChoice(ROWS, Optional.empty(), range)
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
