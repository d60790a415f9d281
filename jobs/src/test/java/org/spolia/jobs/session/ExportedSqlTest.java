package org.spolia.jobs.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.spolia.jobs.WithSpark;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.export.Sql;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Operator;

/** The SQL of a model, executed by Spark, gives the predictions of the engine. */
@WithSpark
class ExportedSqlTest {
    private static final List<String> VARIABLES = List.of("x", "y");
    private static final List<String> COLUMNS = List.of("a column", "b`c");
    private static final int ROWS = 60;

    @Test
    void sparkAndTheEngineAgree(SparkSession spark) {
        List<String> formulas = new ArrayList<>(List.of(
                "x",
                "1.5",
                "-x",
                "2/(x - 1)",
                "x^-2",
                "(x + 1)^y",
                "-2*exp(-(x*y)) - -3",
                "sqrt(1 - x^2)*li2(y)/log(x + y)"));
        for (Operator operator : Operator.all()) {
            if (operator.arity() == 1) {
                formulas.add(operator.name() + "(x*1.7)");
            } else if (Character.isLetter(operator.name().charAt(0))) {
                formulas.add(operator.name() + "(asin(x), y)");
                formulas.add(operator.name() + "(x, 0.5)");
            }
        }
        List<Expression> expressions =
                formulas.stream().map(text -> Expression.parse(text, VARIABLES)).toList();
        double[][] data = data();
        Column[] columns = expressions.stream()
                .map(expression -> functions.expr(Sql.SPARK.of(expression, COLUMNS)))
                .toArray(Column[]::new);
        List<Row> rows =
                spark.createDataFrame(rows(data), schema()).select(columns).collectAsList();
        int numbers = 0;
        for (int i = 0; i < columns.length; i++) {
            double[] predicted = new Evaluator().predict(expressions.get(i), data);
            for (int row = 0; row < ROWS; row++) {
                String place = formulas.get(i) + " at " + data[0][row] + ", " + data[1][row];
                if (!Double.isFinite(predicted[row])) {
                    assertThat(rows.get(row).isNullAt(i)).as(place).isTrue();
                    continue;
                }
                numbers++;
                assertThat(rows.get(row).getDouble(i))
                        .as(place)
                        .isCloseTo(predicted[row], within(1e-12 * Math.abs(predicted[row])));
            }
        }
        assertThat(numbers).isGreaterThan(columns.length * ROWS / 2);
    }

    /** Points inside and outside the domains, and a row of zeros and ones. */
    private static double[][] data() {
        SplittableRandom random = new SplittableRandom(7);
        double[][] data = new double[2][ROWS];
        for (int row = 0; row < ROWS; row++) {
            data[0][row] = row == 0 ? 1 : row == 1 ? 0 : random.nextDouble(-1, 3);
            data[1][row] = row < 2 ? 1 : random.nextDouble(-2, 2);
        }
        return data;
    }

    private static List<Row> rows(double[][] data) {
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            rows.add(RowFactory.create(data[0][row], data[1][row]));
        }
        return rows;
    }

    private static StructType schema() {
        return new StructType().add(COLUMNS.get(0), DataTypes.DoubleType).add(COLUMNS.get(1), DataTypes.DoubleType);
    }

    @Test
    void missingValuesStayMissing(SparkSession spark) {
        Row row = spark.sql("SELECT spolia_li2(CAST(NULL AS DOUBLE)), spolia_erf(0), try_divide(1D, 0D)")
                .first();
        assertThat(row.isNullAt(0)).isTrue();
        assertThat(row.getDouble(1)).isZero();
        assertThat(row.isNullAt(2)).isTrue();
    }
}
