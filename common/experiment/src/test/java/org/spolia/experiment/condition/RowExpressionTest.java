package org.spolia.experiment.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.symbolic.key.InvalidValueException;

class RowExpressionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "split = 'train' AND parameter_speed > 0",
                "pmod(hash(file), 32) < 2 AND NOT (ra BETWEEN -1.5e3 AND .5)",
                "true",
                "`user` = 'a''b' OR name LIKE 'x\\'(%' OR name IN ('select', 'reflect(1)')",
                "CASE WHEN (x > 1) THEN 'a' ELSE 'b' END = 'a'",
                "CAST(x AS DECIMAL(10, 2)) <=> 1.5BD",
                "exists(flux, x -> x > 0) AND aggregate(flux, 0D, (a, x) -> a + x) > 1",
                "flux[0] > 1 AND x IS NOT DISTINCT FROM (y) AND s.user = 1",
                "name NOT IN ('a') and LOG10(2mass_flux) >= 2 || '%'",
            })
    void whatARowDeterminesPasses(String text) {
        assertThatCode(() -> RowExpression.check("train", text)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "split = 'train' AND reflect('java.lang.System','load','LIBRARY.so') IS NULL",
                "java_method('java.lang.System', 'exit', 7) = 1",
                "Try_Reflect('a', 'b') IS NULL",
                "`reflect`('java.lang.System', 'exit', 7) = 1",
                "`RE``flect` ('a') = 1",
                "reflect /* here */ ('a', 'b') IS NULL",
                "reflect -- here\n ('a', 'b') IS NULL",
                "system.builtin.reflect('a', 'b') IS NULL",
                "builtin.abs(x) = 1",
                "exists(array(1), y -> reflect('a', 'b') IS NULL)",
                "CASE WHEN x > 1 THEN rand() ELSE 1 END < 0.5",
                "(SELECT max(value) FROM text.`FILE`) = 'x'",
                "x IN (SELECT 1)",
                "x IN (FROM t)",
                "x IN (TABLE t)",
                "x IN (VALUES (1))",
                "x IN (WITH t AS (TABLE u) TABLE t)",
                "x IN (MAP x USING 'sh')",
                "EXISTS (SELECT 1)",
                "rand() < 0.5",
                "uuid() = 'a'",
                "shuffle(flux)[0] = 1",
                "current_timestamp() > 0",
                "current_timestamp > 0",
                "CURRENT_USER = 'a'",
                "user = 'a'",
                "now() IS NULL",
                "input_file_name() = 'x'",
                "monotonically_increasing_id() < 3",
                "spark_partition_id() = 0",
                "version() = '4'",
                "IDENTIFIER('reflect')('a', 'b') IS NULL",
                "'${env:HOME}' = '/root'",
                "x > $limit",
                "x > :limit",
                "x > ?",
                "x > {{limit}}",
                "x > 1; DROP TABLE t",
                "t > TIMESTAMP 'now'",
                "t > DATE'today'",
                "name = r'a\\'",
                "xpath(name, '/a') IS NULL",
                "read_files('x') IS NULL",
                "explode(flux) = 1",
                "stack(1, x) = 1",
                "sum(x) OVER (PARTITION BY y) > 1",
                "count(x) > 1",
                "session_window(t, '1 minute') IS NULL",
                "raise_error('x') IS NULL",
                "repeat('x', 2000000000) = name",
                "size(sequence(1, 2000000000)) > 1",
                "own_function(x) = 1",
                "spolia_li2(x) = 1 AND sinn(x) = 1",
                "try_variant_get(x, '$.a') IS NULL",
                "x > 'open",
                "x:field = 1",
                "abs(x => 1) = 1 AND f(x) = 1",
            })
    void nothingElseDoes(String text) {
        assertThatThrownBy(() -> RowExpression.check("train", text)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void aRefusalNamesTheFunctionAndTheRemedy() {
        assertThatThrownBy(() -> RowExpression.check("ood", "reflect('java.lang.System', 'exit', 7) = 1"))
                .hasMessage("ood: calls 'reflect', which is not an allowed function, in"
                        + " 'reflect('java.lang.System', 'exit', 7) = 1'; an expression may have columns, literals, operators"
                        + " and the functions that docs/security.md lists");
        assertThatThrownBy(() -> RowExpression.check("ood", "sinn(x) = 1")).hasMessageContaining("did you mean 'sin'?");
    }

    @Test
    void thePageListsEveryFunction() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("spolia.root"), "docs/security.md"));

        assertThat(RowFunctions.names()).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }
}
