package org.spolia.symbolic.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Operator;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.search.form.Randomness;
import org.spolia.symbolic.search.mutation.TreeGenerator;
import org.spolia.symbolic.search.options.FloatingPoint;
import org.spolia.symbolic.search.options.SearchOptions;
import org.spolia.symbolic.search.result.Candidate;

/**
 * The same bits everywhere: these digests hold on each JDK, for each vector width, and with or without compilation.
 * They belong to this project, not to a machine. A change of the results of an operator or a search requires new
 * digests.
 */
class BitsTest {
    private static final String TREES = "a1681b1140b277e30cb8e3e706c3ce8cf8c3653dbfaff863109689a264a21798";

    private static final String TREES_IN_SINGLE = "e0e933bd36888a816fac2913c3300d365968fc0f2a74792187415312ce4dbaf1";

    /** The revision that {@link #SEARCH} belongs to. */
    private static final int REVISION = 12;

    private static final String SEARCH = "a6ff5df36f39051fac074de5108d8c309a12ad297cbe616bc7bb48079835f2c1";

    private static final String PLAIN_SEARCH = "d9b7f664e917734283e09c8f935ed3aab182870a4af655d741d938524309e675";

    private static final OperatorSet OPERATORS = OperatorSet.of(
            List.of("+", "-", "*", "/", "pow", "sqrt", "exp", "log", "sin", "cos", "tanh", "asin", "atan", "li2"));

    private static final int ROWS = 64;

    @Test
    void aThousandTreesGiveTheSameValues() {
        assertThat(digestOfTrees(new Evaluator())).isEqualTo(TREES);
    }

    @Test
    void aThousandTreesGiveTheSameValuesInSinglePrecision() {
        assertThat(digestOfTrees(Evaluator.single())).isEqualTo(TREES_IN_SINGLE);
    }

    private static String digestOfTrees(Evaluator evaluator) {
        OperatorSet operators =
                OperatorSet.of(Operator.all().stream().map(Operator::name).toList());
        TreeGenerator generator = new TreeGenerator(operators, 4, 64);
        Randomness random = new Randomness().at(1, 0, 0, 0);
        double[][] columns = columns(random, 4, ROWS);
        MessageDigest digest = sha256();
        Tree tree = new Tree(64);
        int finite = 0;
        for (int i = 0; i < 1000; i++) {
            generator.grow(tree, 1 + random.nextInt(30), random);
            for (double value : evaluator.predict(tree.toExpression(), columns)) {
                finite += Double.isFinite(value) ? 1 : 0;
                digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, Double.doubleToLongBits(value)));
            }
        }
        assertThat(finite).isGreaterThan(20 * ROWS);
        return HexFormat.of().formatHex(digest.digest());
    }

    @Test
    void aSearchGivesTheSameModelsAsItsRevisionSays() {
        assertThat(List.of(Search.REVISION, digestOfSearch(SearchOptions.of(OPERATORS, 20_000))))
                .as("results changed: raise Search.REVISION, and put it and the new digest here")
                .isEqualTo(List.of(REVISION, SEARCH));
    }

    @Test
    void aPlainSearchInSinglePrecisionGivesTheSameModelsAsItsRevisionSays() {
        SearchOptions options = SearchOptions.of(OPERATORS, 20_000)
                .withPrecision(FloatingPoint.FLOAT32)
                .plain();
        assertThat(List.of(Search.REVISION, digestOfSearch(options)))
                .as("results changed: raise Search.REVISION, and put it and the new digest here")
                .isEqualTo(List.of(REVISION, PLAIN_SEARCH));
    }

    private static String digestOfSearch(SearchOptions options) {
        Randomness random = new Randomness().at(2, 0, 0, 0);
        double[][] columns = columns(random, 3, 300);
        double[] target = new double[300];
        for (int row = 0; row < target.length; row++) {
            target[row] = columns[0][row] * columns[1][row] / (1 + columns[2][row]) + 0.05 * random.nextGaussian();
        }
        try (Workers workers = Workers.of(2)) {
            Search search = Search.of(Sample.of(columns, target), options, 3);
            while (!search.finished()) {
                search.advance(workers, () -> false);
            }
            MessageDigest digest = sha256();
            List<String> names = List.of("x", "y", "z");
            for (Candidate candidate : search.finish(() -> false).candidates()) {
                digest.update(candidate.expression().infix(names).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        }
    }

    private static double[][] columns(Randomness random, int variables, int rows) {
        double[][] columns = new double[variables][rows];
        for (double[] column : columns) {
            for (int row = 0; row < rows; row++) {
                column[row] = 4 * random.nextDouble() - 1;
            }
        }
        return columns;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
