package org.spolia.symbolic.search.mutation;

import java.util.function.DoubleSupplier;
import java.util.function.IntConsumer;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Template;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.search.form.Randomness;
import org.spolia.symbolic.search.form.Simplifier;
import org.spolia.symbolic.search.options.Mutation;
import org.spolia.symbolic.search.options.SearchOptions;

/**
 * Varies the sub-expressions of a template. Each event changes one random sub-expression over its arguments and keeps
 * everything else. Sub-expressions cross with those of the same function.
 */
public final class TemplateVariation implements Variation {
    private final Template template;
    private final Mutator[] mutators;
    private final TreeGenerator[] generators;
    private final int startSize;
    private final Tree part;
    private final Tree otherPart;
    private final Tree changed;
    private final Tree otherChanged;
    private final int[] bounds;
    private int chosen;

    public TemplateVariation(SearchOptions options, Template template, Simplifier simplifier) {
        this.template = template;
        int functions = template.functions().size();
        int capacity = options.treeCapacity();
        this.mutators = new Mutator[functions];
        this.generators = new TreeGenerator[functions];
        for (int function = 0; function < functions; function++) {
            generators[function] = new TreeGenerator(
                    options.operators(), template.arguments(function).size(), capacity);
            mutators[function] =
                    new Mutator(generators[function], simplifier, options.maxSize(), options.evolutionOptions());
        }
        this.startSize = options.maxSize() / functions;
        this.part = new Tree(capacity, options.operators().definitions());
        this.otherPart = new Tree(capacity, options.operators().definitions());
        this.changed = new Tree(capacity, options.operators().definitions());
        this.otherChanged = new Tree(capacity, options.operators().definitions());
        this.bounds = new int[2 * template.segments()];
    }

    @Override
    public void start(Tree tree, Randomness random) {
        fill(tree, function -> generators[function].start(part, startSize, random), random::nextGaussian);
    }

    @Override
    public void startPlain(Tree tree) {
        fill(tree, function -> part.clear().constant(1), () -> 1);
    }

    private void fill(Tree tree, IntConsumer makePart, DoubleSupplier values) {
        tree.clear();
        for (int function = 0; function < generators.length; function++) {
            makePart.accept(function);
            tree.append(part, 0, part.size());
            if (function > 0) {
                tree.operator(Opcode.JOIN);
            }
        }
        for (int parameter = 0; parameter < template.parameters().size(); parameter++) {
            for (int category = 0; category < template.categories(); category++) {
                tree.constant(values.getAsDouble());
                if (category > 0) {
                    tree.operator(Opcode.JOIN);
                }
            }
            tree.operator(Opcode.JOIN);
        }
        tree.operator(Opcode.FORM);
    }

    @Override
    public Mutation draw(Tree parent, Randomness random) {
        chosen = random.nextInt(mutators.length);
        take(parent, part);
        return mutators[chosen].draw(part, random);
    }

    private void take(Tree tree, Tree out) {
        template.locate(tree, bounds);
        out.clear().append(tree, bounds[2 * chosen], bounds[2 * chosen + 1]);
    }

    @Override
    public boolean mutate(Mutation mutation, Tree parent, Tree child, double temperature, Randomness random) {
        take(parent, part);
        boolean made = mutators[chosen].mutate(mutation, part, changed, temperature, random);
        if (made) {
            put(parent, changed, child);
        }
        return made;
    }

    private void put(Tree tree, Tree by, Tree out) {
        template.locate(tree, bounds);
        out.clear().append(tree, 0, bounds[2 * chosen]).append(by, 0, by.size());
        out.append(tree, bounds[2 * chosen + 1], tree.size());
    }

    @Override
    public void cross(Tree first, Tree second, Tree firstChild, Tree secondChild, Randomness random) {
        chosen = random.nextInt(mutators.length);
        take(first, part);
        take(second, otherPart);
        mutators[chosen].cross(part, otherPart, changed, otherChanged, random);
        put(first, changed, firstChild);
        put(second, otherChanged, secondChild);
    }
}
