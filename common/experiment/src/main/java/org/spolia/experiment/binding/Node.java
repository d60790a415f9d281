package org.spolia.experiment.binding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spolia.symbolic.key.Names;

/** A node of a YAML document with its place. The value of a key has the line of the key. */
sealed interface Node {
    Place place();

    /** Describes the node in a message: "text 'abc'", "the number 1.5", "a list" … */
    String description();

    /** A single value. It is {@code plain} without quotes, and may then be a number, boolean or null. */
    record Scalar(Place place, String text, boolean plain) implements Node {
        @Override
        public String description() {
            return switch (ScalarKind.of(this)) {
                case TEXT -> "text " + Names.quote(text);
                case INTEGER, DECIMAL -> "the number " + text;
                case TRUTH -> "the truth value " + text;
                case NOTHING -> "nothing";
            };
        }
    }

    /** A list. */
    record Sequence(Place place, List<Node> items) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String description() {
            return "a list";
        }
    }

    /** Keys and their values, in the order of the document. */
    record Mapping(Place place, Map<String, Node> entries) implements Node {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        Optional<Node> find(String key) {
            return Optional.ofNullable(entries.get(key));
        }

        @Override
        public String description() {
            return "a map";
        }
    }
}
