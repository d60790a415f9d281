package org.spolia.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.spolia.experiment.data.TrainingTable;
import org.spolia.experiment.fit.FitOptions;
import org.spolia.symbolic.evaluation.Loss;
import org.spolia.symbolic.export.Sql;
import org.spolia.symbolic.expression.Definitions;
import org.spolia.symbolic.expression.Operator;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.expression.Template;
import org.spolia.symbolic.search.options.Constraints;
import org.spolia.symbolic.search.options.FloatingPoint;
import org.spolia.symbolic.search.options.SearchOptions;
import org.spolia.symbolic.search.options.Selection;
import org.spolia.symbolic.search.options.Units;
import org.spolia.symbolic.search.options.Validation;

/** A random fit of a soak: a table and options, determined by the seed and the number of the case. */
final class SoakCase {
    private static final long FIRST = 0xBF58476D1CE4E5B9L;
    private static final long SECOND = 0x94D049BB133111EBL;
    private static final int[] MAX_SIZES = {3, 5, 10, 20, 30, 30, 30, 60, 200};
    private static final Definitions OWN =
            Definitions.parse(List.of("hill(x, k) = x/(x + k)", "bump(x) = exp(-hill(x, 2)^2)"));
    private static final List<String> DISTANCES = List.of(
            "L1DistLoss()",
            "HuberLoss(1.5)",
            "LogCoshLoss()",
            "QuantileLoss(0.2)",
            "L1EpsilonInsLoss(0.1)",
            "L2EpsilonInsLoss(0.1)",
            "LPDistLoss(3)",
            "PeriodicLoss(2)",
            "LogitDistLoss()",
            "loss(r) = abs(r)^1.5",
            "loss(prediction, target) = (prediction - target)^2/(abs(target) + 0.1)");
    private static final List<String> MARGINS = List.of(
            "LogitMarginLoss()",
            "L1HingeLoss()",
            "PerceptronLoss()",
            "ZeroOneLoss()",
            "ExpLoss()",
            "SigmoidLoss()",
            "ModifiedHuberLoss()",
            "DWDMarginLoss(1)",
            "L2MarginLoss()",
            "SmoothedL1HingeLoss(0.5)");

    private final SplittableRandom random;
    private final Loss loss;
    private final SoakTable table;
    private final int number;

    SoakCase(long seed, int number) {
        this.number = number;
        this.random = new SplittableRandom((seed ^ FIRST * number) * SECOND);
        boolean classes = random.nextInt(12) == 0;
        this.loss =
                classes ? Loss.parse(one(MARGINS)) : random.nextInt(4) == 0 ? Loss.parse(one(DISTANCES)) : Loss.SQUARE;
        this.table = new SoakTable(random, classes);
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    boolean hasOtherLoss() {
        return !loss.equals(Loss.SQUARE);
    }

    TrainingTable table() {
        Optional<String> weights = table.isWeighted() ? Optional.of(SoakTable.WEIGHTS) : Optional.empty();
        return TrainingTable.read(table, SoakTable.TARGET, List.of(), weights);
    }

    FitOptions options(Optional<Duration> time, long evaluations, Path folder) {
        SearchOptions search =
                SearchOptions.of(operators(), evaluations).withMaxSize(MAX_SIZES[random.nextInt(MAX_SIZES.length)]);
        int manner = random.nextInt(6);
        if (manner == 0) {
            search = search.plain();
        }
        if (manner <= 1) {
            search = search.withPrecision(FloatingPoint.FLOAT32);
        }
        if (random.nextInt(3) == 0) {
            search = search.withPopulations(1 + random.nextInt(4), 2 + random.nextInt(20));
        }
        if (random.nextInt(5) == 0) {
            search = search.withMaxDepth(2 + random.nextInt(8));
        }
        if (random.nextInt(4) == 0) {
            search = search.withConstraints(constraints());
        }
        if (random.nextInt(4) == 0 && table.rows() > 6) {
            boolean forward = random.nextBoolean();
            search = search.withValidation(new Validation(
                    random.nextBoolean() ? Selection.HELD_OUT : Selection.ONE_STANDARD_ERROR, 3, forward));
        } else if (random.nextInt(4) == 0) {
            search = search.withValidation(
                    new Validation(one(List.of(Selection.ACCURACY, Selection.BEST, Selection.SCORE)), 0, false));
        }
        if (random.nextInt(10) == 0
                && search.constraints().complexityOfVariables().isEmpty()
                && search.constraints().units().variables().isEmpty()) {
            search = search.withTemplate(template());
        }
        return new FitOptions(
                search,
                time,
                1 + random.nextInt(2),
                random.nextInt(100),
                folder,
                false,
                Sql.SPARK,
                loss,
                OptionalDouble.empty(),
                List.of());
    }

    private OperatorSet operators() {
        List<String> known = new ArrayList<>();
        Operator.all().forEach(operator -> known.add(operator.name()));
        Definitions.PROVIDED.operators().forEach(operator -> known.add(operator.text()));
        OWN.operators().forEach(operator -> known.add(operator.text()));
        List<String> chosen = new ArrayList<>();
        List<String> arithmetic = List.of("+", "-", "*", "/", "pow");
        for (String operator : arithmetic) {
            if (random.nextInt(5) < 3) {
                chosen.add(operator);
            }
        }
        int more = random.nextInt(random.nextInt(8) == 0 ? known.size() : 8);
        for (int i = 0; i < more; i++) {
            chosen.add(one(known));
        }
        if (chosen.isEmpty()) {
            chosen.add(one(known));
        }
        return OperatorSet.of(chosen.stream().distinct().toList());
    }

    private Constraints constraints() {
        int variables = table.variables().size();
        List<Double> ofVariables = random.nextBoolean()
                ? List.of()
                : random.doubles(variables, 0.1, 4).boxed().toList();
        Units units = random.nextInt(3) == 0
                ? new Units(
                        random.ints(variables, 0, 3)
                                .mapToObj(unit -> List.of("m", "s", "1").get(unit))
                                .toList(),
                        "m",
                        random.nextBoolean())
                : Units.NONE;
        return new Constraints(
                Map.of("+", 1 + random.nextInt(3) / 2.0, "sin", 3.0, "*", 0.3),
                0.2 + 2 * random.nextDouble(),
                ofVariables,
                random.nextBoolean() ? Map.of() : Map.of("pow", List.of(-1, 1), "exp", List.of(4)),
                random.nextBoolean() ? Map.of() : Map.of("sin", Map.of("sin", 0, "cos", 1)),
                units);
    }

    private Template template() {
        List<String> names = table.variables();
        String first = names.get(0);
        String last = names.get(names.size() - 1);
        String text = one(List.of("f(%s)*g(%s)", "sin(f(%s)) + g(%s)", "f(%s, %s)/2", "exp(f(%s)) - %s"));
        return Template.parse(text.formatted(first, last), names, Definitions.NONE);
    }

    @Override
    public String toString() {
        return "case " + number + ": " + table.rows() + " rows x "
                + table.variables().size() + " variables" + (table.isWeighted() ? ", weights" : "")
                + (loss.equals(Loss.SQUARE) ? "" : ", " + loss);
    }
}
