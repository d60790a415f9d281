package org.spolia.experiment.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spolia.experiment.ExperimentException;

class CatalogueTest {
    private static final String FORMULA = """
            field: mechanics
            problems:
              - id: own.spring
                formula: -k*x
                target: {name: F, unit: N}
                variables:
                  - {name: k, unit: N/m, train: [1, 2]}
                  - {name: x, unit: m, train: [0, 1], ood: [1, 3]}
            """;
    private static final String DATA = """
            problems:
              - id: own.table
                field: biology
                data: table.csv
                target: {name: 'y', column: growth rate}
                variables:
                  - {name: t}
                model: a*t
                parameters:
                  - {name: a, start: [1], certified: 2}
            """;

    @TempDir
    Path folder;

    @Test
    void aUserAddsProblemsInYamlAlone() throws IOException {
        Files.writeString(folder.resolve("table.csv"), "t,growth rate\n1,2\n2,4\n3,6\n");
        Catalogue catalogue = Catalogue.load(List.of(write("a.yaml", FORMULA), write("b.yaml", DATA)));

        assertThat(catalogue.ids()).containsExactly("own.spring", "own.table");
        Problem spring = catalogue.matching("own.spring").get(0).problem();
        assertThat(spring.field()).isEqualTo("mechanics");
        assertThat(spring.law().orElseThrow().infix(spring.variableNames())).isEqualTo("-k*x");
        MeasuredProblem table =
                (MeasuredProblem) catalogue.matching("own.table").get(0).problem();
        assertThat(table.open().residualSumOfSquares(table.law().orElseThrow())).isZero();
    }

    @Test
    void patternsMatchWholeIds() {
        Catalogue catalogue = Catalogue.load(List.of(write("a.yaml", FORMULA)));

        assertThat(catalogue.matching("own.*")).hasSize(1);
        assertThat(catalogue.matching("*spring")).hasSize(1);
        assertThat(catalogue.matching("own?sprin?")).hasSize(1);
        assertThat(catalogue.matching("own")).isEmpty();
        assertThat(catalogue.matching("ownxspring")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "train, train",
        "test, test",
        "ood, ood",
        "'target: {name: u, of', target.of",
        "'variables: [{name: v}, {name: w, of', variables[1].of"
    })
    void aConditionThatCallsCodeIsRefusedWhereItIsWritten(String key, String path) {
        String end = key.contains("variables") ? "}]" : key.contains("target") ? "}" : "";
        String problem = """
                field: sky
                problems:
                  - id: own
                    source: surveys.desi
                    %s: "reflect('java.lang.System', 'exit', 7) IS NULL"%s
                    %s
                    %s
                    %s
                """.formatted(
                        key,
                        end,
                        key.contains("target") ? "" : "target: {name: u}",
                        key.contains("variables") ? "" : "variables: [{name: v}]",
                        key.equals("train") ? "" : "train: v > 0");
        Path file = write("a.yaml", problem);

        assertThatThrownBy(() -> Catalogue.load(List.of(file)))
                .isInstanceOf(ExperimentException.class)
                .hasMessageStartingWith(file + ":5: problems[0]." + path + ": calls 'reflect'")
                .hasMessageContaining("docs/security.md");
    }

    @Test
    void aProblemOfATableIsThereForEachSizeAndSeed() {
        String problem = """
                field: pde
                problems:
                  - id: own.both
                    source: simulations.waves
                    target: {name: u_t}
                    variables: [{name: u}]
                    sizes: [16, 64]
                    seeds: [0, 7]
                """;
        Catalogue catalogue = Catalogue.load(List.of(write("a.yaml", problem)));

        assertThat(catalogue.ids()).containsExactly("own.both_16_0", "own.both_16_7", "own.both_64_0", "own.both_64_7");
        FeatureProblem last =
                (FeatureProblem) catalogue.matching("own.both_64_7").get(0).problem();
        assertThat(last.rows()).isEqualTo(64);
        assertThat(last.seed()).isEqualTo(7);
        assertThat(last.field()).isEqualTo("pde");
        Catalogue alone = Catalogue.load(List.of(
                write("b.yaml", problem.replace("sizes: [16, 64]", "rows: 64").replace("seeds: [0, 7]", "seed: 7"))));
        assertThat(alone.ids()).containsExactly("own.both");
        assertThat(((FeatureProblem) alone.problems().iterator().next().problem()).featuresId())
                .as("rows are shared with a problem that is written alone")
                .isEqualTo(last.featuresId());
    }

    @Test
    void aProblemOverVectorsIsThereForEachSizeAndSubset() {
        Catalogue catalogue = Catalogue.load(List.of(write("a.yaml", """
                field: vectors
                problems: [{id: own, probe: speed, vectors: raw, sizes: [64, 256], subsets: [3]}]
                """)));

        assertThat(catalogue.ids()).containsExactly("own_64_3", "own_256_3");
        VectorProblem last =
                (VectorProblem) catalogue.matching("own_256_3").get(0).problem();
        assertThat(last.size()).isEqualTo(256);
        assertThat(last.subset()).isEqualTo(3);
        assertThat(last.field()).isEqualTo("vectors");
    }

    /** A row: a line of {@link #FORMULA} to replace, by what, and the message after "a.yaml". */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "formula: -k*x => formul: -k*x => :4: problems[0].formul: unknown key; did you mean 'problems[0].formula'?",
                "formula: -k*x => law: -k*x => :3: problems[0]: needs one of the keys 'formula' or 'data' or 'source' or 'vectors'",
                "formula: -k*x => formula: -k*x) => :4: problems[0].formula: Unexpected ')' at position 5 of '-k*x)'",
                "formula: -k*x => formula: -k*u => :4: problems[0].formula: Unknown name 'u' (variables are k, x) at position 4 of '-k*u'",
                "formula: -k*x => formula: -2*x => :7: problems[0].variables[0].name: 'k' does not occur in the formula; use it there or remove the variable",
                "formula: -k*x => formula: sinh2(x)*k => :4: problems[0].formula: Unknown function 'sinh2' at position 1 of 'sinh2(x)*k'",
                "name: k, => name: x, => :8: problems[0].variables[1].name: 'x' is given twice (first as element 0); give each once",
                "name: k, => name: 2k, => :7: problems[0].variables[0].name: '2k' is not allowed; must be letters, digits and _, not starting with a digit, and not pi",
                "train: [1, 2] => train: [2, 1] => :7: problems[0].variables[0].train: [2, 1] is not allowed; the lower end must be below the upper end",
                "train: [1, 2] => trian: [1, 2] => :7: problems[0].variables[0].trian: unknown key; did you mean 'problems[0].variables[0].train'?",
                "train: [1, 2] => ood: [1, 2] => :7: problems[0].variables[0].train: required key is missing; add it: training range, for training and test rows, in the unit",
                "train: [0, 1] => distribution: log-uniform, train: [0, 1] => :8: problems[0].variables[1].train: the lower end must be > 0 for the distribution log-uniform",
                "train: [0, 1] => distribution: uniform-int, train: [0, 1.5] => :8: problems[0].variables[1].train: both ends must be integers below 2^53 for the distribution uniform-int",
                "train: [0, 1] => distribution: normal, train: [0, 1] => :8: problems[0].variables[1].distribution: 'normal' is not allowed; Allowed: uniform, log-uniform, uniform-int",
                "field: mechanics => # => :3: problems[0].field: required key is missing; add it here or once for the file",
                "id: own.spring => id: own spring => :3: problems[0].id: 'own spring' is not allowed; must be words of letters, digits and _, separated by . or -",
            })
    void aMistakeInAFormulaGivesOneUsefulLine(String line, String replacement, String message) {
        Path file = write("a.yaml", FORMULA.replace(line, replacement));

        assertThatThrownBy(() -> Catalogue.load(List.of(file)))
                .isInstanceOf(ExperimentException.class)
                .hasMessage(file + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "data: table.csv => data: tabel.csv => :4: problems[0].data: FOLDER/tabel.csv: no such file; did you mean 'FOLDER/table.csv'?",
                "data: table.csv => data: . => :4: problems[0].data: FOLDER/.: is a directory; name a file in it",
                "model: a*t => model: a*t+b => :8: problems[0].model: Unknown name 'b' (variables are t) at position 5 of 'a*t+b'",
                "model: a*t => note: a*t => :9: problems[0].parameters: there is no model for them; add the key 'model'",
                "{name: t} => {name: t, column: growth rate} => :7: problems[0].variables[0].column: 'growth rate' is the target; it cannot be a variable too",
                "certified: 2 => standard-deviation: 2 => :10: problems[0].parameters[0].certified: required key is missing; add it: value of the least-squares fit",
            })
    void aMistakeInMeasurementsGivesOneUsefulLine(String line, String replacement, String message) throws IOException {
        Files.writeString(folder.resolve("table.csv"), "t,growth rate\n1,2\n2,4\n3,6\n");
        Path file = write("b.yaml", DATA.replace(line, replacement));

        assertThatThrownBy(() -> Catalogue.load(List.of(file)))
                .isInstanceOf(ExperimentException.class)
                .hasMessage(file + message.replace("FOLDER", folder.toString()));
    }

    @Test
    void anIdThatIsUsedTwiceInAFileIsNamed() {
        Path file = write("a.yaml", FORMULA + FORMULA.substring(FORMULA.indexOf("  - id:")));

        assertThatThrownBy(() -> Catalogue.load(List.of(file)))
                .hasMessage(
                        file + ":9: problems[1].id: 'own.spring' is given twice (first as element 0); give each once");
    }

    @Test
    void anIdThatTwoFilesUseIsNamedWithBothPlaces() {
        Path first = write("a.yaml", FORMULA);
        Path second = write("b.yaml", FORMULA);

        assertThatThrownBy(() -> Catalogue.load(List.of(first, second)))
                .hasMessage(second + ":3: problems[0].id: 'own.spring' is already the id of a problem at " + first
                        + ":3; rename one");
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
