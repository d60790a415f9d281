package org.spolia.experiment.binding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Replaces words by longer texts in the values and lists of some keys. */
record Words(Map<String, String> texts, Set<String> keys) {
    /** Returns the texts in the list of a key of the root; none if there is no such list. */
    static List<String> texts(Node root, String key) {
        if (!(root instanceof Node.Mapping mapping) || !(mapping.entries().get(key) instanceof Node.Sequence list)) {
            return List.of();
        }
        return list.items().stream()
                .filter(Node.Scalar.class::isInstance)
                .map(item -> ((Node.Scalar) item).text())
                .toList();
    }

    /** Returns the node with words replaced. The node itself may be a word only if its key is one of these keys. */
    Node replaced(Node node, boolean word) {
        if (node instanceof Node.Mapping mapping) {
            Map<String, Node> entries = new LinkedHashMap<>();
            mapping.entries().forEach((key, value) -> entries.put(key, replaced(value, keys.contains(key))));
            return new Node.Mapping(mapping.place(), entries);
        }
        if (node instanceof Node.Sequence list) {
            return new Node.Sequence(
                    list.place(),
                    list.items().stream().map(item -> replaced(item, word)).toList());
        }
        return word && node instanceof Node.Scalar scalar && texts.containsKey(scalar.text())
                ? new Node.Scalar(scalar.place(), texts.getOrDefault(scalar.text(), ""), false)
                : node;
    }
}
