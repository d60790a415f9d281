package org.spolia.symbolic.expression;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** The functions that a {@link Template} leaves free, in the order of their first occurrence. */
final class FreeFunctions {
    private final List<String> names = new ArrayList<>();
    private final List<List<String>> arguments = new ArrayList<>();
    private final List<Integer> calls = new ArrayList<>();

    /** Returns the number of the function with this name, at the start of a call. */
    int begin(String name) {
        if (!names.contains(name)) {
            names.add(name);
            arguments.add(List.of());
            calls.add(0);
        }
        return names.indexOf(name);
    }

    /**
     * Records a call at its end.
     *
     * @param given the names that are its arguments; empty for an argument that is not a name
     * @throws IllegalArgumentException if an earlier call has another number of arguments
     */
    void end(int function, List<String> given) {
        List<String> before = arguments.get(function);
        if (!before.isEmpty() && before.size() != given.size()) {
            throw new IllegalArgumentException("Function '" + names.get(function) + "' has " + given.size()
                    + " arguments here and " + before.size() + " elsewhere");
        }
        List<String> same = new ArrayList<>(given);
        for (int argument = 0; argument < before.size(); argument++) {
            if (!before.get(argument).equals(given.get(argument))) {
                same.set(argument, "");
            }
        }
        arguments.set(function, same);
        calls.set(function, calls.get(function) + 1);
    }

    List<String> names() {
        return List.copyOf(names);
    }

    /**
     * Returns the names of the arguments of each function: the variable if all calls agree on it, otherwise a name made
     * from the position.
     */
    List<List<String>> arguments() {
        return arguments.stream().map(FreeFunctions::named).toList();
    }

    private static List<String> named(List<String> given) {
        boolean plain = !given.contains("") && new HashSet<>(given).size() == given.size();
        List<String> named = new ArrayList<>();
        for (int argument = 0; argument < given.size(); argument++) {
            named.add(plain ? given.get(argument) : "#" + (argument + 1));
        }
        return List.copyOf(named);
    }

    int[] calls() {
        return calls.stream().mapToInt(count -> count).toArray();
    }
}
