package org.spolia.symbolic.readable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.spolia.symbolic.expression.Opcode;

/**
 * The cost of the classes of a graph for a reader: the number of nodes as they are written, with quotients and roots, plus
 * a share for digits, parentheses and leading signs.
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

    private final Graph graph;
    private final double[] costs;
    private final @Nullable Node[] choices;

    private Cheapest(Graph graph) {
        this.graph = graph;
        costs = new double[graph.classCount()];
        choices = new Node[costs.length];
        Arrays.fill(costs, Double.POSITIVE_INFINITY);
    }

    static Cheapest of(Graph graph) {
        Cheapest cheapest = new Cheapest(graph);
        boolean changed = true;
        for (int pass = 0; changed && pass < MOST_PASSES; pass++) {
            changed = false;
            for (int member : graph.classes()) {
                changed |= cheapest.choose(member);
            }
        }
        return cheapest;
    }

    /** The cost of a node also depends on what is chosen for its operands, so a cost can rise again. */
    private boolean choose(int member) {
        double least = Double.POSITIVE_INFINITY;
        @Nullable Node best = null;
        for (Node node : graph.nodes(member)) {
            double cost = cost(node);
            if (cost < least - TIE) {
                least = cost;
                best = node;
            }
        }
        if (best == null || Math.abs(least - cost(member)) <= TIE && best == choices[member]) {
            return false;
        }
        costs[member] = least;
        choices[member] = best;
        return true;
    }

    double cost(int member) {
        return costs[graph.find(member)];
    }

    /** Returns the nodes of a class that can be written, in groups of equal cost, the cheapest first. */
    List<List<Node>> candidates(int member) {
        List<Node> ordered = graph.nodes(member).stream()
                .filter(node -> Double.isFinite(cost(node)))
                .sorted(Comparator.comparingDouble(this::cost))
                .toList();
        List<List<Node>> groups = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        for (Node node : ordered) {
            if (cost(node) > last + TIE) {
                groups.add(new ArrayList<>());
                last = cost(node);
            }
            groups.get(groups.size() - 1).add(node);
        }
        return groups;
    }

    private Node choice(int member) {
        return Objects.requireNonNull(choices[graph.find(member)]);
    }

    private boolean isSum(int member) {
        Node choice = choice(member);
        return choice.is(Node.SUM) && !choice.isScaled();
    }

    private boolean isQuotient(int member) {
        Node choice = choice(member);
        if (!choice.is(Node.PRODUCT)) {
            return false;
        }
        return Arrays.stream(choice.weights()).anyMatch(exponent -> exponent < 0)
                || choice.children().length == 1 && choice(choice.children()[0]).is(Node.PRODUCT);
    }

    private double cost(Node node) {
        for (int child : node.children()) {
            if (choices[graph.find(child)] == null) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return switch (node.kind()) {
            case Opcode.CONSTANT -> number(node.number());
            case Opcode.VARIABLE, Opcode.PARAMETER -> 1;
            case Node.SUM -> sum(node);
            case Node.PRODUCT -> fraction(graph.names().names(1).get(0), node);
            case Opcode.POW -> power(node);
            case Opcode.EXP -> 1 + cost(node.children()[0]) + (hasLogarithm(node.children()[0]) ? 1 : 0);
            case Opcode.LOG1P -> RARE + cost(node.children()[0]);
            case Opcode.LOG2 -> 1 + PARENTHESES + cost(node.children()[0]);
            default ->
                1 + Arrays.stream(node.children()).mapToDouble(this::cost).sum();
        };
    }

    private double power(Node node) {
        double cost = POWER + atom(node.children()[0]) + atom(node.children()[1]);
        return cost + (hasLogarithm(node.children()[1]) ? LOGARITHM_IN_EXPONENT : 0);
    }

    /** Returns whether a class is a product with a logarithm. */
    private boolean hasLogarithm(int member) {
        Node choice = choice(member);
        Node product = choice.isScaled() ? choice(choice.children()[0]) : choice;
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
        return cost(member) + (leaf ? 0 : PARENTHESES);
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
            return cost(member) + (isSum(member) ? PARENTHESES_OF_FACTOR : 0);
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
            cost += factor(product.children()[i], Math.abs(exponent));
            cost += nested(product.children()[i], exponent);
            cost += exponent != 1 && choice(product.children()[i]).is(Opcode.EXP) ? RARE : 0;
        }
        cost += over == 0 ? 1 : over - 1;
        return under == 0 ? cost : cost + under + (under > 1 ? PARENTHESES : 0);
    }

    /** Returns whether a number could leave a root. */
    private boolean hasSquare(Node node) {
        return node.isScaled() && graph.names().isFraction(Math.sqrt(Math.abs(node.weights()[0])));
    }

    private double nested(int member, double exponent) {
        Node choice = choice(member);
        if (Math.abs(exponent) == 1 && (choice.is(Node.PRODUCT) || choice.isScaled())) {
            return FRACTION_AS_FACTOR;
        }
        if (!isSum(member)) {
            return 0;
        }
        double cost = Arrays.stream(choice.children()).anyMatch(this::hasSumAsFactor) ? SUM_IN_SUM : 0;
        for (int term : exponent < 0 ? choice.children() : new int[0]) {
            cost += isQuotient(term) ? FRACTION_IN_DENOMINATOR : 0;
            cost += isInverse(term) ? INVERSE_IN_DENOMINATOR : 0;
        }
        return cost;
    }

    private boolean isInverse(int member) {
        Node choice = choice(member);
        return choice.is(Node.PRODUCT) && Arrays.stream(choice.weights()).allMatch(exponent -> exponent < 0);
    }

    private boolean hasSumAsFactor(int member) {
        Node choice = choice(member);
        return choice.is(Node.PRODUCT) && Arrays.stream(choice.children()).anyMatch(this::isSum);
    }

    private double factor(int member, double exponent) {
        if (exponent == 1) {
            return cost(member) + (isSum(member) ? PARENTHESES_OF_FACTOR : 0);
        }
        if (exponent == 0.5) {
            return 1 + cost(member) + (hasSquare(choice(member)) ? 2 * PARENTHESES : 0);
        }
        boolean closed = choice(member).kind() >= 0 && choice(member).kind() != Opcode.POW;
        return POWER + number(exponent) + cost(member) + (closed ? 0 : PARENTHESES);
    }
}
