package org.spolia.symbolic.readable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spolia.symbolic.expression.Definitions;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;

/**
 * Writes the cheapest expression of a class. Of equally cheap ones the text decides, not the order of their discovery.
 */
final class Writer {
    private static final Set<Integer> SYMMETRIC = Set.of(Opcode.MAX, Opcode.MIN, Opcode.LOGICAL_AND, Opcode.LOGICAL_OR);

    /** Names of variables have equal lengths, so that their order is the order of the columns. */
    private static final int FIRST_NAME = 100_000;

    private final Graph graph;
    private final Cheapest cheapest;
    private final Map<Key, Optional<Choice>> written = new HashMap<>();
    private final Set<Key> open = new HashSet<>();

    private record Key(int member, Place place) {}

    private record Choice(Node node, Piece piece) {}

    private Writer(Graph graph) {
        this.graph = graph;
        this.cheapest = Cheapest.of(graph);
    }

    /** Returns the expression of a class; empty if a graph has none that ends. */
    static Optional<Expression> write(Graph graph, int member, Definitions definitions) {
        return new Writer(graph)
                .choice(member, Place.ALONE)
                .map(choice -> choice.piece().tree().adopt(definitions).toExpression());
    }

    /** Returns a number as an expression with its name. */
    static Expression number(NamedNumber name, boolean negative) {
        Piece size = named(name, List.of(), List.of());
        return (negative ? size.negated() : size).tree().toExpression();
    }

    private Optional<Choice> choice(int member, Place place) {
        Key root = new Key(graph.find(member), place);
        Optional<Choice> known = written.get(root);
        if (known != null) {
            return known;
        }
        if (!open.add(root)) {
            return Optional.empty();
        }
        Optional<Choice> best = Optional.empty();
        for (List<Node> equal : cheapest.candidates(root.member(), place)) {
            best = equal.stream()
                    .flatMap(node -> piece(node).map(piece -> new Choice(node, piece)).stream())
                    .min(Comparator.comparing(
                                    (Choice choice) -> choice.piece().key().length())
                            .thenComparing(choice -> choice.piece().key()));
            if (best.isPresent()) {
                break;
            }
        }
        open.remove(root);
        if (best.isPresent()) {
            written.put(root, best);
        }
        return best;
    }

    private Optional<Piece> piece(Node node) {
        List<Piece> operands = new ArrayList<>();
        for (int child : node.children()) {
            Optional<Choice> choice = choice(child, Place.ALONE);
            if (choice.isEmpty()) {
                return Optional.empty();
            }
            operands.add(choice.get().piece());
        }
        return switch (node.kind()) {
            case Opcode.CONSTANT -> Optional.of(number(node.number()));
            case Opcode.VARIABLE ->
                Optional.of(new Piece(
                        new Tree(1).variable((int) node.number()),
                        Piece.VARIABLE,
                        "x" + (FIRST_NAME + (int) node.number())));
            case Node.SUM -> sum(node, operands);
            case Node.PRODUCT -> fraction(1, node);
            case Opcode.POW ->
                Optional.of(operands.get(0)
                        .binary(
                                Opcode.POW,
                                operands.get(1),
                                Math.max(Piece.VARIABLE, operands.get(0).rank())));
            default -> Optional.of(call(node.kind(), operands));
        };
    }

    private static Piece call(int opcode, List<Piece> operands) {
        List<Piece> ordered = new ArrayList<>(operands);
        if (SYMMETRIC.contains(opcode)) {
            ordered.sort(Piece.ORDER);
        }
        int size = 1 + ordered.stream().mapToInt(piece -> piece.tree().size()).sum();
        Tree tree = new Tree(size);
        StringBuilder key = new StringBuilder("f").append(opcode);
        for (Piece operand : ordered) {
            tree.append(operand.tree(), 0, operand.tree().size());
            key.append(',').append(operand.key());
        }
        return new Piece(tree.operator(opcode), Piece.CALL, key.append(')').toString());
    }

    private Piece number(double value) {
        if (value == 0) {
            return Piece.number(0);
        }
        Piece size = named(graph.names().names(value).get(0), List.of(), List.of());
        return value < 0 ? size.negated() : size;
    }

    private static Piece named(NamedNumber name, List<Piece> factors, List<Piece> divisors) {
        List<Piece> over = new ArrayList<>(factors);
        List<Piece> under = new ArrayList<>(divisors);
        add(name.numerator(), name.hasUnit() && !name.below(), name.unit(), over);
        add(name.denominator(), name.hasUnit() && name.below(), name.unit(), under);
        return Piece.fraction(over, under);
    }

    /** A multiple of π is one number. */
    private static void add(double number, boolean hasUnit, Unit unit, List<Piece> factors) {
        boolean one = hasUnit && unit == Unit.PI;
        if (number != 1 && !one) {
            factors.add(Piece.number(number));
        }
        if (hasUnit) {
            factors.add(Piece.of(unit, number));
        }
    }

    private Optional<Piece> fraction(double weight, Node product) {
        List<Piece> over = new ArrayList<>();
        List<Piece> under = new ArrayList<>();
        for (int i = 0; i < product.children().length; i++) {
            double exponent = product.weights()[i];
            Optional<Choice> choice = choice(product.children()[i], Place.of(exponent));
            if (choice.isEmpty()) {
                return Optional.empty();
            }
            Piece factor = power(choice.get().piece(), Math.abs(exponent));
            (exponent > 0 ? over : under).add(factor);
        }
        return Optional.of(named(cheapest.name(weight, product), over, under));
    }

    private Piece power(Piece base, double exponent) {
        if (exponent == 1) {
            return base;
        }
        if (exponent == 0.5) {
            return base.unary(Opcode.SQRT, Piece.CALL);
        }
        return base.binary(Opcode.POW, number(exponent), base.rank());
    }

    private record Term(Piece piece, boolean negative) {}

    private Optional<Piece> sum(Node node, List<Piece> operands) {
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < node.children().length; i++) {
            double weight = node.weights()[i];
            Piece piece = operands.get(i);
            if (Math.abs(weight) != 1) {
                int child = node.children()[i];
                Node choice = choice(child, Place.ALONE).orElseThrow().node();
                Optional<Piece> scaled = fraction(Math.abs(weight), cheapest.asProduct(child, choice));
                if (scaled.isEmpty()) {
                    return Optional.empty();
                }
                piece = scaled.get();
            }
            terms.add(new Term(piece, weight < 0));
        }
        terms.sort(Comparator.comparing(Term::negative).thenComparing(Term::piece, Piece.ORDER));
        if (node.number() != 0) {
            boolean first = node.number() > 0 && terms.stream().allMatch(Term::negative);
            terms.add(first ? 0 : terms.size(), new Term(number(Math.abs(node.number())), node.number() < 0));
        }
        Piece sum = terms.get(0).negative()
                ? terms.get(0).piece().negated()
                : terms.get(0).piece();
        for (Term term : terms.subList(1, terms.size())) {
            sum = sum.binary(term.negative() ? Opcode.SUB : Opcode.ADD, term.piece(), Piece.SUM);
        }
        return Optional.of(sum);
    }
}
