package org.spolia.symbolic.library.part;

import java.util.Optional;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.library.scoring.ExpressionBuilder;

/** Writes pairs of parts as expressions, with coefficients from linear regression. Not thread-safe. */
final class PartWriter {
    private final LawParts law;
    private final boolean scales;
    private final ExpressionBuilder builder;
    private final FormWriter forms;
    private final PowerWriter powers;
    private final Optional<BaseWriter> onto;
    private final Tree first = ExpressionBuilder.newTree();
    private final Tree second = ExpressionBuilder.newTree();

    /** @param scales whether the search adds slope and offset to each expression */
    PartWriter(LawParts law, boolean scales) {
        this.law = law;
        this.scales = scales && law.view().factorSize() == 0;
        this.builder = new ExpressionBuilder(law.vocabulary());
        this.forms = new FormWriter(law, builder);
        this.powers = new PowerWriter(law, builder);
        this.onto = law.base().map(base -> new BaseWriter(law, base, builder));
    }

    /** Writes a pair into an empty tree. Returns false if the operators cannot express it. */
    boolean write(Pair pair, Tree tree) {
        return write(pair, tree, scales, false);
    }

    /** Like {@link #write}, with all coefficients and the offset. */
    boolean writeWhole(Pair pair, Tree tree) {
        return write(pair, tree, false, false);
    }

    /** Like {@link #write}, with exponents that are multiples of a half. Returns false if it is the same. */
    boolean writeHalves(Pair pair, Tree tree) {
        return onto.isEmpty() && pair.kind() == Pair.Kind.TIMES && write(pair, tree, scales, true);
    }

    private boolean write(Pair pair, Tree tree, boolean freely, boolean halves) {
        return law.write(pair, first, second, builder)
                && form(pair, tree, freely, halves)
                && law.view().multiply(tree, law.vocabulary());
    }

    private boolean form(Pair pair, Tree tree, boolean freely, boolean halves) {
        if (onto.isPresent()) {
            return onto.get().write(tree, pair, first, second, freely);
        }
        return pair.kind() == Pair.Kind.TIMES
                ? powers.write(tree, pair, first, second, freely, halves)
                : forms.write(tree, pair, first, second, freely);
    }
}
