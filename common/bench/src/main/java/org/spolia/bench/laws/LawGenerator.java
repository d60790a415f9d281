package org.spolia.bench.laws;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spolia.experiment.problem.FormulaProblem;
import org.spolia.experiment.problem.Quantity;
import org.spolia.experiment.problem.Variable;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.search.form.Simplifier;

/**
 * Generates laws that no developer has seen. Equal seeds give equal laws on every JDK. More laws start with the same
 * ones, and a class has the same laws whether or not there are others.
 */
public final class LawGenerator {
    private static final long ATTEMPTS = 1L << 20;

    /** After this many draws, the law gets the next range of sizes. */
    private static final int DRAWS_OF_A_SIZE = 400;

    /** The fewest and the most variables that are drawn, by range of sizes. */
    private static final List<Integer> FEWEST_VARIABLES = List.of(1, 1, 2, 3);

    private static final List<Integer> MOST_VARIABLES = List.of(3, 4, 6, 8);

    private final long seed;
    private final Evaluator evaluator = new Evaluator();
    private final Map<StructureClass, Set<String>> skeletons = new EnumMap<>(StructureClass.class);

    private LawGenerator(long seed) {
        this.seed = seed;
    }

    /** Returns this many laws of these classes, with equal shares of classes and sizes. */
    public static List<GeneratedLaw> laws(long seed, int count, List<StructureClass> classes) {
        LawGenerator generator = new LawGenerator(seed);
        List<GeneratedLaw> laws = new ArrayList<>();
        StructureClass[] all = StructureClass.values();
        for (int number = 0; laws.size() < count; number++) {
            StructureClass structure = all[number % all.length];
            if (classes.contains(structure)) {
                laws.add(generator.law(structure, number / all.length));
            }
        }
        return laws;
    }

    private GeneratedLaw law(StructureClass structure, int index) {
        long ofClass = seed ^ (long) structure.label().hashCode() << Integer.SIZE;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int range = (index + attempt / DRAWS_OF_A_SIZE) % SizeRange.ALL.size();
            try {
                Optional<GeneratedLaw> law =
                        draw(structure, index, range, new Dice(ofClass, index * ATTEMPTS + attempt));
                if (law.isPresent()) {
                    return law.get();
                }
            } catch (Unsuitable e) {
                // The next attempt draws another formula.
            }
        }
        throw new IllegalStateException("No law of class " + structure.label() + " with seed " + seed);
    }

    private Optional<GeneratedLaw> draw(StructureClass structure, int index, int range, Dice dice) {
        SizeRange sizes = SizeRange.ALL.get(range);
        int least = Math.max(structure.leastVariables(), FEWEST_VARIABLES.get(range));
        int count = least + dice.below(MOST_VARIABLES.get(range) - least + 1);
        Ground ground = Ground.draw(structure, count, dice, evaluator);
        Parts parts = new Parts(ground, dice);
        Growth growth = new Growth(structure, parts, new Structures(parts));
        Term law = growth.start(ground.terms());
        while (nodes(law, ground) < sizes.least()) {
            law = growth.more(law);
        }
        int nodes = nodes(law, ground);
        if (!sizes.contains(nodes)) {
            return Optional.empty();
        }
        Expression expression = Expression.parse(law.text(), ground.names());
        expression.fold(Redundancy.CHECK);
        Soundness.check(expression, ground);
        if (!skeletons.computeIfAbsent(structure, absent -> new HashSet<>()).add(skeleton(expression))) {
            return Optional.empty();
        }
        return Optional.of(new GeneratedLaw(
                problem(structure, index, law, expression, ground.variables()),
                structure,
                nodes,
                law.constants().stream().map(Dimension::toString).toList()));
    }

    private static int nodes(Term law, Ground ground) {
        Tree tree = Expression.parse(law.text(), ground.names()).toTree();
        Simplifier simplifier = new Simplifier(tree.size());
        while (simplifier.simplify(tree)) {
            // Each pass can make the next one possible.
        }
        return tree.size();
    }

    private static FormulaProblem problem(
            StructureClass structure, int index, Term law, Expression expression, List<Variable> variables) {
        List<Variable> used = new ArrayList<>();
        for (int variable = 0; variable < variables.size(); variable++) {
            if (uses(expression, variable)) {
                used.add(variables.get(variable));
            }
        }
        return new FormulaProblem(
                structure.label() + "." + index,
                structure.label(),
                "",
                law.text(),
                new Quantity("y", law.dimension().toString(), ""),
                used,
                "",
                "");
    }

    private static boolean uses(Expression expression, int variable) {
        for (int node = 0; node < expression.size(); node++) {
            if (expression.opcode(node) == Opcode.VARIABLE && expression.argument(node) == variable) {
                return true;
            }
        }
        return false;
    }

    /** The formula without the values of its constants and the names of its variables. */
    private static String skeleton(Expression expression) {
        List<Integer> order = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int node = 0; node < expression.size(); node++) {
            text.append(expression.opcode(node)).append(' ');
            if (expression.opcode(node) == Opcode.VARIABLE) {
                int variable = expression.argument(node);
                if (!order.contains(variable)) {
                    order.add(variable);
                }
                text.append('x').append(order.indexOf(variable)).append(' ');
            }
        }
        return text.toString();
    }
}
