package org.spolia.experiment.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

class DelimitedFileTest {
    private static final DelimitedFormat DETECTED = DelimitedFormat.detected();

    @TempDir
    Path folder;

    /** "|" ends a line. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "x,y|1,2|3,5 => ',' .",
                "x;y|1;2|3;5 => ';' .",
                "x\ty|1\t2|3\t5 => tab .",
                "x;y|1,0;2|3;5,0 => ';' ,",
                "x\ty|1\t2,0|3\t5 => tab ,",
                "x,y|\"1,0\",2|3,\"5,0\" => ',' ,",
                "x;y|1.0;2|3;5 => ';' .",
                "\uFEFFx,y|1,2|3,5 => ',' .",
                "x , y ||1, 2|| 3 ,5e0|| => ',' .",
                "\"x\",\"y\"|1,2|3,5 => ',' .",
                "n,x,y,comment|1,1,2,\"a, b\"|2,3,5,\"c; d\" => ',' .",
            })
    void detectsHowAFileIsWritten(String text, String format) {
        DelimitedFile file = DelimitedFile.open(write(text), DETECTED);

        assertThat(DelimitedFormat.name(file.format().delimiter()) + " "
                        + file.format().decimal())
                .isEqualTo(format);
        assertThat(file.read(List.of("x", "y"))).isDeepEqualTo(new double[][] {{1, 3}, {2, 5}});
    }

    @Test
    void namesMayHoldSpacesQuotesDelimitersAndLineBreaks() {
        DelimitedFile file =
                DelimitedFile.open(write("\"flow rate, \"\"Q\"\"\",\"two|lines\",y|1,2,3|4,5,6|"), DETECTED);

        assertThat(file.columns()).containsExactly("flow rate, \"Q\"", "two\nlines", "y");
        assertThat(file.read(List.of("two\nlines"))).isDeepEqualTo(new double[][] {{2, 5}});
    }

    @Test
    void cellsInOtherColumnsMayBeTextWithLineBreaks() {
        TrainingTable table =
                TrainingTable.read(DelimitedFile.open(write("who,x,y|\"a|b\",1,2|c,3,4"), DETECTED), "y", List.of("x"));

        assertThat(table.values()).containsExactly(2, 4);
        assertThat(table.columns()).isDeepEqualTo(new double[][] {{1, 3}});
    }

    @Test
    void theOtherColumnsAreTheVariablesUnlessNamed() {
        TrainingTable table =
                TrainingTable.read(DelimitedFile.open(write("a,y,b|1,2,3|4,6,5"), DETECTED), "y", List.of());

        assertThat(table.variables()).containsExactly("a", "b");
        assertThat(table.columns()).isDeepEqualTo(new double[][] {{1, 4}, {3, 5}});
    }

    @Test
    void tenThousandColumnsWork() {
        String names = IntStream.range(0, 10_000)
                .mapToObj(i -> "a column with a long name " + i)
                .collect(Collectors.joining(","));
        String row = IntStream.range(0, 10_000).mapToObj(i -> "" + i).collect(Collectors.joining(","));

        TrainingTable table = TrainingTable.read(
                DelimitedFile.open(write(names + "|" + row + "|" + row.replace("9999", "1")), DETECTED),
                "a column with a long name 9999",
                List.of());

        assertThat(table.variables()).hasSize(9_999);
        assertThat(table.values()).containsExactly(9_999, 1);
    }

    @Test
    void integersThatADoubleHoldsAreExact() {
        DelimitedFile file =
                DelimitedFile.open(write("x|9007199254740992|147573952589676412928|-0|.5|5.|+1E-3"), DETECTED);

        assertThat(file.read(List.of("x"))[0]).containsExactly(9007199254740992.0, 0x1p67, -0.0, 0.5, 5, 0.001);
    }

    /** A row: the text ("|" ends a line) and the message after "data.csv"; the target is y. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "x,z|1,2|3,4 => :1: no column 'y'; known: x, z",
                "x,Y1|1,2|3,4 => :1: no column 'y'; did you mean 'Y1'?",
                "x,y|1,2|NaN,4 => :3: column 'x': 'NaN' is not a value; fill it or remove the row",
                "x,y|1,2|3,NA => :3: column 'y': 'NA' is not a value; fill it or remove the row",
                "x,y|1,2|3,-Infinity => :3: column 'y': '-Infinity' is not finite; remove the row",
                "x,y|1,2|high,4 => :3: column 'x': 'high' is text, not a number; correct the cell or leave the column out",
                "x,y|1,2|0x10,4 => :3: column 'x': '0x10' is text, not a number; correct the cell or leave the column out",
                "x,y|1,2|1_000,4 => :3: column 'x': '1_000' has '_' between thousands; write the numbers without it, or give --thousands '_'",
                "x,y|1,2|,4 => :3: column 'x': the cell is empty; fill it or remove the row",
                "x,y|1,2|\"  \",4 => :3: column 'x': the cell is empty; fill it or remove the row",
                "x;y|1.5;2|1,5;4 => :3: column 'x': '1,5' has the decimal mark ',', but the decimal mark of this file is '.'; write all numbers in the same way or give the mark",
                "x,y|1,2|3,2 => : column 'y': is 2 in every row; a target must vary",
                "x,y => : has no rows; a regression needs at least 2",
                "x,y|1,2 => : has 1 row; a regression needs at least 2",
                "y|1|2 => : has no column besides the target 'y'; a regression needs at least one variable",
                "x,y,x|1,2,3|3,4,5 => :1: columns 1 and 3 are both called 'x'; give each its own name",
                "x,,y|1,2,3|3,4,5 => :1: column 2 has no name; the first line must name every column",
                "1,2|3,4|5,6 => :1: holds numbers only ('1' …); the first line must name the columns",
                "x,y|1,2|3|5,6 => :3: has 1 cells where the header names 2 columns; check the line and its quotes",
                "x,y|1,2||3,4,5|5,6 => :4: has 3 cells where the header names 2 columns; check the line and its quotes",
                "x,y|\"1\",2|\"a|b\",3|x,4 => :3: column 'x': 'a b' is text, not a number; correct the cell or leave the column out",
                "x,y|1,2|1e400,4 => :3: column 'x': '1e400' overflows a double (at most 1.8e308); scale the column",
                "x,y|1,2|1e-400,4 => :3: column 'x': '1e-400' underflows a double to 0; scale the column",
                "x,y|1,2|9007199254740993,4 => :3: column 'x': '9007199254740993' is an integer beyond 2^53 that a double cannot hold exactly; subtract an offset or leave the column out",
                "x,y|1,2|3\"4,5 => :3: column 'x': '3\"4' is text, not a number; correct the cell or leave the column out",
                "x,y|1,2|\"3,4 => :3: has 1 cells where the header names 2 columns; check the line and its quotes",
                "| | => : is empty; the first line must name the columns",
                "` ` => : is empty; the first line must name the columns",
            })
    void aMistakeGivesOneUsefulLine(String text, String message) {
        Path file = write(text);

        assertThatThrownBy(() -> TrainingTable.read(DelimitedFile.open(file, DETECTED), "y", List.of()))
                .isInstanceOf(ExperimentException.class)
                .hasMessage(file + message);
    }

    @Test
    void aWrongDelimiterIsNamed() {
        Path file = write("x,y|1,2|3,4");

        assertThatThrownBy(() -> DelimitedFile.open(file, DETECTED.withDelimiter('	')))
                .hasMessage(file
                        + ":1: the delimiter tab does not split the header; the file appears to be delimited by ','");
    }

    @Test
    void aWrongDecimalMarkIsNamed() {
        Path file = write("x;y|1,5;2|3;4");
        DelimitedFormat given = DETECTED.withDecimal('.');

        assertThatThrownBy(() -> DelimitedFile.open(file, given).read(List.of("x")))
                .hasMessage(
                        file
                                + ":2: column 'x': '1,5' has the decimal mark ',', but the decimal mark of this file is '.'; write all numbers in the same way or give the mark");
    }

    @Test
    void filesThatAreNotTextAreNamed() throws IOException {
        Path latin = folder.resolve("latin.csv");
        Files.write(latin, "größe,y\n1,2\n".getBytes(StandardCharsets.ISO_8859_1));
        Path late = folder.resolve("late.csv");
        Files.write(late, ("x,y\n" + "1,2\n".repeat(50_000) + "é,2\n").getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> DelimitedFile.open(latin, DETECTED))
                .hasMessage(latin + ":1: is not UTF-8 text from about this line on; save the file as UTF-8");
        assertThatThrownBy(() -> DelimitedFile.open(late, DETECTED).read(List.of("x")))
                .isInstanceOf(ExperimentException.class)
                .hasMessageMatching(
                        late + ":[0-9]+: is not UTF-8 text from about this line on; save the file as UTF-8");
        assertThatThrownBy(() -> DelimitedFile.open(folder.resolve("latinn.csv"), DETECTED))
                .hasMessage(folder.resolve("latinn.csv") + ": no such file; did you mean '" + latin + "'?");
        assertThatThrownBy(() -> DelimitedFile.open(folder, DETECTED)).hasMessageContaining("is a directory");
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
