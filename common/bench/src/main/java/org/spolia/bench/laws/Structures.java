package org.spolia.bench.laws;

import java.util.ArrayList;
import java.util.List;

/** The main part of a law of each class. */
final class Structures {
    private final Parts parts;
    private final Dice dice;

    Structures(Parts parts) {
        this.parts = parts;
        this.dice = parts.dice();
    }

    /** A formula of the class in these variables. */
    Term of(StructureClass structure, List<Term> variables) {
        return switch (structure) {
            case SUM -> sum(variables);
            case PRODUCT -> product(variables);
            case GROUPS -> groups(variables);
            case NESTED -> times(variables, this::nested);
            case SHARED -> times(variables, this::shared);
            case AFFINE -> affine(variables);
            case POWERS -> powers(variables);
            case RATIONAL -> rational(variables);
            case OSCILLATION -> times(variables, this::oscillation);
            case SATURATION -> times(variables, this::saturation);
            case SCALES ->
                of(
                        dice.of(List.of(
                                StructureClass.SUM,
                                StructureClass.PRODUCT,
                                StructureClass.POWERS,
                                StructureClass.RATIONAL,
                                StructureClass.SATURATION)),
                        variables);
        };
    }

    /** A function of a list of variables. */
    private interface Form {
        Term of(List<Term> variables);
    }

    /** A form in some of the variables, times a monomial of the others. */
    private Term times(List<Term> variables, Form form) {
        int most = Math.min(variables.size(), 3);
        int inside = 1 + dice.below(most);
        List<Term> order = dice.shuffled(variables);
        Term main = form.of(order.subList(0, inside));
        return inside == order.size()
                ? main
                : parts.monomial(order.subList(inside, order.size())).times(main);
    }

    private Term sum(List<Term> variables) {
        int count = Math.max(2, Math.min(variables.size(), 2 + dice.below(3)));
        List<List<Term>> sides = variables.size() == 1 ? List.of(variables, variables) : dice.split(variables, count);
        Term first = parts.factor(sides.get(0));
        Term sum = first;
        for (List<Term> side : sides.subList(1, sides.size())) {
            Term next = parts.spreadAs(first, parts.factor(side));
            sum = dice.chance(0.6) ? sum.plus(next) : sum.minus(next);
        }
        return sum;
    }

    private Term product(List<Term> variables) {
        int count = Math.max(2, Math.min(variables.size(), 2 + dice.below(3)));
        List<List<Term>> sides = variables.size() == 1 ? List.of(variables, variables) : dice.split(variables, count);
        Term product = dice.chance(0.5) ? parts.affine(sides.get(0)) : parts.monomial(sides.get(0));
        for (List<Term> side : sides.subList(1, sides.size())) {
            product = product.times(parts.shape(side));
        }
        return product;
    }

    private Term groups(List<Term> variables) {
        List<Term> quotients = new ArrayList<>();
        for (List<Integer> group : Ground.groups(variables.size())) {
            Term above = variables.get(group.get(0));
            for (int variable : group.subList(1, group.size() - 1)) {
                above = above.times(variables.get(variable));
            }
            quotients.add(above.dividedBy(variables.get(group.get(group.size() - 1))));
        }
        Term function = ofQuotient(quotients.get(0));
        for (Term quotient : quotients.subList(1, quotients.size())) {
            Term next = dice.chance(0.5) ? ofQuotient(quotient) : quotient;
            function = dice.chance(0.5) ? function.times(next) : function.plus(parts.spreadAs(function, next));
        }
        return dice.chance(0.4) ? variables.get(0).times(function) : function;
    }

    private Term ofQuotient(Term quotient) {
        return dice.chance(0.25) ? parts.wave(quotient) : parts.of(parts.sized(quotient, dice.between(0.5, 1.5)));
    }

    private Term nested(List<Term> variables) {
        Term inner = parts.shape(variables);
        int levels = 1 + dice.below(2);
        for (int level = 0; level < levels; level++) {
            if (dice.chance(0.2)) {
                inner = parts.wave(inner);
                continue;
            }
            Term pure = parts.sized(inner, dice.between(0.7, 2));
            inner = switch (dice.below(5)) {
                case 0 -> pure.in("exp");
                case 1 -> Parts.one().plus(pure).root();
                case 2 -> Parts.one().plus(pure).in("log");
                case 3 -> pure.in("tanh");
                default -> Parts.one().minus(pure.negated().in("exp"));
            };
        }
        return inner;
    }

    private Term shared(List<Term> variables) {
        Term u = parts.group(variables, dice.between(0.8, 2.5));
        Term decay = u.negated().in("exp");
        return switch (dice.below(9)) {
            case 0 -> u.power(2 + dice.below(2), 1).dividedBy(u.in("exp").minus(Parts.one()));
            case 1 -> Parts.one().dividedBy(u.in("tanh")).minus(Parts.one().dividedBy(u));
            case 2 -> u.in("sin").dividedBy(u);
            case 3 -> u.times(u.in("log"));
            case 4 -> u.times(decay);
            case 5 -> Parts.one().minus(decay).dividedBy(u);
            case 6 -> u.minus(u.in("tanh"));
            case 7 -> u.root().times(decay);
            default -> u.dividedBy(Parts.one().plus(u).squared());
        };
    }

    private Term affine(List<Term> variables) {
        if (variables.size() > 2 && dice.chance(0.5)) {
            List<List<Term>> sides = dice.split(variables, 2);
            Term left = parts.affine(sides.get(0));
            Term right = parts.affine(sides.get(1));
            return switch (dice.below(4)) {
                case 0 -> left.times(right);
                case 1 -> left.dividedBy(right);
                case 2 -> left.squared().dividedBy(right);
                default ->
                    left.squared().plus(parts.spreadAs(left, right).squared()).root();
            };
        }
        Term inner = parts.affine(variables);
        Term pure = parts.sized(inner, dice.between(0.7, 2));
        return switch (dice.below(7)) {
            case 0 -> inner.squared();
            case 1 -> Parts.one().dividedBy(inner);
            case 2 -> pure.in("log");
            case 3 -> inner.root();
            case 4 -> pure.squared().negated().in("exp");
            case 5 -> parts.wave(inner);
            default -> inner.times(parts.monomial(variables));
        };
    }

    private Term powers(List<Term> variables) {
        Term product = power(variables.get(0));
        for (Term variable : variables.subList(1, variables.size())) {
            product = product.times(dice.chance(0.6) ? power(variable) : variable);
        }
        return switch (dice.below(4)) {
            case 0 -> product.plus(parts.spreadAs(product, power(dice.of(variables))));
            case 1 -> product.times(Parts.one().plus(parts.group(List.of(dice.of(variables)), 1)));
            case 2 ->
                Parts.one().plus(parts.sized(product, dice.between(0.5, 2))).power(dice.of(List.of(-1, 2, 4)), 3);
            default -> parts.number(dice.between(0.1, 10), Dimension.NONE).times(product);
        };
    }

    private Term power(Term variable) {
        List<Integer> exponent = dice.of(List.of(
                List.of(3, 2),
                List.of(1, 3),
                List.of(-2, 1),
                List.of(2, 3),
                List.of(-3, 2),
                List.of(5, 2),
                List.of(1, 4),
                List.of(-1, 3),
                List.of(-1, 2),
                List.of(3, 4)));
        return variable.power(exponent.get(0), exponent.get(1));
    }

    private Term rational(List<Term> variables) {
        List<List<Term>> sides = variables.size() == 1 ? List.of(variables, variables) : dice.split(variables, 2);
        Term left = parts.monomial(sides.get(0));
        Term right = parts.monomial(sides.get(1));
        Term u = parts.sized(left, dice.between(0.5, 2));
        Term v = parts.sized(right, dice.between(0.5, 2));
        return switch (dice.below(6)) {
            case 0 -> left.times(right).dividedBy(left.plus(parts.sizedAs(left, right)));
            case 1 -> Parts.one().plus(u).dividedBy(Parts.one().plus(v.squared()));
            case 2 -> left.dividedBy(Parts.one().plus(v));
            case 3 ->
                Parts.one()
                        .dividedBy(Parts.one().dividedBy(left).plus(Parts.one().dividedBy(parts.sizedAs(left, right))));
            case 4 -> parts.affine(sides.get(0)).dividedBy(parts.affine(sides.get(1)));
            default -> u.dividedBy(Parts.one().plus(u).plus(v.squared()));
        };
    }

    private Term oscillation(List<Term> variables) {
        Term first = variables.get(0);
        Term last = variables.get(variables.size() - 1);
        Term inner = dice.chance(0.4) ? parts.affine(variables) : parts.monomial(variables);
        return switch (dice.below(6)) {
            case 0 -> parts.wave(inner);
            case 1 ->
                parts.sized(first, dice.between(0.6, 1.5)).negated().in("exp").times(parts.wave(inner));
            case 2 -> parts.wave(inner).squared();
            case 3 -> twoWaves(first, last);
            case 4 -> parts.wave(first).times(parts.wave(last));
            default -> {
                Term u = parts.sized(inner, dice.between(0.8, 1.2));
                Term width = parts.number(dice.between(0.1, 0.5), Dimension.NONE);
                yield Parts.one()
                        .dividedBy(Parts.one()
                                .minus(u.squared())
                                .squared()
                                .plus(width.times(u).squared())
                                .root());
            }
        };
    }

    private Term twoWaves(Term first, Term second) {
        Term wave = parts.wave(first);
        return wave.plus(parts.spreadAs(wave, parts.wave(second)));
    }

    private Term saturation(List<Term> variables) {
        Term part = parts.monomial(variables);
        Term limit = parts.number(dice.between(0.1, 10), Dimension.NONE);
        Term u = parts.sized(part, dice.between(0.6, 2));
        return switch (dice.below(6)) {
            case 0 -> limit.times(u.in("tanh"));
            case 1 -> limit.times(part).dividedBy(middle(part).plus(part));
            case 2 -> part.squared().dividedBy(middle(part).squared().plus(part.squared()));
            case 3 ->
                limit.dividedBy(Parts.one()
                        .plus(parts.swinging(parts.affine(variables), dice.between(1, 2))
                                .negated()
                                .in("exp")));
            case 4 -> limit.times(Parts.one().minus(u.negated().in("exp")));
            default -> u.dividedBy(Parts.one().plus(u.squared()).root());
        };
    }

    /** A constant at which a saturation is about half complete. */
    private Term middle(Term part) {
        return parts.number(parts.magnitude(part) * dice.between(0.5, 1.5), part.dimension());
    }
}
