package org.spolia.experiment.configuration.operator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spolia.experiment.binding.Document;
import org.spolia.symbolic.expression.Definition;
import org.spolia.symbolic.expression.Definitions;

/**
 * The operators that a file defines by formulas under its key {@code operators}. In the rest of the file, the
 * definition replaces the name, so each part of a configuration, and each row made from it, is complete in itself.
 */
public final class DefinedOperators {
    private static final String KEY = "operators";
    private static final Set<String> NAMING = Set.of("operators", "base", "optional", "operator", "inner");

    private DefinedOperators() {}

    /**
     * Returns the definitions of a file, together with earlier definitions.
     *
     * @throws org.spolia.experiment.ExperimentException at the first invalid definition
     */
    public static Definitions of(Document document, Definitions earlier) {
        Definitions definitions = earlier;
        List<String> texts = document.texts(KEY);
        for (int i = 0; i < texts.size(); i++) {
            try {
                definitions = definitions.with(Definition.parse(texts.get(i), definitions));
            } catch (IllegalArgumentException e) {
                throw document.mistake(KEY + "[" + i + "]", String.valueOf(e.getMessage()));
            }
        }
        return definitions;
    }

    /** Returns the document with names replaced by definitions. */
    public static Document resolved(Document document, Definitions definitions) {
        Map<String, String> texts = new HashMap<>();
        definitions.definitions().forEach(definition -> texts.put(definition.name(), definition.text()));
        return document.replacing(texts, NAMING);
    }
}
