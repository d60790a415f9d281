package org.spolia.experiment.data;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.spolia.symbolic.expression.Decimal;
import org.spolia.symbolic.key.Names;

/**
 * The text of numbers in files: digits, one decimal mark, an exponent. A number that a double cannot represent is
 * refused, not rounded.
 */
final class NumberText {
    private static final Pattern POINT = Pattern.compile("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]+)?");
    private static final Pattern COMMA = Pattern.compile("[-+]?([0-9]+(,[0-9]*)?|,[0-9]+)([eE][-+]?[0-9]+)?");
    private static final Set<String> NOT_A_NUMBER = Set.of("nan", "na", "n/a", "null", "none", "-nan", "#n/a");
    private static final Set<String> INFINITE = Set.of("inf", "-inf", "+inf", "infinity", "-infinity", "+infinity");

    /** Integers with fewer digits than this are exact as doubles. */
    private static final int EXACT_DIGITS = 15;

    private NumberText() {}

    /** Returns whether the text is a number with this decimal mark. */
    static boolean matches(String text, char decimal) {
        return (decimal == ',' ? COMMA : POINT).matcher(text.strip()).matches();
    }

    /** Returns whether the text is a number that contains its decimal mark. */
    static boolean shows(String text, char decimal) {
        return text.indexOf(decimal) >= 0 && matches(text, decimal);
    }

    /**
     * Parses the number.
     *
     * @throws NumberFormatException with the offending text and a remedy
     */
    static double parse(String text, char decimal) {
        return parse(text, decimal, DelimitedFormat.NONE);
    }

    /**
     * Like {@link #parse(String, char)}.
     *
     * @param thousands the thousands separator
     */
    static double parse(String text, char decimal, char thousands) {
        String stripped = text.strip();
        String cell = thousands == DelimitedFormat.NONE ? stripped : Thousands.removed(stripped, thousands, decimal);
        if (!matches(cell, decimal)) {
            throw new NumberFormatException(problem(cell, decimal));
        }
        String plain = decimal == ',' ? cell.replace(',', '.') : cell;
        double value = Double.parseDouble(plain);
        if (Double.isInfinite(value)) {
            throw new NumberFormatException(
                    Names.quote(cell) + " overflows a double (at most 1.8e308); scale the column");
        }
        if (losesDigits(plain, value)) {
            throw new NumberFormatException(
                    Names.quote(cell)
                            + " is an integer beyond 2^53 that a double cannot hold exactly; subtract an offset or leave the column out");
        }
        if (value == 0 && new BigDecimal(plain).signum() != 0) {
            throw new NumberFormatException(Names.quote(cell) + " underflows a double to 0; scale the column");
        }
        return value;
    }

    /** Returns whether an integer is not the double. One that {@link Decimal} writes was a double before. */
    private static boolean losesDigits(String plain, double value) {
        boolean integer = plain.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '-' || c == '+');
        return integer
                && plain.length() > EXACT_DIGITS
                && new BigDecimal(plain).compareTo(new BigDecimal(value)) != 0
                && !plain.equals(Decimal.shortest(value));
    }

    /** Returns whether a text that is not a number is a word, rather than a missing value or another notation. */
    static boolean isWord(String text) {
        String cell = text.strip();
        String lower = cell.toLowerCase(Locale.ROOT);
        return !cell.isEmpty()
                && !matches(cell, '.')
                && !matches(cell, ',')
                && Thousands.markOf(cell).isEmpty()
                && !NOT_A_NUMBER.contains(lower)
                && !INFINITE.contains(lower);
    }

    private static String problem(String cell, char decimal) {
        String lower = cell.toLowerCase(Locale.ROOT);
        if (cell.isEmpty()) {
            return "the cell is empty; fill it or remove the row";
        }
        if (NOT_A_NUMBER.contains(lower)) {
            return Names.quote(cell) + " is not a value; fill it or remove the row";
        }
        if (INFINITE.contains(lower)) {
            return Names.quote(cell) + " is not finite; remove the row";
        }
        char other = decimal == ',' ? '.' : ',';
        Optional<Character> thousands = Thousands.markOf(cell);
        if (thousands.isPresent()) {
            return Names.quote(cell) + " has " + DelimitedFormat.name(thousands.get())
                    + (Thousands.isAmbiguous(cell)
                            ? " between thousands, or as a decimal mark, but the decimal mark of this file is '"
                                    + decimal + "'"
                            : " between thousands")
                    + "; write the numbers without it, or give --thousands " + DelimitedFormat.name(thousands.get());
        }
        if (matches(cell, other)) {
            return Names.quote(cell) + " has the decimal mark '" + other
                    + "', but the decimal mark of this file is '" + decimal
                    + "'; write all numbers in the same way or give the mark";
        }
        return Names.quote(cell) + " is text, not a number; correct the cell or leave the column out";
    }
}
