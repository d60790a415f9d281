package org.spolia.symbolic.search.options;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.ExpressionFold;
import org.spolia.symbolic.expression.ExpressionSyntaxException;
import org.spolia.symbolic.expression.Opcode;

/** Units as exponents of base dimensions, one row for each unit that was given. */
public final class Dimensions {
    private static final Pattern SYMBOL = Pattern.compile("[\\p{L}%°$_][\\p{L}\\p{N}%°$_]*");
    private static final String PREFIXES = "fpnuµmckMGTP";
    private static final String PLAIN = "1";

    /** Derived units by base units, as far as dimensions go: scales do not matter here. */
    private static final Map<String, String> DERIVED = derived();

    private Dimensions() {}

    private static Map<String, String> derived() {
        Map<String, String> units = new HashMap<>();
        for (String base : List.of("m", "g", "s", "A", "K", "mol", "cd")) {
            units.put(base, base);
        }
        for (String plain : List.of("rad", "deg", "sr")) {
            units.put(plain, PLAIN);
        }
        for (String time : List.of("min", "h", "d", "yr")) {
            units.put(time, "s");
        }
        units.put("Hz", "1/s");
        units.put("N", "g*m/s^2");
        units.put("Pa", "g/(m*s^2)");
        units.put("bar", "g/(m*s^2)");
        units.put("atm", "g/(m*s^2)");
        units.put("J", "g*m^2/s^2");
        units.put("eV", "g*m^2/s^2");
        units.put("W", "g*m^2/s^3");
        units.put("C", "A*s");
        units.put("V", "g*m^2/(A*s^3)");
        units.put("F", "A^2*s^4/(g*m^2)");
        units.put("ohm", "g*m^2/(A^2*s^3)");
        units.put("S", "A^2*s^3/(g*m^2)");
        units.put("Wb", "g*m^2/(A*s^2)");
        units.put("T", "g/(A*s^2)");
        units.put("H", "g*m^2/(A^2*s^2)");
        units.put("L", "m^3");
        units.put("M", "mol/m^3");
        return units;
    }

    /**
     * The exponents of each unit, those of the target last.
     *
     * @throws IllegalArgumentException if a text is not a unit
     */
    public static double[][] of(List<String> variables, String target) {
        List<String> units = new ArrayList<>(variables);
        units.add(target);
        List<Map<String, Double>> parsed = units.stream().map(Dimensions::parse).toList();
        List<String> bases = List.copyOf(
                parsed.stream().collect(TreeSet::new, (all, unit) -> all.addAll(unit.keySet()), TreeSet::addAll));
        double[][] exponents = new double[units.size()][bases.size()];
        for (int unit = 0; unit < exponents.length; unit++) {
            for (int base = 0; base < bases.size(); base++) {
                exponents[unit][base] = parsed.get(unit).getOrDefault(bases.get(base), 0.0);
            }
        }
        return exponents;
    }

    private static Map<String, Double> parse(String unit) {
        List<String> symbols = SYMBOL.matcher(unit)
                .results()
                .map(match -> match.group())
                .distinct()
                .toList();
        try {
            return Expression.parse(unit.isBlank() ? PLAIN : unit, symbols).fold(new Reading(unit, symbols)).exponents;
        } catch (ExpressionSyntaxException e) {
            throw new IllegalArgumentException("'" + unit + "' is not a unit; write a unit such as kg*m/s^2, or 1", e);
        }
    }

    private static Map<String, Double> symbol(String symbol) {
        String plain = symbol;
        if (!DERIVED.containsKey(symbol) && symbol.length() > 1 && PREFIXES.indexOf(symbol.charAt(0)) >= 0) {
            plain = symbol.substring(1);
        }
        String derived = DERIVED.get(plain);
        return derived == null || derived.equals(plain)
                ? Map.of(derived == null ? symbol : plain, 1.0)
                : parse(derived);
    }

    /** A unit, or a number where one may stand: as an exponent, or the 1 of 1/s. */
    private record Part(Map<String, Double> exponents, double number) {}

    private static final class Reading implements ExpressionFold<Part> {
        private final String unit;
        private final List<String> symbols;

        Reading(String unit, List<String> symbols) {
            this.unit = unit;
            this.symbols = symbols;
        }

        @Override
        public Part constant(double value) {
            return new Part(Map.of(), value);
        }

        @Override
        public Part variable(int index) {
            return new Part(symbol(symbols.get(index)), 1);
        }

        @Override
        public Part parameter(int index) {
            throw refused();
        }

        @Override
        public Part unary(int opcode, Part x) {
            throw refused();
        }

        @Override
        public Part binary(int opcode, Part x, Part y) {
            return switch (opcode) {
                case Opcode.MUL -> new Part(sum(x.exponents, y.exponents, 1), x.number * y.number);
                case Opcode.DIV -> new Part(sum(x.exponents, y.exponents, -1), x.number / y.number);
                case Opcode.POW -> new Part(sum(Map.of(), x.exponents, y.number), x.number);
                default -> throw refused();
            };
        }

        private IllegalArgumentException refused() {
            return new IllegalArgumentException("'" + unit + "' is not a unit; write a unit such as kg*m/s^2, or 1");
        }

        private static Map<String, Double> sum(Map<String, Double> x, Map<String, Double> y, double factor) {
            Map<String, Double> sum = new HashMap<>(x);
            y.forEach((base, exponent) -> sum.merge(base, factor * exponent, Double::sum));
            sum.values().removeIf(exponent -> exponent == 0);
            return sum;
        }
    }
}
