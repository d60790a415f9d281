package org.spolia.symbolic.expression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The operators that formulas define in one search. The opcode of each depends on the set of definitions, not on their
 * order. Trees and expressions carry the definitions that their opcodes refer to; there is no shared list.
 */
public final class Definitions {
    public static final Definitions NONE = new Definitions(List.of(), Optional.empty());

    /** Operators of PySR that are formulas. They are known by name like built-in operators. */
    public static final Definitions PROVIDED = parse(List.of(
            "clamp(x, low, high) = min(max(x, low), high)",
            "fma(x, y, z) = x*y + z",
            "max3(x, y, z) = max(max(x, y), z)",
            "min3(x, y, z) = min(min(x, y), z)"));

    private final List<Definition> definitions;
    private final Definition[] byOpcode = new Definition[Opcode.LIMIT];
    private final List<Operator> operators;
    private final Optional<Template> template;

    private Definitions(List<Definition> sorted, Optional<Template> template) {
        this.template = template;
        definitions = List.copyOf(sorted);
        List<Operator> found = new ArrayList<>();
        int[] counts = new int[Opcode.MOST_OPERANDS + 1];
        for (Definition definition : definitions) {
            int arity = definition.arity();
            if (counts[arity] == Opcode.DEFINED_PER_ARITY) {
                throw new IllegalArgumentException("there are more than " + Opcode.DEFINED_PER_ARITY
                        + " definitions of operators with " + arity + " operands; leave some out");
            }
            int opcode = Opcode.defined(arity, counts[arity]++);
            byOpcode[opcode] = definition;
            found.add(Operator.of(definition, opcode));
        }
        operators = List.copyOf(found);
    }

    /**
     * These definitions, in any order.
     *
     * @throws IllegalArgumentException if two have the same name or there are too many
     */
    public static Definitions of(List<Definition> definitions) {
        if (definitions.isEmpty()) {
            return NONE;
        }
        List<Definition> sorted = new ArrayList<>(definitions);
        sorted.sort(Comparator.comparing(Definition::text));
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (sorted.get(i).name().equals(sorted.get(j).name())) {
                    throw new IllegalArgumentException(
                            "operator '" + sorted.get(i).name() + "' is defined twice; define each once");
                }
            }
        }
        return new Definitions(sorted, Optional.empty());
    }

    /** Reads definitions, each of which may use the ones before it. */
    public static Definitions parse(List<String> texts) {
        Definitions definitions = NONE;
        for (String text : texts) {
            definitions = definitions.with(Definition.parse(text, definitions));
        }
        return definitions;
    }

    /** Returns these definitions and one more. */
    public Definitions with(Definition definition) {
        List<Definition> more = new ArrayList<>(definitions);
        more.add(definition);
        return of(more);
    }

    /** Returns these definitions for trees that hold the sub-expressions of a template. */
    public Definitions with(Template template) {
        return new Definitions(definitions, Optional.of(template));
    }

    /** Returns the template whose sub-expressions the trees hold, if there is one. */
    public Optional<Template> template() {
        return template;
    }

    public boolean isEmpty() {
        return this == NONE;
    }

    public List<Definition> definitions() {
        return definitions;
    }

    /** The definition with this opcode. */
    public Definition of(int opcode) {
        Definition definition = byOpcode[opcode];
        if (definition == null) {
            throw new IllegalStateException("Opcode " + opcode + " is not defined here");
        }
        return definition;
    }

    public Optional<Definition> named(String name) {
        return definitions.stream()
                .filter(definition -> definition.name().equals(name))
                .findFirst();
    }

    /** Returns the operators defined here. */
    public List<Operator> operators() {
        return operators;
    }

    /** The operator with this opcode, built in or defined here. */
    public Operator operator(int opcode) {
        if (!Opcode.isDefined(opcode)) {
            return Operator.of(opcode);
        }
        return operators.stream()
                .filter(operator -> operator.opcode() == opcode)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Opcode " + opcode + " is not defined here"));
    }

    /** The operator of this name, built in or defined here. */
    public Optional<Operator> operator(String name) {
        Optional<Operator> builtIn = Operator.named(name);
        return builtIn.isPresent()
                ? builtIn
                : operators.stream()
                        .filter(operator -> operator.name().equals(name))
                        .findFirst();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Definitions those
                && definitions.equals(those.definitions)
                && template.equals(those.template);
    }

    @Override
    public int hashCode() {
        return 31 * definitions.hashCode() + template.hashCode();
    }

    @Override
    public String toString() {
        return definitions + template.map(form -> " in " + form).orElse("");
    }
}
