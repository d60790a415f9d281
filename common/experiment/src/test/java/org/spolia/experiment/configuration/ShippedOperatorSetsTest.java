package org.spolia.experiment.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spolia.experiment.Repository;
import org.spolia.experiment.binding.Document;
import org.spolia.experiment.configuration.operator.ListedOperators;
import org.spolia.experiment.configuration.operator.OperatorSetFile;
import org.spolia.experiment.problem.Catalogue;
import org.spolia.experiment.problem.CataloguedProblem;

class ShippedOperatorSetsTest {
    private static final Path FILE = Repository.CONFIGS.resolve("operator-sets/fields.yaml");

    static Stream<ListedOperators> sets() {
        return Document.read(FILE).bind(OperatorSetFile.Content.class).operatorSets().stream();
    }

    /** A sign is written with - or with a constant, so neg is needed by none. */
    @ParameterizedTest
    @MethodSource("sets")
    void aFieldsSetCanWriteTheLawsOfItsProblems(ListedOperators set) {
        Set<String> writable = new HashSet<>(set.set().texts());
        writable.add("neg");
        List<CataloguedProblem> problems =
                new ArrayList<>(Catalogue.load(List.of(Repository.CONFIGS.resolve("problems/" + set.name() + ".yaml")))
                        .problems());

        assertThat(problems)
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.problem()
                                .law()
                                .orElseThrow()
                                .operatorCounts()
                                .keySet())
                        .isSubsetOf(writable));
    }

    @Test
    void noTwoSetsAreAlike() {
        assertThat(sets().map(ListedOperators::set)).hasSize(10).doesNotHaveDuplicates();
    }

    /** A placebo that a law needs would be no placebo. */
    @Test
    void noLawNeedsAPlacebo() {
        List<Path> files = sets().map(set -> Repository.CONFIGS.resolve("problems/" + set.name() + ".yaml"))
                .toList();

        assertThat(Catalogue.load(files).problems())
                .hasSizeGreaterThanOrEqualTo(98)
                .allSatisfy(problem -> assertThat(problem.problem()
                                .law()
                                .orElseThrow()
                                .operatorCounts()
                                .keySet())
                        .noneMatch(operator -> operator.startsWith("placebo")));
    }
}
