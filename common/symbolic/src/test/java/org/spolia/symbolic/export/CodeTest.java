package org.spolia.symbolic.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.expression.Definitions;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Operator;

class CodeTest {
    private static final List<String> VARIABLES = List.of("x", "y");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x - (y - 2)     | x - (y - 2.0)
            x*-3            | x * (-3.0)
            -(-3)           | -(-3.0)
            x/y/(2*x)       | x / y / (2.0 * x)
            x^2*y           | Math.pow(x, 2.0) * y
            -x^y            | -Math.pow(x, y)
            inv(x + y)      | 1.0 / (x + y)
            log2(x)         | Math.log(x) / Math.log(2.0)
            1e-7*x          | 1e-7 * x
            """)
    void writesJava(String formula, String java) {
        assertThat(JavaSource.of(Expression.parse(formula, VARIABLES), VARIABLES, "Model"))
                .contains("        return " + java + ";\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x/y             | try_divide(double(`x`), double(`y`))
            2*x + -1.5      | 2D * double(`x`) + (-1.5D)
            li2(x)          | spolia_li2(double(`x`))
            log(x)          | ln(double(`x`))
            """)
    void writesSparkSql(String formula, String sql) {
        assertThat(Sql.SPARK.of(Expression.parse(formula, VARIABLES), VARIABLES))
                .isEqualTo(
                        "nullif(nullif(nullif(" + sql + ", double('NaN')), double('Infinity')), double('-Infinity'))");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            x/2             | CAST("x" AS DOUBLE PRECISION) / NULLIF(2e0, 0e0)
            square(x)       | POWER(CAST("x" AS DOUBLE PRECISION), 2e0)
            sqrt(x)         | CASE WHEN CAST("x" AS DOUBLE PRECISION) >= 0e0 THEN SQRT(CAST("x" AS DOUBLE PRECISION)) END
            """)
    void writesPortableSql(String formula, String sql) {
        assertThat(Sql.PORTABLE.of(Expression.parse(formula, VARIABLES), VARIABLES))
                .isEqualTo(sql);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            greater(x, 1)   | CASE WHEN CAST("x" AS DOUBLE PRECISION) > 1e0 THEN 1e0 WHEN CAST("x" AS DOUBLE PRECISION) <= 1e0 THEN 0e0 END
            cond(x, 2)      | CASE WHEN CAST("x" AS DOUBLE PRECISION) > 0e0 THEN 2e0 WHEN CAST("x" AS DOUBLE PRECISION) <= 0e0 THEN 0e0 END
            """)
    void choicesAreCasesInSql(String formula, String sql) {
        assertThat(Sql.PORTABLE.of(Expression.parse(formula, VARIABLES), VARIABLES))
                .isEqualTo(sql);
    }

    /** Readers of an export do not know the definitions. */
    @Test
    void operatorsThatFormulasDefineAreWrittenOut() {
        Definitions definitions = Definitions.parse(List.of("hill(x, k) = x/(x + k)"));
        Expression law = Expression.parse("2*hill(x*y, 1 + y)", VARIABLES, definitions);
        Expression written = Expression.parse("2*(x*y/(x*y + (1 + y)))", VARIABLES);

        assertThat(law.expanded()).isEqualTo(written);
        assertThat(law.sympy(VARIABLES)).isEqualTo(written.sympy(VARIABLES));
        assertThat(Sql.SPARK.of(law, VARIABLES)).isEqualTo(Sql.SPARK.of(written, VARIABLES));
        assertThat(Sql.PORTABLE.of(law, VARIABLES)).isEqualTo(Sql.PORTABLE.of(written, VARIABLES));
        assertThat(JavaSource.of(law, VARIABLES, "Law")).isEqualTo(JavaSource.of(written, VARIABLES, "Law"));
        assertThat(Latex.of(law, VARIABLES, 3)).isEqualTo(Latex.of(written, VARIABLES, 3));
        assertThat(MathMl.of(law, VARIABLES, 3)).isEqualTo(MathMl.of(written, VARIABLES, 3));
    }

    @Test
    void portableSqlHasAnOperatorWhereItHasItsFormula() {
        assertThat(Sql.PORTABLE.has(Operator.read("f(x) = sqrt(x) + 1"))).isTrue();
        assertThat(Sql.PORTABLE.has(Operator.read("f(x) = li2(x) + 1"))).isFalse();
    }

    @Test
    void portableSqlRefusesWhatDatabasesLack() {
        Expression expression = Expression.parse("1 + li2(x)", VARIABLES);
        assertThatThrownBy(() -> Sql.PORTABLE.of(expression, VARIABLES))
                .hasMessage("Operator 'li2' has no portable SQL; Spark SQL has it");
    }

    @Test
    void columnsAreQuoted() {
        Expression expression = Expression.parse("x + y", VARIABLES);
        assertThat(Sql.SPARK.of(expression, List.of("a`b", "c d"))).contains("double(`a``b`) + double(`c d`)");
        assertThat(Sql.PORTABLE.of(expression, List.of("a\"b", "c d"))).contains("\"a\"\"b\"", "\"c d\"");
    }

    @Test
    void javaNamesAreIdentifiersAndDiffer() {
        Expression sum = Expression.parse("a + b + c", List.of("a", "b", "c"));
        assertThat(JavaSource.of(sum, List.of("int", "2 x", "_2_x"), "Model"))
                .contains("predict(double int_, double _2_x, double _2_x_)");
    }

    /** One class for each operator and one for a larger formula, compiled and evaluated at random points. */
    @Test
    void compiledJavaGivesTheValuesOfTheEngine() throws IOException, ReflectiveOperationException {
        List<Expression> expressions = Operator.all().stream()
                .map(operator -> operator.arity() == 1
                        ? "%s(x) + 0*y".formatted(operator.name())
                        : (Character.isLetter(operator.name().charAt(0)) ? "%s(x, y)" : "x %s y")
                                .formatted(operator.name()))
                .map(formula -> Expression.parse(formula, VARIABLES))
                .toList();
        compile(expressions);
        SplittableRandom random = new SplittableRandom(4);
        double[][] columns = new double[2][200];
        for (int row = 0; row < 200; row++) {
            columns[0][row] = random.nextDouble(-1, 3);
            columns[1][row] = random.nextDouble(-2, 2);
        }
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            for (int i = 0; i < expressions.size(); i++) {
                Method predict = loader.loadClass("M" + i).getMethod("predict", double.class, double.class);
                double[] values = new Evaluator().predict(expressions.get(i), columns);
                for (int row = 0; row < 200; row++) {
                    double value = (double) predict.invoke(null, columns[0][row], columns[1][row]);
                    // An infinite value has no neighbourhood.
                    double tolerance = Double.isFinite(values[row]) ? 1e-13 * (1 + Math.abs(values[row])) : 0;
                    assertThat(value)
                            .as("%s at %s, %s", expressions.get(i), columns[0][row], columns[1][row])
                            .isCloseTo(values[row], within(tolerance));
                }
            }
        }
    }

    private void compile(List<Expression> expressions) throws IOException {
        String[] files = new String[expressions.size()];
        for (int i = 0; i < files.length; i++) {
            Path file = folder.resolve("M" + i + ".java");
            files[i] = file.toString();
            Files.writeString(file, JavaSource.of(expressions.get(i), VARIABLES, "M" + i));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertThat(compiler.run(null, null, null, files)).isZero();
    }
}
