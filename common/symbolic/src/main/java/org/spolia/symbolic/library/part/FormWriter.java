package org.spolia.symbolic.library.part;

import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.library.scoring.ExpressionBuilder;
import org.spolia.symbolic.library.scoring.OperatorVocabulary;
import org.spolia.symbolic.library.scoring.Regression;

/** Writes sums and products of two parts with their coefficients. */
final class FormWriter {
    private static final int COLUMNS = 3;

    private final LawParts law;
    private final ExpressionBuilder builder;
    private final Regression regression;

    FormWriter(LawParts law, ExpressionBuilder builder) {
        this.law = law;
        this.builder = builder;
        this.regression = new Regression(law.rows().target().length, COLUMNS);
    }

    /** @param scales whether slope and offset of the whole expression are left out */
    boolean write(Tree tree, Pair pair, Tree first, Tree second, boolean scales) {
        return switch (pair.kind()) {
            case SUM -> sum(tree, pair, first, second, scales);
            case PRODUCT -> product(tree, pair, first, second, scales);
            case FIRST_SHIFTED -> shifted(tree, pair.first(), pair.second(), first, second, scales);
            case SECOND_SHIFTED -> shifted(tree, pair.second(), pair.first(), second, first, scales);
            case TIMES -> throw new IllegalArgumentException("Powers are written by PowerWriter");
        };
    }

    private boolean sum(Tree tree, Pair pair, Tree first, Tree second, boolean scales) {
        PartTable table = law.table();
        SumTarget target = law.sums().get(pair.target());
        boolean hasSecond = pair.second() != Pair.NONE;
        regression.begin(target.original(), law.evenWeights());
        regression.constant();
        regression.add(table.values(pair.first()));
        if (hasSecond) {
            regression.add(table.values(pair.second()));
        }
        if (!Double.isFinite(regression.solve())) {
            return false;
        }
        double c1 = regression.coefficient(1) / table.factor(pair.first());
        double c2 = hasSecond ? regression.coefficient(2) / table.factor(pair.second()) : 0;
        boolean whole = !scales || target.opcode() != SumTarget.NONE;
        return builder.addTerm(tree, first, whole ? c1 : 1)
                && builder.addTerm(tree, second, whole ? c2 : c2 / c1)
                && (!whole || builder.shift(tree, regression.coefficient(0)))
                && (target.opcode() == SumTarget.NONE || law.vocabulary().append(tree, 0, target.opcode()));
    }

    private boolean product(Tree tree, Pair pair, Tree first, Tree second, boolean scales) {
        PartTable table = law.table();
        regression.begin(law.rows().target(), law.evenWeights());
        regression.constant();
        regression.add(law.product(table.values(pair.first()), table.values(pair.second())));
        if (!Double.isFinite(regression.solve())) {
            return false;
        }
        double slope = regression.coefficient(1) / table.factor(pair.first()) / table.factor(pair.second());
        tree.copyFrom(first);
        return OperatorVocabulary.append(tree, second)
                && law.vocabulary().append(tree, 0, Opcode.MUL)
                && (scales || builder.scale(tree, slope) && builder.shift(tree, regression.coefficient(0)));
    }

    /** Writes {@code (c + shifted) other}. */
    private boolean shifted(Tree tree, int shifted, int other, Tree shiftedTree, Tree otherTree, boolean scales) {
        PartTable table = law.table();
        regression.begin(law.rows().target(), law.evenWeights());
        regression.add(table.values(other));
        regression.add(law.product(table.values(shifted), table.values(other)));
        if (!Double.isFinite(regression.solve())) {
            return false;
        }
        double slope = regression.coefficient(1) / table.factor(shifted);
        tree.copyFrom(shiftedTree);
        return builder.shift(tree, regression.coefficient(0) / slope)
                && OperatorVocabulary.append(tree, otherTree)
                && law.vocabulary().append(tree, 0, Opcode.MUL)
                && (scales || builder.scale(tree, slope / table.factor(other)));
    }
}
