package org.spolia.experiment.binding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.ExperimentException;
import org.spolia.symbolic.key.Names;

/** A path such as {@code operator-sets[0].operators}: keys and indices from the root of a document to a value. */
final class KeyPath {
    private static final Pattern WHOLE = Pattern.compile("[^.\\[\\]=]+(\\.[^.\\[\\]=]+|\\[[0-9]{1,6}])*");
    private static final Pattern STEP = Pattern.compile("[^.\\[\\]]+");

    private final List<String> steps;

    private KeyPath(List<String> steps) {
        this.steps = List.copyOf(steps);
    }

    static boolean isPath(String text) {
        return WHOLE.matcher(text).matches();
    }

    static KeyPath of(String text) {
        List<String> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(text);
        while (matcher.find()) {
            steps.add(matcher.group());
        }
        return new KeyPath(steps);
    }

    /** Returns the value at the path, or its closest ancestor in the document. */
    Node nearest(Node root) {
        Node node = root;
        for (String step : steps) {
            Node next = child(node, step);
            if (next == null) {
                return node;
            }
            node = next;
        }
        return node;
    }

    /** Returns a tree in which the value at this path is replaced or, in a map, added. */
    Node set(Node root, Node value) {
        return set(root, 0, value, "");
    }

    private Node set(Node node, int depth, Node value, String walked) {
        if (depth == steps.size()) {
            return value;
        }
        String step = steps.get(depth);
        if (node instanceof Node.Sequence sequence) {
            int index = index(sequence, step, value.place(), walked);
            List<Node> items = new ArrayList<>(sequence.items());
            items.set(index, set(items.get(index), depth + 1, value, walked + "[" + step + "]"));
            return new Node.Sequence(sequence.place(), items);
        }
        Map<String, Node> entries = new LinkedHashMap<>();
        if (node instanceof Node.Mapping mapping) {
            entries.putAll(mapping.entries());
        }
        Node old = entries.getOrDefault(step, new Node.Mapping(value.place(), Map.of()));
        entries.put(step, set(old, depth + 1, value, Names.join(walked, step)));
        return new Node.Mapping(node instanceof Node.Mapping ? node.place() : value.place(), entries);
    }

    private static int index(Node.Sequence sequence, String step, Place place, String walked) {
        int size = sequence.items().size();
        if (!step.matches("[0-9]{1,6}") || Integer.parseInt(step) >= size) {
            throw outOfRange(place, walked, step, size);
        }
        return Integer.parseInt(step);
    }

    private static ExperimentException outOfRange(Place place, String walked, String step, int size) {
        return place.mistake(
                walked, "has no element '" + step + "'; the list has " + size + " elements, counted from 0");
    }

    private static @Nullable Node child(Node node, String step) {
        if (node instanceof Node.Mapping mapping) {
            return mapping.entries().get(step);
        }
        if (node instanceof Node.Sequence sequence && step.matches("[0-9]{1,6}")) {
            int index = Integer.parseInt(step);
            return index < sequence.items().size() ? sequence.items().get(index) : null;
        }
        return null;
    }
}
