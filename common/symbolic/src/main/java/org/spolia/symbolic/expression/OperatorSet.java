package org.spolia.symbolic.expression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The operators that a search may use: at least one, none twice, always in the same order however they were named. */
public final class OperatorSet {
    private final List<Operator> operators;

    private OperatorSet(List<Operator> operators) {
        this.operators = operators;
    }

    /**
     * The set of the operators with these names.
     *
     * @throws IllegalArgumentException if the list is empty, names an operator twice or names an unknown one
     */
    public static OperatorSet of(List<String> names) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("Operator list is empty; name at least one of " + knownNames());
        }
        List<Operator> operators = new ArrayList<>();
        for (String name : names) {
            Operator operator = Operator.named(name)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "Unknown operator '" + name + "'; known operators are " + knownNames()));
            if (operators.contains(operator)) {
                throw new IllegalArgumentException("Operator '" + name + "' is listed twice; name each once");
            }
            operators.add(operator);
        }
        operators.sort(Comparator.comparingInt(Operator::opcode));
        return new OperatorSet(List.copyOf(operators));
    }

    public List<Operator> operators() {
        return operators;
    }

    public List<String> names() {
        return operators.stream().map(Operator::name).toList();
    }

    public boolean contains(int opcode) {
        return operators.stream().anyMatch(operator -> operator.opcode() == opcode);
    }

    private static String knownNames() {
        return Operator.all().stream().map(Operator::name).collect(Collectors.joining(", "));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OperatorSet set && operators.equals(set.operators);
    }

    @Override
    public int hashCode() {
        return operators.hashCode();
    }

    @Override
    public String toString() {
        return names().toString();
    }
}
