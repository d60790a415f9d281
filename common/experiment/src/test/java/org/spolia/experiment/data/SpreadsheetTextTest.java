package org.spolia.experiment.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "=cmd/C|'=cmd/C",
                "@SUM(A1)|'@SUM(A1)",
                "+A1|'+A1",
                "-2+3|'-2+3",
                "=HYPERLINK(\"http://x\",\"y\")|\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"",
                "'=x|''=x",
                "-1.5e-3|-1.5e-3",
                "+7|+7",
                "growth rate|growth rate",
                "'quoted'|'quoted'",
                "a=b|a=b",
                "a,b|\"a,b\""
            })
    void whatASpreadsheetWouldRunIsText(String text, String cell) {
        assertThat(SpreadsheetText.cell(text)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd", "'=cmd", "''=cmd", "\t=1", "\rx", "-x", "'", "'x'", "", "-5", "plain", "x=1"})
    void theOriginalComesBack(String text) {
        String cell = SpreadsheetText.cell(text);
        String read =
                cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;

        assertThat(SpreadsheetText.original(read)).isEqualTo(text);
    }
}
