package org.spolia.symbolic.expression;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The operators that a search may use: at least one, without duplicates, in an order that does not depend on the input.
 */
public final class OperatorSet implements Serializable {
    private final List<Operator> operators;
    private final Definitions definitions;

    private OperatorSet(List<Operator> operators, Definitions definitions) {
        this.operators = operators;
        this.definitions = definitions;
    }

    /**
     * Creates the set of these operators.
     *
     * @param texts names of operators, or definitions such as {@code hill(x, k) = x/(x + k)}
     * @throws IllegalArgumentException if the list is empty, has an operator twice or has an unknown operator
     */
    public static OperatorSet of(List<String> texts) {
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("Operator list is empty; name at least one of " + knownNames());
        }
        List<Operator> operators = new ArrayList<>();
        List<Definition> defined = new ArrayList<>();
        for (String text : texts) {
            Operator operator = Operator.read(text);
            if (operators.stream().anyMatch(other -> other.name().equals(operator.name()))) {
                throw new IllegalArgumentException("Operator '" + operator + "' is listed twice; name each once");
            }
            operators.add(operator);
            operator.definition().ifPresent(defined::add);
        }
        Definitions definitions = Definitions.of(defined);
        List<Operator> numbered = Stream.concat(
                        operators.stream()
                                .filter(operator -> operator.definition().isEmpty()),
                        definitions.operators().stream())
                .sorted(Comparator.comparingInt(Operator::opcode))
                .toList();
        return new OperatorSet(numbered, definitions);
    }

    /** Returns the same operators for the sub-expressions of a template. */
    public OperatorSet with(Template template) {
        return new OperatorSet(operators, definitions.with(template));
    }

    /** Returns the template whose sub-expressions are searched, if there is one. */
    public Optional<Template> template() {
        return definitions.template();
    }

    public List<Operator> operators() {
        return operators;
    }

    /** Returns the operators that formulas define. */
    public Definitions definitions() {
        return definitions;
    }

    /**
     * Returns the operators as {@link #of} takes them and tables store them: by name, or by definition if they have
     * one.
     */
    public List<String> texts() {
        return operators.stream().map(Operator::text).toList();
    }

    /** The operator of this set with this name or definition. */
    public Optional<Operator> find(String text) {
        return operators.stream()
                .filter(operator ->
                        operator.name().equals(text) || operator.text().equals(text))
                .findFirst();
    }

    public boolean contains(int opcode) {
        return operators.stream().anyMatch(operator -> operator.opcode() == opcode);
    }

    static String knownNames() {
        return Stream.concat(Operator.all().stream(), Definitions.PROVIDED.operators().stream())
                .map(Operator::name)
                .collect(Collectors.joining(", "));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OperatorSet set
                && operators.equals(set.operators)
                && template().equals(set.template());
    }

    @Override
    public int hashCode() {
        return operators.hashCode();
    }

    /** What the set was made of. */
    private record Source(List<String> texts, @Nullable Template template) implements Serializable {
        private Object readResolve() {
            OperatorSet set = of(texts);
            return template == null ? set : set.with(template);
        }
    }

    private Object writeReplace() {
        return new Source(texts(), template().orElse(null));
    }

    @Override
    public String toString() {
        return texts() + template().map(form -> " in " + form).orElse("");
    }
}
