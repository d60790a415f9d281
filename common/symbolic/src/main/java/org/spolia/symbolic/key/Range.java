package org.spolia.symbolic.key;

import org.spolia.symbolic.expression.Decimal;

/** The numbers that a key allows; an infinite end means no limit. */
record Range(double atLeast, double above, double atMost, double below) {
    static Range of(Key key) {
        return new Range(key.atLeast(), key.above(), key.atMost(), key.below());
    }

    void check(String path, Number number) {
        double value = number.doubleValue();
        String broken = "";
        if (!Double.isFinite(value)) {
            broken = "must be a finite number";
        } else if (value < atLeast) {
            broken = "must be >= " + Decimal.shortest(atLeast);
        } else if (value <= above) {
            broken = "must be > " + Decimal.shortest(above);
        } else if (value > atMost) {
            broken = "must be <= " + Decimal.shortest(atMost);
        } else if (value >= below) {
            broken = "must be < " + Decimal.shortest(below);
        }
        if (!broken.isEmpty()) {
            String text = Limits.text(number);
            throw new InvalidValueException(
                    path, text + " is not allowed; " + broken, inWords(number instanceof Double) + ": " + text);
        }
    }

    /** Describes both ends, for readers who do not see the key's description. */
    private String inWords(boolean fractions) {
        String low = Double.isFinite(above) ? "above " + Decimal.shortest(above) : Decimal.shortest(atLeast);
        if (Double.isFinite(atMost)) {
            return Double.isFinite(above)
                    ? "must be " + low + " and at most " + Decimal.shortest(atMost)
                    : "must be from " + low + " to " + Decimal.shortest(atMost);
        }
        String rule = Double.isFinite(above) ? "must be > " + Decimal.shortest(above) : "must be >= " + low;
        if (Double.isFinite(below)) {
            return rule + " and < " + Decimal.shortest(below);
        }
        return fractions ? rule + " and finite" : rule;
    }
}
