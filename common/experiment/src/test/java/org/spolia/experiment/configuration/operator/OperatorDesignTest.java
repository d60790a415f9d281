package org.spolia.experiment.configuration.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.planning.Designs;
import org.spolia.experiment.planning.Plan;
import org.spolia.experiment.planning.Planner;
import org.spolia.experiment.row.OperatorSetRow;
import org.spolia.statistics.effect.Design;

class OperatorDesignTest {
    private static final String DESIGN = """
            name: groups
            problems: {files: [problems.yaml]}
            operator-sets:
              - design: plackett-burman
                name: pb
                base: [+, "*"]
                optional: [exp]
                groups:
                  - {name: waves, operators: [sin, cos]}
                  - {name: roots, operators: [sqrt, ^]}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void writeProblems() {
        write("problems.yaml", """
                field: mechanics
                problems:
                  - id: own.fall
                    formula: 4.9*t^2
                    target: {name: s}
                    variables: [{name: t, train: [1, 2], ood: [2, 3]}]
                """);
        write("sets.yaml", """
                operator-sets:
                  - {name: sums, operators: [+, -]}
                  - {name: waves, operators: [+, sin]}
                """);
    }

    @Test
    void threeFactorsMakeFourSetsOfWhichEachFactorIsInTwo() {
        ExperimentConfig config = load(DESIGN);

        assertThat(config.operatorSets())
                .extracting(ListedOperators::name)
                .containsExactly("pb.01", "pb.02", "pb.03", "pb.04");
        assertThat(config.operatorSets())
                .extracting(set -> set.set().texts())
                .containsExactlyInAnyOrder(
                        List.of("+", "*"),
                        List.of("exp", "sin", "cos", "+", "*"),
                        List.of("sqrt", "exp", "+", "*", "pow"),
                        List.of("sqrt", "sin", "cos", "+", "*", "pow"));
        assertThat(config.designs()).hasSize(1);
        assertThat(config.designs().get(0).factors())
                .extracting(OperatorGroup::name)
                .containsExactly("exp", "waves", "roots");
    }

    @Test
    void foldOverAddsTheComplements() {
        ExperimentConfig config = load(DESIGN.replace("base:", "fold-over: true\n    base:"));

        assertThat(config.operatorSets()).hasSize(8);
        assertThat(config.operatorSets().get(4).operators()).contains("exp", "sin", "sqrt");
    }

    @Test
    void oneInAndOneOutCompareWithTheBaseAndWithAll() {
        ExperimentConfig in = load(DESIGN.replace("plackett-burman", "add-one-in"));
        ExperimentConfig out = load(DESIGN.replace("plackett-burman", "leave-one-out"));

        assertThat(in.operatorSets())
                .extracting(ListedOperators::name)
                .containsExactly("pb.base", "pb.with-exp", "pb.with-waves", "pb.with-roots");
        assertThat(in.operatorSets().get(2).operators()).containsExactly("+", "*", "sin", "cos");
        assertThat(out.operatorSets())
                .extracting(ListedOperators::name)
                .containsExactly("pb.all", "pb.without-exp", "pb.without-waves", "pb.without-roots");
        assertThat(out.operatorSets().get(2).operators()).containsExactly("+", "*", "exp", "sqrt", "pow");
    }

    @Test
    void aSetOfTwoDesignsIsRunOnceAndKeepsTheNameThatTheUserGave() {
        ExperimentConfig config = load(DESIGN + """
              - {name: plain, operators: ["*", +]}
              - {design: add-one-in, name: one, base: [+, "*"], optional: [exp]}
            """);

        assertThat(config.operatorSets())
                .extracting(ListedOperators::name)
                .containsExactly("plain", "pb.02", "pb.03", "pb.04", "one.with-exp");
    }

    @Test
    void theDesignOfTheTablesHasTheIdsOfThePlannedSets() {
        ExperimentConfig config = load(DESIGN);
        Plan plan = Planner.plan(config);
        Design design = Designs.of(config.designs().get(0));

        assertThat(design.sets())
                .containsExactlyElementsOf(plan.operatorSets().stream()
                        .map(OperatorSetRow::operatorSetId)
                        .toList());
        assertThat(design.factors()).containsExactly("exp", "waves", "roots");
        double[] scores = plan.operatorSets().stream()
                .mapToDouble(set -> (set.operators().contains("exp") ? 0.25 : 0)
                        - (set.operators().contains("sin") ? 0.5 : 0))
                .toArray();
        assertThat(design.effect(0, scores)).isEqualTo(0.25);
        assertThat(design.effect(1, scores)).isEqualTo(-0.5);
        assertThat(design.effect(2, scores)).isZero();
    }

    @Test
    void anotherDesignIsAnotherExperimentOverTheSameTrials() {
        String base = DESIGN.replace("plackett-burman", "add-one-in");
        Plan first = Planner.plan(load(base));
        Plan second =
                Planner.plan(load(base + "  - {design: add-one-in, name: one, base: [+, \"*\"], optional: [exp]}\n"));

        assertThat(second.trials()).isEqualTo(first.trials());
        assertThat(second.experiment().experimentId())
                .isNotEqualTo(first.experiment().experimentId());
    }

    @Test
    void someSetsOfAFileAreTaken() {
        String some = DESIGN.substring(0, DESIGN.indexOf("  - design")) + "  - {file: sets.yaml, include: [wav*]}\n";

        assertThat(load(some).operatorSets()).extracting(ListedOperators::name).containsExactly("waves");
        assertThatThrownBy(() -> load(some.replace("wav*", "waves2")))
                .hasMessage(
                        folder.resolve("groups.yaml")
                                + ":4: operator-sets[0].include[0]: no operator set of the file is called 'waves2'; did you mean 'waves'?");
    }

    /** A row: a piece of {@link #DESIGN} to replace, by what, and the message after "groups.yaml". */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "[exp] => [ex] => :7: operator-sets[0].optional[0]: unknown operator 'ex'; did you mean 'exp'? Known: ",
                "[exp] => [+] => :7: operator-sets[0].optional[0]: '+' is already in base; list each operator once",
                "[exp] => [exp, sin] => :9: operator-sets[0].groups[0].operators[0]: 'sin' is already in optional; list each operator once",
                "[sqrt, ^] => [sqrt, cos] => :10: operator-sets[0].groups[1].operators[1]: 'cos' is already in groups[0]; list each operator once",
                "name: roots => name: waves => :10: operator-sets[0].groups[1].name: 'waves' is given twice (first as element 0); give each once",
                "name: roots => name: exp => :10: operator-sets[0].groups[1].name: 'exp' is the name of an optional operator; choose another name",
                "plackett-burman => one-in => :4: operator-sets[0].design: 'one-in' is not allowed; ",
                "plackett-burman => {} => :4: operator-sets[0].design: got a map",
                "base: [+, \"*\"] => base: [] => :6: operator-sets[0].base: the list is empty; name at least 1",
                "name: pb => name: pb|    fold-over: 2 => :6: operator-sets[0].fold-over: got the number 2; expected true or false",
                "design: plackett-burman => design: add-one-in|    fold-over: true => :5: operator-sets[0].fold-over: applies only to the design plackett-burman; remove it",
            })
    void aMistakeGivesOneUsefulLine(String piece, String replacement, String message) {
        assertThatThrownBy(() -> load(DESIGN.replace(piece, replacement.replace('|', '\n'))))
                .hasMessageStartingWith(folder.resolve("groups.yaml") + message);
    }

    @Test
    void aDesignOfOneFactorIsRefusedWhereItTellsNothing() {
        String one = DESIGN.substring(0, DESIGN.indexOf("    groups:"));

        assertThatThrownBy(() -> load(one))
                .hasMessage(
                        folder.resolve("groups.yaml")
                                + ":4: operator-sets[0]: has 1 factors; this design needs 2, so name more in 'optional' or 'groups'");
        assertThat(load(one.replace("plackett-burman", "add-one-in")).operatorSets())
                .hasSize(2);
    }

    private ExperimentConfig load(String yaml) {
        return ExperimentConfig.load(write("groups.yaml", yaml), Map.of());
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
