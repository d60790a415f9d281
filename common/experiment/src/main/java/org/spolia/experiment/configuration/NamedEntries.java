package org.spolia.experiment.configuration;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.spolia.experiment.Glob;
import org.spolia.experiment.Suggestion;
import org.spolia.experiment.binding.Document;

/**
 * Selects entries by patterns for their names.
 *
 * @param kind what an entry is called in messages
 * @param name the name of an entry
 */
record NamedEntries<T>(String kind, List<T> entries, Function<T, String> name) {
    /**
     * Returns the entries that match any of the patterns, each once.
     *
     * @param document contains the patterns
     * @param path the key of the patterns
     * @throws org.spolia.experiment.ExperimentException at a pattern that matches no entry
     */
    Set<T> matching(List<String> patterns, Document document, String path) {
        Set<T> matching = new LinkedHashSet<>();
        for (int i = 0; i < patterns.size(); i++) {
            String pattern = patterns.get(i);
            Predicate<String> matches = Glob.of(pattern);
            List<T> found = entries.stream()
                    .filter(entry -> matches.test(name.apply(entry)))
                    .toList();
            if (found.isEmpty()) {
                List<String> names = entries.stream().map(name).toList();
                throw document.mistake(
                        path + "[" + i + "]",
                        "no " + kind + " is called '" + pattern + "'; " + Suggestion.instead(pattern, names));
            }
            matching.addAll(found);
        }
        return matching;
    }
}
