package org.spolia.bench.laws;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.spolia.experiment.data.Dataset;
import org.spolia.experiment.data.Split;
import org.spolia.experiment.problem.DataRequest;
import org.spolia.experiment.problem.Distribution;
import org.spolia.experiment.problem.FormulaProblem;
import org.spolia.experiment.problem.Interval;
import org.spolia.experiment.problem.Quantity;
import org.spolia.experiment.problem.Variable;
import org.spolia.statistics.Moments;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.expression.Expression;

/** The variables of a law and rows of their ranges, by which its constants are chosen. */
final class Ground {
    private static final int ROWS = 256;
    private static final List<String> UNITS = List.of(
            "1", "m", "m", "s", "s", "g", "K", "A", "mol", "m/s", "m/s^2", "1/s", "m^2", "m^3", "g/m^3", "N", "Pa", "J",
            "W", "C", "V", "T", "mol/m^3");
    private static final Quantity TARGET = new Quantity("y", "", "");

    private final List<Variable> variables;
    private final List<Term> terms;
    private final Dataset rows;
    private final Evaluator evaluator;

    private Ground(List<Variable> variables, List<Dimension> dimensions, Evaluator evaluator) {
        this.evaluator = evaluator;
        this.variables = variables;
        this.terms = IntStream.range(0, variables.size())
                .mapToObj(i -> Term.variable(variables.get(i).name(), dimensions.get(i)))
                .toList();
        String all = variables.stream().map(Variable::name).collect(Collectors.joining("+"));
        this.rows = new FormulaProblem("ground", "", "", all, TARGET, variables, "", "")
                .open()
                .dataset(new DataRequest(ROWS, ROWS, 0, 0, 0));
    }

    /** Draws variables. For {@link StructureClass#GROUPS}, the last of each group makes its quotient a pure number. */
    static Ground draw(StructureClass structure, int count, Dice dice, Evaluator evaluator) {
        List<Dimension> dimensions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean again = i > 0 && dice.chance(0.35);
            dimensions.add(again ? dice.of(dimensions) : Dimension.of(dice.of(UNITS)));
        }
        if (structure == StructureClass.GROUPS) {
            for (List<Integer> group : groups(count)) {
                int last = group.get(group.size() - 1);
                dimensions.set(
                        last,
                        group.subList(0, group.size() - 1).stream()
                                .map(dimensions::get)
                                .reduce(Dimension.NONE, Dimension::times));
            }
        }
        List<Variable> variables = IntStream.range(0, count)
                .mapToObj(i -> variable(i + 1, dimensions.get(i), structure, dice))
                .toList();
        return new Ground(variables, dimensions, evaluator);
    }

    /** Returns the variables of each quotient without dimension. */
    static List<List<Integer>> groups(int count) {
        List<Integer> all = IntStream.range(0, count).boxed().toList();
        return count < 4 ? List.of(all) : List.of(all.subList(0, count / 2), all.subList(count / 2, count));
    }

    private static Variable variable(int number, Dimension dimension, StructureClass structure, Dice dice) {
        boolean wide = structure == StructureClass.SCALES;
        int decade = switch (structure) {
            case SCALES -> dice.below(17) - 8;
            case GROUPS -> 0;
            default -> dice.below(3) - 1;
        };
        BigDecimal scale =
                new BigDecimal(dice.between(1, 10)).round(new MathContext(2)).scaleByPowerOfTen(decade);
        if (wide) {
            return of(number, dimension, Distribution.LOG_UNIFORM, scale, List.of("1", "100", "100", "300"));
        }
        List<String> shape = switch (dice.below(7)) {
            case 0 -> List.of("-1", "1", "1", "2");
            case 1, 2 -> List.of("0.1", "1", "1", "1.5");
            case 3, 4 -> List.of("0.5", "2", "2", "3");
            default -> List.of("1", "3", "3", "5");
        };
        return of(number, dimension, Distribution.UNIFORM, scale, shape);
    }

    private static Variable of(
            int number, Dimension dimension, Distribution distribution, BigDecimal scale, List<String> shape) {
        double[] ends = shape.stream()
                .mapToDouble(end -> scale.multiply(new BigDecimal(end)).doubleValue())
                .toArray();
        return new Variable(
                "x" + number,
                dimension.toString(),
                "",
                distribution,
                new Interval(ends[0], ends[1]),
                new Interval(ends[2], ends[3]));
    }

    List<Term> terms() {
        return terms;
    }

    List<String> names() {
        return rows.variables();
    }

    List<Variable> variables() {
        return variables;
    }

    double[][] columns(Split split) {
        return rows.rows(split).columns();
    }

    /** All corners of a range. */
    double[][] corners(Split split) {
        double[][] corners = new double[variables.size()][1 << variables.size()];
        for (int variable = 0; variable < corners.length; variable++) {
            Interval range = split == Split.OOD
                    ? variables.get(variable).ood()
                    : variables.get(variable).train();
            for (int corner = 0; corner < corners[variable].length; corner++) {
                corners[variable][corner] = ((corner >> variable) & 1) == 0 ? range.lower() : range.upper();
            }
        }
        return corners;
    }

    double[] values(Term term) {
        double[] values = values(Expression.parse(term.text(), names()), columns(Split.TRAIN));
        if (!Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new Unsuitable("a part is not finite");
        }
        return values;
    }

    double[] values(Expression expression, double[][] columns) {
        return evaluator.predict(expression, columns);
    }

    /** The median absolute value in the training range. */
    double magnitude(Term term) {
        double[] sizes = Arrays.stream(values(term)).map(Math::abs).sorted().toArray();
        return Moments.quantile(sizes, 0.5);
    }

    /** The standard deviation in the training range. */
    double spread(Term term) {
        return Moments.populationDeviation(values(term));
    }
}
