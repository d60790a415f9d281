package org.spolia.experiment.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.ExperimentException;

class ColumnChoiceTest {
    @TempDir
    Path folder;

    private DelimitedFile table;

    @BeforeEach
    void open() throws IOException {
        Path file = folder.resolve("data.csv");
        Files.writeString(file, """
                Sample ID,site,"weight, g",x1,x2,x10,y
                A1,south,1,1,2,3,4
                A2,north,2,2,3,4,5
                A3,south,3,3,4,5,6
                """);
        table = DelimitedFile.open(file, DelimitedFormat.detected());
    }

    @Test
    void patternsChooseColumnsInTheirOrder() {
        assertThat(choice(List.of("x*"), List.of())).containsExactly("x1", "x2", "x10");
        assertThat(choice(List.of("x?"), List.of())).containsExactly("x1", "x2");
        assertThat(choice(List.of("x10", "x?"), List.of("x2"))).containsExactly("x10", "x1");
        assertThat(choice(List.of(), List.of("Sample ID", "s*"))).containsExactly("weight, g", "x1", "x2", "x10");
        assertThat(choice(List.of("*"), List.of("weight? g", "site", "Sample*")))
                .containsExactly("x1", "x2", "x10");
    }

    @Test
    void unknownNamesGetNearOnes() {
        assertThatThrownBy(() -> choice(List.of("x3"), List.of()))
                .isInstanceOf(ExperimentException.class)
                .hasMessage("--features: " + table.place() + " has no column 'x3'; did you mean 'x1'?");
        assertThatThrownBy(() -> choice(List.of(), List.of("sit")))
                .hasMessage("--exclude: " + table.place() + " has no column 'sit'; did you mean 'site'?");
        assertThatThrownBy(() -> choice(List.of("z*"), List.of()))
                .hasMessageStartingWith("--features: " + table.place() + " has no column that matches 'z*'; known: ");
        assertThatThrownBy(() -> choice(List.of(), List.of("y")))
                .hasMessageStartingWith("--exclude 'y': has another role in this fit");
        assertThatThrownBy(() -> choice(List.of(), List.of("*")))
                .hasMessageContaining("no column is left to explain 'y' with");
    }

    @Test
    void allTextColumnsAreNamedAtOnce() {
        List<TextColumn> texts = table.textColumns(table.columns());

        assertThat(texts).containsExactly(new TextColumn("Sample ID", "'A1'"), new TextColumn("site", "'south'"));
        assertThat(TextColumn.error("data.csv", texts, List.of("y")))
                .hasMessage("data.csv: columns 'Sample ID', 'site' hold 'A1', 'south', not numbers; leave them"
                        + " out with --exclude 'Sample ID,site', or name the columns to use with --features");
        assertThat(TextColumn.error("data.csv", texts.subList(0, 1), List.of("y")))
                .hasMessageContaining("column 'Sample ID' holds 'A1', not numbers; leave it out with --exclude");
        assertThat(TextColumn.error("data.csv", texts, List.of("site")))
                .hasMessageContaining("the target 'site' holds 'south', not numbers");
    }

    @Test
    void aWordAmongNumbersMakesNoTextColumn() throws IOException {
        Path file = folder.resolve("typo.csv");
        Files.writeString(file, "x,y\n1,2\n2,3\no,4\n");

        assertThat(DelimitedFile.open(file, DelimitedFormat.detected()).textColumns(List.of("x", "y")))
                .isEmpty();
    }

    private List<String> choice(List<String> features, List<String> exclude) {
        return new ColumnChoice(features, exclude).of(table, Set.of("y"));
    }
}
