package org.spolia.experiment.configuration.operator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.spolia.experiment.binding.ChosenBy;
import org.spolia.statistics.effect.PlackettBurman;
import org.spolia.symbolic.key.InvalidValueException;
import org.spolia.symbolic.key.Key;
import org.spolia.symbolic.key.Limits;
import org.spolia.symbolic.key.Names;

/**
 * The operator sets of an experimental design, which estimates the effect of each factor. Every set has the base
 * operators; each factor, a single operator or a group, is in some of the sets.
 */
@ChosenBy("design")
public record OperatorDesign(
        @Key(
                "how factors are combined: plackett-burman (each in half of the sets, independently of the others), add-one-in (none, then each alone), leave-one-out (all, then all except each)")
        DesignKind design,

        @Key(
                value = "name of the design; the names of its sets start with it",
                pattern = "[A-Za-z0-9_]+([.-][A-Za-z0-9_]+)*",
                patternInWords = "words of letters, digits and _, separated by . or -")
        String name,

        @Key(value = "operators of every set, by name", minItems = 1)
        List<String> base,

        @Key(value = "operators that are factors by themselves, by name", byDefault = "[]")
        List<String> optional,

        @Key(value = "groups of operators that are one factor each", byDefault = "[]")
        List<OperatorGroup> groups,

        @Key(
                value =
                        "for plackett-burman: add each set with present and absent factors exchanged, so that interactions of two factors do not bias the effect of a factor",
                byDefault = "false")
        boolean foldOver)
        implements OperatorSetConfig {
    public OperatorDesign {
        base = OperatorNames.resolved("base", base);
        optional = OperatorNames.resolved("optional", optional);
        requireEachOnce(base, optional, groups);
        int factors = optional.size() + groups.size();
        if (factors < design.leastFactors()) {
            throw new InvalidValueException(
                    "",
                    "has " + factors + " factors; this design needs " + design.leastFactors()
                            + ", so name more in 'optional' or 'groups'");
        }
        if (factors > design.mostFactors()) {
            throw new InvalidValueException(
                    "",
                    "has " + factors + " factors; this design takes " + design.mostFactors()
                            + ", so join some in 'groups'");
        }
        if (foldOver && design != DesignKind.PLACKETT_BURMAN) {
            throw new InvalidValueException("fold-over", "applies only to the design plackett-burman; remove it");
        }
    }

    private static void requireEachOnce(List<String> base, List<String> optional, List<OperatorGroup> groups) {
        Map<String, String> places = new LinkedHashMap<>();
        for (String operator : base) {
            places.put(OperatorNames.name(operator), "base");
        }
        for (int i = 0; i < optional.size(); i++) {
            requireNew(places, optional.get(i), "optional", "optional[" + i + "]");
        }
        for (int group = 0; group < groups.size(); group++) {
            List<String> operators = groups.get(group).operators();
            for (int i = 0; i < operators.size(); i++) {
                requireNew(
                        places,
                        operators.get(i),
                        "groups[" + group + "]",
                        "groups[" + group + "].operators[" + i + "]");
            }
        }
        Limits.checkDistinct(
                "groups", "name", groups.stream().map(OperatorGroup::name).toList());
        for (int group = 0; group < groups.size(); group++) {
            if (optional.stream()
                    .map(OperatorNames::name)
                    .toList()
                    .contains(groups.get(group).name())) {
                throw new InvalidValueException(
                        "groups[" + group + "].name",
                        Names.quote(groups.get(group).name())
                                + " is the name of an optional operator; choose another name");
            }
        }
    }

    private static void requireNew(Map<String, String> places, String operator, String place, String path) {
        String name = OperatorNames.name(operator);
        String earlier = places.putIfAbsent(name, place);
        if (earlier != null) {
            throw new InvalidValueException(
                    path, Names.quote(name) + " is already in " + earlier + "; list each operator once");
        }
    }

    /** The factors in their order: the optional operators, then the groups. */
    public List<OperatorGroup> factors() {
        return Stream.concat(
                        optional.stream().map(operator -> new OperatorGroup(plainName(operator), List.of(operator))),
                        groups.stream())
                .toList();
    }

    /** Names of sets and factors are words, so arithmetic operators need other names. */
    private static String plainName(String operator) {
        return switch (operator) {
            case "+" -> "add";
            case "-" -> "sub";
            case "*" -> "mul";
            case "/" -> "div";
            default -> OperatorNames.name(operator);
        };
    }

    /** Returns for each set and each factor whether the set has it. */
    public boolean[][] present() {
        boolean[][] sets = design.present(factors().size());
        return foldOver ? PlackettBurman.foldedOver(sets) : sets;
    }

    /** The sets of the design. */
    public List<ListedOperators> sets() {
        List<OperatorGroup> factors = factors();
        List<String> names = factors.stream().map(OperatorGroup::name).toList();
        boolean[][] present = present();
        List<ListedOperators> sets = new ArrayList<>();
        for (int set = 0; set < present.length; set++) {
            List<String> operators = new ArrayList<>(base);
            for (int factor = 0; factor < factors.size(); factor++) {
                if (present[set][factor]) {
                    operators.addAll(factors.get(factor).operators());
                }
            }
            sets.add(new ListedOperators(name + "." + design.label(set, names), operators));
        }
        return sets;
    }
}
