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
 * What patterns for names choose among entries.
 *
 * @param kind what an entry is, in words
 * @param name of an entry
 */
record NamedEntries<T>(String kind, List<T> entries, Function<T, String> name) {
    /**
     * The entries that any of the patterns matches, once each.
     *
     * @param document in which the patterns stand
     * @param path where
     * @throws org.spolia.experiment.ExperimentException at the place of a pattern that matches none
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
