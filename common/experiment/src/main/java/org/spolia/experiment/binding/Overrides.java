package org.spolia.experiment.binding;

import java.util.Map;
import org.spolia.experiment.ExperimentException;

/** Values from the command line, {@code --set key.path=value}, that replace values of a document before it is bound. */
final class Overrides {
    private Overrides() {}

    /**
     * Returns the document with each value replaced or added.
     *
     * @param values YAML values by key path, such as {@code seeds} → {@code [0, 1]} or {@code operator-sets[0].name} →
     * {@code x}
     */
    static Node apply(Node root, Map<String, String> values) {
        Node node = root;
        for (Map.Entry<String, String> value : values.entrySet()) {
            String option = "--set " + value.getKey() + "=" + value.getValue();
            if (!KeyPath.isPath(value.getKey())) {
                throw new ExperimentException(option + ": '" + value.getKey()
                        + "' is not a key path; write it as search.evaluations or operator-sets[0].name");
            }
            node = KeyPath.of(value.getKey()).set(node, YamlReader.readValue(value.getValue(), option));
        }
        return node;
    }
}
