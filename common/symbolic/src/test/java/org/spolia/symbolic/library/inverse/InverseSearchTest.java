package org.spolia.symbolic.library.inverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.library.Proposals;
import org.spolia.symbolic.library.Shortlist;
import org.spolia.symbolic.library.scoring.CoordinateView;
import org.spolia.symbolic.library.scoring.Library;

class InverseSearchTest {
    private static final List<String> NAMES = List.of("x", "y", "z");
    private static final OperatorSet OPERATORS =
            OperatorSet.of(List.of("+", "-", "*", "/", "pow", "sqrt", "exp", "log", "sin", "cos", "tanh"));
    private static final long WORK = 400_000_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3.7*x/y - 1.3",
                "(1.7 + 0.4*x)*exp(y*z)",
                "1.9*sin(x) + 0.7*z*y + 2.3",
                "(2.2*x*y + 0.3)/(1 + 0.37*z)",
                "2.3*x^1.5*y^2*sqrt(z + x)/z",
                "0.7*x^2*exp(-1.3*y*z)/z",
                "1.1*x^0.7*(x + y)^1.2*log(z)",
                "0.3*x + 0.7*y*z + 0.2*exp(x)",
                "log(2.1*x*y + 1.3*z)",
                "sqrt(1.7*exp(x - y) + 2.3)",
                "sin(0.1*x*z - 0.4)"
            })
    void findsThePlantedForm(String law) {
        assertThat(search(law, OPERATORS).loss()).as(law).isLessThan(1e-13);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*, /, pow|x^2*y/z", "+, -|x + y - z", "-, /|(x - y)/z", "*, exp, log|exp(x*y)*z", "/|x/(y/z)"})
    void worksWithoutSomeArithmetic(String setAndLaw) {
        String[] parts = setAndLaw.split("\\|");
        OperatorSet operators = OperatorSet.of(List.of(parts[0].split(", ")));
        Shortlist best = search(parts[1], operators);
        assertThat(best.loss()).isLessThan(1e-13);
        assertThat(best.formulas())
                .allSatisfy(formula -> assertThat(operators.texts())
                        .containsAll(Expression.parse(formula, NAMES)
                                .operatorCounts()
                                .keySet()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 10})
    void fewRowsDoNoHarm(int rows) {
        Shortlist best = run("x*y + sin(z)", OPERATORS, rows, 2_000_000, 1);
        assertThat(best.loss()).isNotNaN();
    }

    @Test
    void aProposerThatThrowsLosesOnlyItsOwnItem() {
        Sample sample = sample("x*exp(y) + z", 60);
        InverseSearch search = InverseSearch.of(library(sample, OPERATORS), 30, 1);
        List<Throwable> failures = new ArrayList<>();
        Shortlist kept = new Shortlist(sample, NAMES);
        Proposals proposals = new Proposals() {
            @Override
            public double best(int size) {
                return kept.best(size);
            }

            @Override
            public void propose(Tree tree) {
                if (tree.size() % 2 == 0) {
                    throw new IllegalStateException("injected");
                }
                kept.propose(tree);
            }

            @Override
            public void failed(Throwable failure) {
                failures.add(failure);
            }
        };
        long charge = search.worker().work(search.next(30_000_000), 0, 1, proposals, () -> false);
        assertThat(failures)
                .isNotEmpty()
                .allSatisfy(failure -> assertThat(failure).hasMessage("injected"));
        assertThat(kept.formulas()).isNotEmpty();
        assertThat(charge).isPositive();
    }

    @Test
    void theOrderOfWorkDependsOnNothingElse() {
        Sample sample = sample("x*exp(y) + z", 60);
        Library library = library(sample, OPERATORS);
        InverseSearch whole = InverseSearch.of(library, 30, 1);
        whole.next(3_000_000);
        long position = whole.position();
        InverseSearch resumed = InverseSearch.of(library, 30, 1);
        resumed.skip(position);
        Shortlist first = new Shortlist(sample, NAMES);
        Shortlist second = new Shortlist(sample, NAMES);
        whole.worker().work(whole.next(3_000_000), 0, 1, first, () -> false);
        resumed.worker().work(resumed.next(3_000_000), 0, 1, second, () -> false);
        assertThat(second.formulas()).isEqualTo(first.formulas());
        assertThat(resumed.position()).isEqualTo(whole.position());
    }

    private static Shortlist search(String law, OperatorSet operators) {
        return run(law, operators, 48, WORK, 4);
    }

    private static Shortlist run(String law, OperatorSet operators, int rows, long work, int parts) {
        Sample sample = sample(law, rows);
        InverseSearch search = InverseSearch.of(library(sample, operators), 30, 1);
        Shortlist best = new Shortlist(sample, NAMES);
        InverseSearch.Worker worker = search.worker();
        for (long done = 0; done < work && best.loss() > 1e-13; ) {
            InverseSearch.Batch batch = search.next(1_000_000);
            if (batch.isEmpty()) {
                return best;
            }
            done += 1_000_000;
            for (int part = 0; part < parts; part++) {
                worker.work(batch, part, parts, best, () -> false);
            }
        }
        return best;
    }

    private static Library library(Sample sample, OperatorSet operators) {
        SplittableRandom random = new SplittableRandom(2);
        return Library.of(
                sample,
                CoordinateView.ofVariables(3),
                IntStream.range(0, sample.rows()).toArray(),
                operators,
                2048,
                30,
                random::nextLong);
    }

    private static Sample sample(String law, int rows) {
        SplittableRandom random = new SplittableRandom(17);
        double[][] columns = new double[3][rows];
        for (double[] column : columns) {
            for (int row = 0; row < rows; row++) {
                column[row] = 1.1 + 2 * random.nextDouble();
            }
        }
        return Sample.of(columns, new Evaluator().predict(Expression.parse(law, NAMES), columns));
    }
}
