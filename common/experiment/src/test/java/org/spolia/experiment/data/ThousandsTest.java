package org.spolia.experiment.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spolia.experiment.ExperimentException;

/** Thousands separators. */
class ThousandsTest {
    private static final DelimitedFormat DETECTED = DelimitedFormat.detected();

    @TempDir
    Path folder;

    /** "|" ends a line. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "x,y|999,999|\"1,000\",1000 => :3: column 'x': '1,000' is 1.000 with a decimal comma or 1000 with a comma between thousands; choose with --decimal ',' or --thousands ',', or write the numbers without thousands separators",
                "x,y|\"0,000\",0|\"1,000\",1 => :2: column 'x': '0,000' is 0.000 with a decimal comma or 0 with a comma",
                "x\ty|1,000\t2|3,000\t4 => :2: column 'x': '1,000' is 1.000 with a decimal comma or 1000 with a comma",
                "x\ty|1,000\t2,5|999\t4 => :2: column 'x': '1,000' is 1.000 with a decimal comma or 1000 with a comma",
                "x\ty|1,000\t2|1000\t4 => :2: column 'x': '1,000' is 1.000 with a decimal comma or 1000 with a comma",
                "x;y|998;2|-1,001;4 => :3: column 'x': '-1,001' is -1.001 with a decimal comma or -1001 with a comma",
                "x;y|998;2|1.001;4 => :3: column 'x': '1.001' is 1.001 with a decimal point or 1001 with a point",
                "x,y|1,2|\"1,234,567\",4 => :3: column 'x': '1,234,567' has ',' between thousands; write the numbers without it, or give --thousands ','",
                "x,y|1.5,2|\"1,000\",4 => :3: column 'x': '1,000' has ',' between thousands, or as a decimal mark, but the decimal mark of this file is '.'; write the numbers without it, or give --thousands ','",
                "x;y|1,5;2|1.000;4 => :2: column 'x': '1,5' has the decimal mark ',', but the decimal mark of this file is '.'; write all",
                "x;y|1.000,5;2|2;4 => :2: column 'x': '1.000,5' has '.' between thousands; write",
                "x,y|1 000,2|3,4 => :2: column 'x': '1 000' has ' ' between thousands; write the numbers without it, or give --thousands ' '",
                "x,y|1\u00A0000,2|3,4 => :2: column 'x': '1\u00A0000' has ' ' between thousands;",
                "x,y|1'000,2|3,4 => :2: column 'x': '1'000' has \"'\" between thousands; write the numbers without it, or give --thousands \"'\"",
            })
    void whatIsAmbiguousIsRefused(String text, String message) {
        Path file = write(text);

        assertThatThrownBy(() -> DelimitedFile.open(file, DETECTED).read(List.of("x", "y")))
                .isInstanceOf(ExperimentException.class)
                .hasMessageStartingWith(file + message);
    }

    /** Unambiguous decimal marks, and semicolons, with which a comma is the usual decimal mark. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "x;y|1,234;2|5,678;3 => 1.234",
                "x;y|1,234;2|1500;3 => 1.234",
                "x;y|1,234;2|0,5;3 => 1.234",
                "x,y|\"0,125\",2|\"1,000\",3 => 0.125",
                "x,y|\"1,250\",2|\"1,5\",3 => 1.25",
                "x\ty|1,250\t2,5|3,125\t3 => 1.25",
                "x\ty|1234,567\t2|3,125\t3 => 1234.567",
                "x,y|1.234,2|999,3 => 1.234",
                "x;y|1.234;2|0.5;3 => 1.234",
                "\"weight, g\",x,y|1,1.5,2|3,4,5 => 1.5",
                "x,y,note|1.5,2,\"1,000\"|3,4,\"2,000\" => 1.5",
            })
    void whatIsClearIsRead(String text, double first) {
        assertThat(DelimitedFile.open(write(text), DETECTED).read(List.of("x", "y"))[0][0])
                .isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "x,y|999,999|\"1,000\",1000 => , => 1000",
                "x,y|1,2|\"1,234,567.5\",4 => , => 1234567.5",
                "x;y|1;2|1.000,5;4 => . => 1000.5",
                "x,y|1,2|-1 000.5,4 => ` ` => -1000.5",
                "x;y|1;2|1\u202F000,5;4 => ` ` => 1000.5",
                "x,y|1,2|1\u2019000,4 => ' => 1000",
                "x,y|1,2|1_000e2,4 => _ => 100000",
            })
    void theOptionChoosesThousands(String text, char mark, double second) {
        assertThat(DelimitedFile.open(write(text), DETECTED.withThousands(mark)).read(List.of("x"))[0][1])
                .isEqualTo(second);
    }

    @Test
    void theOptionChoosesDecimals() {
        Path file = write("x,y|999,999|\"1,000\",1000");

        assertThat(DelimitedFile.open(file, DETECTED.withDecimal(',')).read(List.of("x"))[0])
                .containsExactly(999, 1);
        assertThatThrownBy(() -> DETECTED.withDecimal(',').withThousands(','))
                .hasMessage("',' cannot be both the decimal mark and the thousands separator; leave one of them out");
        assertThatThrownBy(() -> DelimitedFile.open(write("x,y|1,2|\"1,00\",3"), DETECTED.withThousands(','))
                        .read(List.of("x")))
                .hasMessageContaining("'1,00'");
    }

    /** The format is detected in the first rows; the first number above 999 may come later. */
    @Test
    void aSeparatorFarDownIsSeen() {
        String rows = IntStream.rangeClosed(500, 1000)
                .mapToObj(i -> i < 1000 ? i + "," + i : "\"1,000\",1000")
                .collect(Collectors.joining("|"));
        Path file = write("x,y|" + rows);

        assertThatThrownBy(() -> DelimitedFile.open(file, DETECTED).read(List.of("x")))
                .hasMessageStartingWith(file + ":502: column 'x': '1,000' has ',' between thousands, or");
    }

    private Path write(String text) {
        Path file = folder.resolve("data.csv");
        try {
            return Files.writeString(file, text.replace('|', '\n'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
