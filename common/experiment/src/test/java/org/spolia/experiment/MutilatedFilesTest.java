package org.spolia.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.data.DelimitedFile;
import org.spolia.experiment.data.DelimitedFormat;
import org.spolia.experiment.data.TrainingTable;
import org.spolia.experiment.planning.Planner;

/**
 * Whatever is wrong with a file of the user, it is a mistake in one line that names the file, never a failure of the
 * program.
 */
class MutilatedFilesTest {
    private static final String CONFIG = """
            name: kepler
            problems:
              files: [problems.yaml]
              include: [own.*]
            data: {train-rows: 10, noise: [0, 0.1], hold-out: 0.25}
            operator-sets:
              - name: base
                operators: [+, -, "*", /]
            search: {evaluations: 1000}
            seeds: [0, 1]
            """;
    private static final String PROBLEMS = """
            field: mechanics
            problems:
              - id: own.spring
                formula: -k*x^2
                target: {name: F}
                variables: [{name: k, train: [1, 2]}, {name: x, train: [0, 1], ood: [1, 2], distribution: uniform}]
              - {id: own.table, data: table.csv, target: {name: 'y'}, variables: [{name: t}]}
            """;
    private static final String TABLE = "t,y\n1,2.5\n2,-3e1\n3,\"5\"\n";

    private Path folder = Path.of("");

    @BeforeProperty
    void createFolder() throws IOException {
        folder = Files.createTempDirectory("mutilated");
    }

    @AfterProperty
    void deleteFolder() throws IOException {
        for (String name : List.of("own.yaml", "problems.yaml", "table.csv")) {
            Files.deleteIfExists(folder.resolve(name));
        }
        Files.delete(folder);
    }

    @Property(tries = 300)
    void everyMistakeIsOneLineThatNamesItsFile(
            @ForAll @IntRange(max = 2) int file,
            @ForAll @IntRange(max = 400) int at,
            @ForAll @IntRange(max = 3) int cut,
            @ForAll
                    @StringLength(max = 3)
                    @CharRange(from = ' ', to = '~')
                    @Chars({'\n', '\t', '\r', '\u0000', '\uFEFF', '\u00e9', '"', '*', '&', '[', '{', ':', ',', '-', '0'
                    })
                    String insert)
            throws IOException {
        write("own.yaml", CONFIG, file == 0, at, cut, insert);
        write("problems.yaml", PROBLEMS, file == 1, at, cut, insert);
        write("table.csv", TABLE, file == 2, at, cut, insert);
        try {
            Planner.plan(ExperimentConfig.load(folder.resolve("own.yaml"), Map.of()));
        } catch (ExperimentException e) {
            assertThat(e.getMessage())
                    .doesNotContain("\n", "\r")
                    .hasSizeLessThan(1000)
                    .contains(folder.toString());
        }
    }

    @Property(tries = 500)
    void everyTableIsReadOrRefused(
            @ForAll
                    @StringLength(max = 40)
                    @Chars({'x', 'y', ',', ';', '\t', '\n', '\r', '"', '.', '1', '2', '-', 'e', ' ', '\uFEFF'})
                    String text)
            throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), text);
        try {
            TrainingTable table =
                    TrainingTable.read(DelimitedFile.open(file, DelimitedFormat.detected()), "y", List.of());
            assertThat(table.rows()).isGreaterThan(1);
        } catch (ExperimentException e) {
            assertThat(e.getMessage()).doesNotContain("\n", "\r").contains(file.toString());
        }
    }

    private void write(String name, String text, boolean mutilate, int at, int cut, String insert) throws IOException {
        int from = Math.min(at, text.length());
        int to = Math.min(from + cut, text.length());
        Files.writeString(
                folder.resolve(name), mutilate ? text.substring(0, from) + insert + text.substring(to) : text);
    }
}
