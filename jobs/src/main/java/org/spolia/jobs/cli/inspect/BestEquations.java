package org.spolia.jobs.cli.inspect;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.problem.CataloguedProblem;
import org.spolia.experiment.problem.FormulaProblem;
import org.spolia.experiment.problem.MeasuredProblem;
import org.spolia.experiment.problem.Problem;
import org.spolia.experiment.problem.ResidualComparison;
import org.spolia.jobs.cli.common.Terminal;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.statistics.Metrics;
import org.spolia.symbolic.export.PlainText;
import org.spolia.symbolic.expression.Decimal;
import org.spolia.symbolic.expression.Expression;

/**
 * Prints the best equation of each problem of an experiment, next to the law that generated its data or the model that
 * its source fitted.
 */
public final class BestEquations {
    private static final String QUERY =
            "SELECT problem, expression, nmse_train, nmse_test, nmse_ood FROM (SELECT *, row_number() OVER (PARTITION BY problem "
                    + "ORDER BY loss, complexity, operator_set) AS best FROM best_equation WHERE NOT shortcut) "
                    + "WHERE best = 1 ORDER BY problem";

    private static final int DIGITS = 5;

    private final Warehouse warehouse;
    private final Map<String, Problem> problems;
    private final Terminal terminal = Terminal.detect();

    public BestEquations(Warehouse warehouse, ExperimentConfig config) {
        this.warehouse = warehouse;
        this.problems = config.problems().stream()
                .map(CataloguedProblem::problem)
                .collect(Collectors.toMap(Problem::id, Function.identity()));
    }

    public void print(PrintStream out) {
        warehouse.registerFor(QUERY);
        List<Row> rows = warehouse.spark().sql(QUERY).collectAsList();
        int laws = 0;
        int recovered = 0;
        for (Row row : rows) {
            Problem problem = problems.get(row.getString(0));
            if (problem instanceof FormulaProblem) {
                laws++;
                recovered += isRecovered(row) ? 1 : 0;
            }
            if (problem != null) {
                print(out, problem, row);
            }
        }
        out.println();
        out.printf(
                Locale.ROOT,
                "%d of %d laws recovered (normalised error below %.0e on the test rows and out of distribution).%n",
                recovered,
                laws,
                Metrics.RECOVERED);
    }

    private void print(PrintStream out, Problem problem, Row row) {
        String expression = row.getString(1);
        out.println();
        out.println(problem.id() + "  " + verdict(problem, row));
        out.println("  found  " + terminal.fit(readable(expression, problem.variableNames()), 9));
        if (problem instanceof FormulaProblem formula) {
            out.println("  law    " + terminal.fit(formula.formula(), 9));
        } else if (problem instanceof MeasuredProblem measured
                && !measured.model().isEmpty()) {
            out.println("  model  " + terminal.fit(measured.model(), 9) + "  (certified fit)");
        }
    }

    private static String readable(String expression, List<String> names) {
        return PlainText.of(Expression.parse(expression, names), names, DIGITS);
    }

    private static String verdict(Problem problem, Row row) {
        Optional<ResidualComparison> comparison = ResidualComparison.of(problem, row.getString(1));
        if (comparison.isPresent()) {
            return "residual sum of squares " + Decimal.rounded(comparison.get().ratio(), DIGITS)
                    + " × the value of the certified fit";
        }
        return (isRecovered(row) ? "recovered" : "not recovered") + ": normalised error " + error(row, 3)
                + " on the test rows, " + error(row, 4) + " out of distribution";
    }

    private static boolean isRecovered(Row row) {
        return Metrics.recovered(number(row, 3), number(row, 4));
    }

    /** NaN for NULL, which means that there is no such error. */
    private static double number(Row row, int column) {
        return row.isNullAt(column) ? Double.NaN : row.getDouble(column);
    }

    private static String error(Row row, int column) {
        double value = number(row, column);
        return Double.isNaN(value) ? "undefined" : Decimal.rounded(value, 2);
    }
}
