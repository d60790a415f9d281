package org.spolia.bench.laws;

import java.util.ArrayList;
import java.util.List;

/** Adds terms and factors to the main part of a law until it has the size that was asked for. */
final class Growth {
    private final StructureClass structure;
    private final Parts parts;
    private final Dice dice;
    private final Structures structures;
    private final List<Term> variables = new ArrayList<>();
    private final List<Term> unused = new ArrayList<>();

    Growth(StructureClass structure, Parts parts, Structures structures) {
        this.structure = structure;
        this.parts = parts;
        this.dice = parts.dice();
        this.structures = structures;
    }

    /** The main part, in some of the variables. */
    Term start(List<Term> all) {
        boolean whole = structure == StructureClass.GROUPS || dice.chance(0.4);
        int least = structure.leastVariables();
        int inside = whole ? all.size() : least + dice.below(all.size() - least + 1);
        variables.addAll(all);
        unused.addAll(all.subList(inside, all.size()));
        return structures.of(structure, all.subList(0, inside));
    }

    /** The law with one more term or factor. */
    Term more(Term law) {
        if (structure == StructureClass.GROUPS) {
            return law.plus(parts.spreadAs(law, structures.of(structure, variables)));
        }
        boolean adds = switch (structure) {
            case SUM -> true;
            case PRODUCT -> false;
            default -> dice.chance(0.5);
        };
        List<Term> some = some();
        if (!adds) {
            return law.times(parts.shape(some));
        }
        Term next = dice.chance(0.5) ? parts.factor(some) : structures.of(structure, some);
        return law.plus(parts.spreadAs(law, next));
    }

    /** One or two variables, first those that the law does not have yet. */
    private List<Term> some() {
        List<Term> some = new ArrayList<>();
        for (int i = 1 + dice.below(2); i > 0; i--) {
            Term variable = unused.isEmpty() ? dice.of(variables) : unused.remove(unused.size() - 1);
            if (!some.contains(variable)) {
                some.add(variable);
            }
        }
        return some;
    }
}
