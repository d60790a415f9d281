package org.spolia.symbolic.library.part;

import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.library.scoring.ExpressionBuilder;
import org.spolia.symbolic.library.scoring.OperatorVocabulary;
import org.spolia.symbolic.library.scoring.Regression;

/** Writes {@code base + c1 first + c2 second} or {@code base (c0 + c1 first + c2 second)}, or with a product. */
final class BaseWriter {
    private static final int COLUMNS = 4;

    private final LawParts law;
    private final Base base;
    private final ExpressionBuilder builder;
    private final Regression regression;

    BaseWriter(LawParts law, Base base, ExpressionBuilder builder) {
        this.law = law;
        this.base = base;
        this.builder = builder;
        this.regression = new Regression(law.rows().target().length, COLUMNS);
    }

    /** @param scales whether slope and offset of the whole expression are left out */
    boolean write(Tree tree, Pair pair, Tree first, Tree second, boolean scales) {
        PartTable table = law.table();
        double[] a = table.values(pair.first());
        double factorOfFirst = table.factor(pair.first());
        boolean hasSecond = pair.second() != Pair.NONE;
        if (pair.kind() == Pair.Kind.PRODUCT) {
            a = law.product(a, table.values(pair.second()));
            factorOfFirst *= table.factor(pair.second());
            hasSecond = false;
            if (!OperatorVocabulary.append(first, second) || !law.vocabulary().append(first, 0, Opcode.MUL)) {
                return false;
            }
        }
        regression.begin(law.rows().target(), law.evenWeights());
        regression.add(law.frame().base());
        if (!base.multiplied()) {
            regression.constant();
        }
        regression.add(weighted(a));
        if (hasSecond) {
            regression.add(weighted(table.values(pair.second())));
        }
        if (!Double.isFinite(regression.solve())) {
            return false;
        }
        int next = base.multiplied() ? 1 : 2;
        double c1 = regression.coefficient(next) / factorOfFirst;
        double c2 = hasSecond ? regression.coefficient(next + 1) / table.factor(pair.second()) : 0;
        if (base.multiplied()) {
            double unit = scales ? c1 : 1;
            return builder.addTerm(tree, first, c1 / unit)
                    && builder.addTerm(tree, second, c2 / unit)
                    && builder.shift(tree, regression.coefficient(0) / unit)
                    && OperatorVocabulary.append(tree, base.tree())
                    && law.vocabulary().append(tree, 0, Opcode.MUL);
        }
        double unit = scales ? regression.coefficient(0) : 1;
        tree.copyFrom(base.tree());
        return builder.scale(tree, regression.coefficient(0) / unit)
                && builder.addTerm(tree, first, c1 / unit)
                && builder.addTerm(tree, second, c2 / unit)
                && (scales || builder.shift(tree, regression.coefficient(1)));
    }

    private double[] weighted(double[] part) {
        return base.multiplied() ? law.product(part, law.frame().base()) : part;
    }
}
