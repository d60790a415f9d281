package org.spolia.symbolic.readable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.spolia.symbolic.expression.Opcode;

/**
 * The cost of the classes of a graph for a reader: the number of nodes as they are written, with quotients and roots,
 * plus a share for digits, parentheses and leading signs.
 */
final class Cheapest {
    private static final int MOST_PASSES = 40;
    private static final double TIE = 1e-9;
    private static final double STEP = 0.01;
    private static final double PARENTHESES = 0.2;
    private static final double PARENTHESES_OF_FACTOR = 0.05;
    private static final double POWER = 1.05;
    private static final double QUOTIENT_IN_SUM = 0.05;
    private static final double FRACTION_IN_DENOMINATOR = 2.5;
    private static final double INVERSE_IN_DENOMINATOR = 2;
    private static final double FRACTION_AS_FACTOR = 3;
    private static final double SUM_IN_SUM = 3;
    private static final double LEADING_MINUS = 0.6;
    private static final double RARE = 2.5;
    private static final double LOGARITHM_IN_EXPONENT = 5;

    private static final Place[] PLACES = Place.values();
    private static final Place[] NOWHERE = {};

    private final Graph graph;
    private final double[][] costs;
    private final @Nullable Node[][] choices;

    private Cheapest(Graph graph) {
        this.graph = graph;
        costs = new double[Place.values().length][graph.classCount()];
        choices = new Node[costs.length][graph.classCount()];
        for (double[] row : costs) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
    }

    static Cheapest of(Graph graph) {
        Cheapest cheapest = new Cheapest(graph);
        List<Integer> classes = graph.classes();
        boolean changed = true;
        for (int pass = 0; changed && pass < MOST_PASSES; pass++) {
            changed = false;
            for (int member : classes) {
                changed |= cheapest.choose(member);
            }
        }
        return cheapest;
    }

    /** The cost of a node also depends on what is chosen for its operands, so a cost can rise again. */
    private boolean choose(int member) {
        double[] least = new double[costs.length];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        @Nullable Node[] best = new Node[costs.length];
        for (Node node : graph.nodes(member)) {
            double cost = cost(node);
            for (Place place : Double.isFinite(cost) ? PLACES : NOWHERE) {
                double there = cost + extra(node, place);
                if (there < least[place.ordinal()] - TIE) {
                    least[place.ordinal()] = there;
                    best[place.ordinal()] = node;
                }
            }
        }
        boolean changed = false;
        for (int place = 0; place < costs.length; place++) {
            if (best[place] != null
                    && (Math.abs(least[place] - costs[place][member]) > TIE || best[place] != choices[place][member])) {
                costs[place][member] = least[place];
                choices[place][member] = best[place];
                changed = true;
            }
        }
        return changed;
    }

    private double cost(int member, Place place) {
        return costs[place.ordinal()][graph.find(member)];
    }

    /** Returns the nodes of a class that can be written at a place, in groups of equal cost, the cheapest first. */
    List<List<Node>> candidates(int member, Place place) {
        List<Node> ordered = graph.nodes(member).stream()
                .filter(node -> Double.isFinite(cost(node)))
                .sorted(Comparator.comparingDouble(node -> cost(node) + extra(node, place)))
                .toList();
        List<List<Node>> groups = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        for (Node node : ordered) {
            double cost = cost(node) + extra(node, place);
            if (cost > last + TIE) {
                groups.add(new ArrayList<>());
                last = cost;
            }
            groups.get(groups.size() - 1).add(node);
        }
        return groups;
    }

    private Node choice(int member, Place place) {
        return Objects.requireNonNull(choices[place.ordinal()][graph.find(member)]);
    }

    private Node choice(int member) {
        return choice(member, Place.ALONE);
    }

    private static boolean isSum(Node node) {
        return node.is(Node.SUM) && !node.isScaled();
    }

    /** Returns the choice of a class without its number. */
    private Node term(int member) {
        Node choice = choice(member);
        return choice.isScaled() ? choice(choice.children()[0]) : choice;
    }

    private boolean isQuotient(int member) {
        Node term = term(member);
        if (!term.is(Node.PRODUCT)) {
            return false;
        }
        return Arrays.stream(term.weights()).anyMatch(exponent -> exponent < 0)
                || term.children().length == 1 && isQuotient(term.children()[0]);
    }

    private boolean isInverse(int member) {
        Node term = term(member);
        return term.is(Node.PRODUCT) && Arrays.stream(term.weights()).allMatch(exponent -> exponent < 0);
    }

    private boolean hasSumAsFactor(int member) {
        Node term = term(member);
        if (!term.is(Node.PRODUCT)) {
            return false;
        }
        for (int i = 0; i < term.children().length; i++) {
            Place place = Place.of(term.weights()[i]);
            if (place.isFactor() && isSum(choice(term.children()[i], place))) {
                return true;
            }
        }
        return false;
    }

    /** Returns what a node costs at a place beyond its own cost. */
    private double extra(Node node, Place place) {
        if (place.isFactor() && (node.is(Node.PRODUCT) || node.isScaled())) {
            return FRACTION_AS_FACTOR;
        }
        if (place != Place.ALONE && node.isScaled() && isSum(choice(node.children()[0]))) {
            return FRACTION_AS_FACTOR;
        }
        if (place == Place.ALONE || !isSum(node)) {
            return 0;
        }
        double cost = Arrays.stream(node.children()).anyMatch(this::hasSumAsFactor) ? SUM_IN_SUM : 0;
        for (int term : place.isBelow() ? node.children() : new int[0]) {
            cost += isQuotient(term) ? FRACTION_IN_DENOMINATOR : 0;
            cost += isInverse(term) ? INVERSE_IN_DENOMINATOR : 0;
        }
        return cost;
    }

    private double cost(Node node) {
        for (int child : node.children()) {
            if (choices[0][graph.find(child)] == null) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return switch (node.kind()) {
            case Opcode.CONSTANT -> number(node.number());
            case Opcode.VARIABLE, Opcode.PARAMETER -> 1;
            case Node.SUM -> sum(node);
            case Node.PRODUCT -> fraction(graph.names().names(1).get(0), node);
            case Opcode.POW -> power(node);
            case Opcode.EXP -> 1 + cost(node.children()[0], Place.ALONE) + (hasLogarithm(node.children()[0]) ? 1 : 0);
            case Opcode.LOG1P -> RARE + cost(node.children()[0], Place.ALONE);
            case Opcode.LOG2 -> 1 + PARENTHESES + cost(node.children()[0], Place.ALONE);
            default ->
                1
                        + Arrays.stream(node.children())
                                .mapToDouble(child -> cost(child, Place.ALONE))
                                .sum();
        };
    }

    private double power(Node node) {
        double cost = POWER + atom(node.children()[0]) + atom(node.children()[1]);
        return cost + (hasLogarithm(node.children()[1]) ? LOGARITHM_IN_EXPONENT : 0);
    }

    /** Returns whether a class is a product with a logarithm. */
    private boolean hasLogarithm(int member) {
        Node product = term(member);
        return product.is(Node.PRODUCT) && Arrays.stream(product.children()).anyMatch(this::isLogarithm);
    }

    private boolean isLogarithm(int member) {
        return graph.nodes(member).stream().anyMatch(node -> node.is(Opcode.LOG));
    }

    private double number(double value) {
        double sign = value < 0 ? LEADING_MINUS : 0;
        return value == 0 ? 1 : sign + graph.names().names(value).get(0).cost();
    }

    private double atom(int member) {
        boolean leaf = choice(member).children().length == 0 && !(graph.constant(member) < 0);
        return cost(member, Place.ALONE) + (leaf ? 0 : PARENTHESES);
    }

    private double sum(Node node) {
        double cost = STEP;
        boolean positive = node.number() > 0;
        for (int i = 0; i < node.children().length; i++) {
            cost += term(Math.abs(node.weights()[i]), node.children()[i]);
            cost += !node.isScaled() && isQuotient(node.children()[i]) ? QUOTIENT_IN_SUM : 0;
            positive |= node.weights()[i] > 0;
        }
        int parts = node.children().length;
        if (node.number() != 0) {
            cost += number(Math.abs(node.number()));
            parts++;
        }
        return cost + parts - 1 + (positive ? 0 : LEADING_MINUS);
    }

    private double term(double weight, int member) {
        if (weight == 1) {
            return cost(member, Place.ALONE) + (isSum(choice(member)) ? PARENTHESES_OF_FACTOR : 0);
        }
        Node product = asProduct(member, choice(member));
        return fraction(name(weight, product), product);
    }

    /** Returns a node of a class as a product, which may have one factor. */
    Node asProduct(int member, Node node) {
        return node.is(Node.PRODUCT)
                ? node
                : new Node(Node.PRODUCT, 0, new int[] {graph.find(member)}, new double[] {1});
    }

    /** Returns the name of a positive number that gives the cheapest fraction with a product. */
    NamedNumber name(double weight, Node product) {
        return graph.names().names(weight).stream()
                .min(Comparator.comparingDouble(name -> fraction(name, product)))
                .orElseThrow();
    }

    /** Returns the cost of a number times a product, written as a fraction. */
    private double fraction(NamedNumber name, Node product) {
        int over = 0;
        int under = 0;
        double cost = STEP;
        if (name.hasNumerator()) {
            over++;
            cost += name.costOfNumerator();
        }
        if (name.denominator() > 1) {
            under++;
            cost += name.costOfDenominator();
        }
        if (name.hasUnit()) {
            over += name.below() ? 0 : 1;
            under += name.below() ? 1 : 0;
            cost += name.unit().cost();
        }
        for (int i = 0; i < product.children().length; i++) {
            double exponent = product.weights()[i];
            over += exponent > 0 ? 1 : 0;
            under += exponent > 0 ? 0 : 1;
            cost += factor(product.children()[i], exponent);
        }
        cost += over == 0 ? 1 : over - 1;
        return under == 0 ? cost : cost + under + (under > 1 ? PARENTHESES : 0);
    }

    private double factor(int member, double exponent) {
        Place place = Place.of(exponent);
        Node choice = choice(member, place);
        double cost = cost(member, place);
        double size = Math.abs(exponent);
        if (exponent != 1 && choice.is(Opcode.EXP)) {
            cost += RARE;
        }
        if (size == 1) {
            return cost + (isSum(choice) ? PARENTHESES_OF_FACTOR : 0);
        }
        if (size == 0.5) {
            return 1 + cost + (hasSquare(choice) ? 2 * PARENTHESES : 0);
        }
        boolean closed = choice.kind() >= 0 && choice.kind() != Opcode.POW;
        return POWER + number(size) + cost + (closed ? 0 : PARENTHESES);
    }

    /** Returns whether a number could leave a root. */
    private boolean hasSquare(Node node) {
        return node.isScaled() && graph.names().isFraction(Math.sqrt(Math.abs(node.weights()[0])));
    }
}
