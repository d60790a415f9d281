package org.spolia.bench.laws;

import java.util.List;

/** Parts of laws. Their constants get the units that they need, and magnitudes that make the part matter. */
final class Parts {
    private final Ground ground;
    private final Dice dice;

    Parts(Ground ground, Dice dice) {
        this.ground = ground;
        this.dice = dice;
    }

    Dice dice() {
        return dice;
    }

    /** A product of powers of all of these variables. */
    Term monomial(List<Term> variables) {
        Term product = powered(variables.get(0), dice.chance(0.25) ? 2 : 1);
        for (Term variable : variables.subList(1, variables.size())) {
            Term factor = powered(variable, dice.chance(0.2) ? 2 : 1);
            product = dice.chance(0.4) ? product.dividedBy(factor) : product.times(factor);
        }
        return product;
    }

    private static Term powered(Term variable, int exponent) {
        return exponent == 1 ? variable : variable.power(exponent, 1);
    }

    /** A weighted sum or difference of all of these variables, and sometimes of a constant. */
    Term affine(List<Term> variables) {
        Term first = variables.get(0);
        Term sum = first;
        for (Term variable : variables.subList(1, variables.size())) {
            Term next = spreadAs(first, variable);
            sum = dice.chance(0.5) ? sum.plus(next) : sum.minus(next);
        }
        if (variables.size() == 1 || dice.chance(0.25)) {
            Term shift = number(ground.spread(sum) * dice.between(0.5, 3), sum.dimension());
            sum = dice.chance(0.5) ? sum.plus(shift) : sum.minus(shift);
        }
        return sum;
    }

    /** A pure number of a typical size in all of these variables. */
    Term group(List<Term> variables, double size) {
        return sized(inner(variables), size);
    }

    private Term inner(List<Term> variables) {
        return variables.size() > 1 && dice.chance(0.3) ? affine(variables) : monomial(variables);
    }

    /** The term without its dimension, with a median of this size. */
    Term sized(Term term, double size) {
        return scaled(term, size / ground.magnitude(term), Dimension.NONE);
    }

    /** The term without its dimension, with a standard deviation of this size. */
    Term swinging(Term term, double size) {
        return scaled(term, size / ground.spread(term), Dimension.NONE);
    }

    /** The term with the dimension of another and with a comparable variation. */
    Term spreadAs(Term other, Term term) {
        double factor = dice.between(0.4, 1.5) * ground.spread(other) / ground.spread(term);
        return scaled(term, factor, other.dimension());
    }

    /** The term with the dimension of another and with a comparable magnitude. */
    Term sizedAs(Term other, Term term) {
        double factor = dice.between(0.5, 2) * ground.magnitude(other) / ground.magnitude(term);
        return scaled(term, factor, other.dimension());
    }

    private Term scaled(Term term, double factor, Dimension dimension) {
        Dimension unit = dimension.dividedBy(term.dimension());
        if (dice.chance(0.5)) {
            Numeral divisor = numeral(1 / factor, unit);
            return unit.isNone() && divisor.equals(Numeral.ONE)
                    ? term
                    : term.dividedBy(Term.number(divisor, Dimension.NONE.dividedBy(unit)));
        }
        Numeral numeral = numeral(factor, unit);
        return unit.isNone() && numeral.equals(Numeral.ONE)
                ? term
                : Term.number(numeral, unit).times(term);
    }

    /** A number with a unit is measured, or a rational in a convenient unit. */
    private Numeral numeral(double target, Dimension unit) {
        Numeral near = Numeral.near(target, dice);
        boolean bare = !unit.isNone() && near.equals(Numeral.ONE);
        return bare ? Numeral.measured(target, dice) : near;
    }

    double magnitude(Term term) {
        return ground.magnitude(term);
    }

    Term number(double target, Dimension dimension) {
        return Term.number(Numeral.near(target, dice), dimension);
    }

    static Term one() {
        return Term.number(Numeral.ONE, Dimension.NONE);
    }

    /** A function of a pure number in these variables. */
    Term shape(List<Term> variables) {
        return dice.chance(0.25) ? wave(inner(variables)) : of(group(variables, dice.between(0.5, 1.5)));
    }

    /** A sine or cosine with some periods in the training range. */
    Term wave(Term inner) {
        return swinging(inner, dice.between(0.8, 3)).in(dice.chance(0.5) ? "sin" : "cos");
    }

    /** A function of a pure number of order one. */
    Term of(Term u) {
        return switch (dice.below(10)) {
            case 0, 1 -> u.negated().in("exp");
            case 2 -> one().dividedBy(one().plus(u));
            case 3 -> one().plus(u.squared()).root();
            case 4 -> one().plus(u).in("log");
            case 5 -> u.in("tanh");
            case 6 -> one().minus(u.negated().in("exp"));
            case 7 -> one().plus(u).power(dice.of(List.of(-3, -1, 1, 3)), 2);
            case 8 -> one().dividedBy(one().plus(u.squared()));
            default -> u.squared().negated().in("exp");
        };
    }

    /** Any part in all of these variables. */
    Term factor(List<Term> variables) {
        if (dice.chance(0.35)) {
            return monomial(variables);
        }
        if (variables.size() == 1 || dice.chance(0.3)) {
            return dice.chance(0.3) ? monomial(variables).times(shape(variables)) : shape(variables);
        }
        List<List<Term>> sides = dice.split(variables, 2);
        return monomial(sides.get(0)).times(shape(sides.get(1)));
    }
}
