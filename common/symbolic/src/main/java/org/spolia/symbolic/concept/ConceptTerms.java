package org.spolia.symbolic.concept;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.spolia.symbolic.expression.Opcode;

/** Makes terms from terms. Terms that differ only by the order or the grouping of sums and products become equal. */
final class ConceptTerms {
    private static final Comparator<Item> ORDER =
            Comparator.comparing((Item item) -> item.term().key()).thenComparing(Item::power);

    /** Beyond this power, readers do not see a repeated product. */
    static final int LARGEST_POWER = 12;

    private static final int LARGEST_DIVISOR = 100;

    private ConceptTerms() {}

    /** Makes a positive constant with a sign, and turns one over an integer into a division. */
    static ConceptTerm constant(double value) {
        if (value < 0) {
            return negated(constant(-value));
        }
        double whole = value > 0 ? Math.rint(1 / value) : 0;
        if (whole >= 2 && whole <= LARGEST_DIVISOR && 1 / whole == value) {
            return ConceptTerm.bag(ConceptTerm.Kind.PRODUCT, List.of(new Item(ConceptTerm.number(whole), -1)));
        }
        return ConceptTerm.number(Math.abs(value));
    }

    static ConceptTerm negated(ConceptTerm term) {
        return sum(List.of(new Item(term, -1)));
    }

    static ConceptTerm sum(List<Item> items) {
        List<Item> flat = new ArrayList<>();
        for (Item item : items) {
            if (item.term().is(ConceptTerm.Kind.SUM)) {
                item.term().items().forEach(inner -> flat.add(inner.withPower(inner.power() * item.power())));
            } else {
                flat.add(item);
            }
        }
        return bag(ConceptTerm.Kind.SUM, flat);
    }

    static ConceptTerm product(List<Item> items) {
        List<Item> flat = new ArrayList<>();
        int sign = 1;
        for (Item item : items) {
            ConceptTerm factor = item.term();
            if (factor.is(ConceptTerm.Kind.SUM) && factor.isInverted()) {
                factor = negated(factor);
                sign = item.power() % 2 == 0 ? sign : -sign;
            }
            if (factor.is(ConceptTerm.Kind.PRODUCT) && isReadable(factor, item.power())) {
                factor.items().forEach(inner -> multiply(flat, inner.withPower(inner.power() * item.power())));
            } else {
                multiply(flat, new Item(factor, item.power()));
            }
        }
        ConceptTerm product = bag(ConceptTerm.Kind.PRODUCT, flat);
        return sign < 0 ? negated(product) : product;
    }

    private static boolean isReadable(ConceptTerm product, int power) {
        return product.items().stream().allMatch(inner -> Math.abs(inner.power() * power) <= LARGEST_POWER);
    }

    /** Joins powers of the same term, but not x with 1/x, which is undefined where x is 0. */
    private static void multiply(List<Item> factors, Item more) {
        for (int i = 0; i < factors.size(); i++) {
            Item factor = factors.get(i);
            int power = factor.power() + more.power();
            boolean together = factor.power() > 0 == more.power() > 0 && Math.abs(power) <= LARGEST_POWER;
            if (factor.term().equals(more.term()) && together) {
                factors.set(i, factor.withPower(power));
                return;
            }
        }
        factors.add(more);
    }

    private static ConceptTerm bag(ConceptTerm.Kind kind, List<Item> items) {
        if (items.size() == 1 && items.get(0).power() == 1) {
            return items.get(0).term();
        }
        return ConceptTerm.bag(kind, items.stream().sorted(ORDER).toList());
    }

    static ConceptTerm call(int opcode, List<ConceptTerm> operands) {
        boolean anyOrder = opcode == Opcode.MAX || opcode == Opcode.MIN;
        return ConceptTerm.call(
                opcode,
                anyOrder
                        ? operands.stream()
                                .sorted(Comparator.comparing(ConceptTerm::key))
                                .toList()
                        : operands);
    }

    /** Returns a term of the same kind with other items. */
    static ConceptTerm like(ConceptTerm term, List<Item> items) {
        return switch (term.kind()) {
            case SUM -> sum(items);
            case PRODUCT -> product(items);
            case CALL -> call(term.number(), items.stream().map(Item::term).toList());
            case USE ->
                ConceptTerm.use(term.number(), items.stream().map(Item::term).toList());
            case VARIABLE, CONSTANT, CUT -> term;
        };
    }
}
