package org.spolia.experiment.configuration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.TextFile;
import org.spolia.experiment.binding.Document;
import org.spolia.experiment.problem.Catalogue;
import org.spolia.experiment.problem.CataloguedProblem;
import org.spolia.symbolic.expression.OperatorSet;

/** Resolves what the file of an experiment refers to; mistakes are reported at the key that refers to it. */
final class ExperimentLoader {
    private final Path file;
    private final Document document;
    private final ExperimentFile content;

    ExperimentLoader(Path file, Map<String, String> overrides) {
        this.file = file;
        this.document = Document.read(file, overrides);
        this.content = document.bind(ExperimentFile.class);
    }

    ExperimentConfig load() {
        return new ExperimentConfig(
                content.name(),
                content.description(),
                content.stages(),
                problems(),
                content.data(),
                operatorSets(),
                content.search(),
                content.seeds());
    }

    private List<CataloguedProblem> problems() {
        ProblemSelection selection = content.problems();
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < selection.files().size(); i++) {
            files.add(existing(selection.files().get(i), "problems.files[" + i + "]"));
        }
        Catalogue catalogue = Catalogue.load(files);
        Set<CataloguedProblem> chosen = matching(catalogue, selection.include(), "problems.include");
        chosen.removeAll(matching(catalogue, selection.exclude(), "problems.exclude"));
        if (chosen.isEmpty()) {
            throw document.mistake("problems.exclude", "leaves no problem of those included; exclude less");
        }
        return catalogue.problems().stream().filter(chosen::contains).toList();
    }

    private Set<CataloguedProblem> matching(Catalogue catalogue, List<String> patterns, String path) {
        Set<CataloguedProblem> matching = new LinkedHashSet<>();
        for (int i = 0; i < patterns.size(); i++) {
            String pattern = patterns.get(i);
            List<CataloguedProblem> found = catalogue.matching(pattern);
            if (found.isEmpty()) {
                throw document.mistake(
                        path + "[" + i + "]", "no problem is called '" + pattern + "'; " + catalogue.instead(pattern));
            }
            matching.addAll(found);
        }
        return matching;
    }

    private List<ListedOperators> operatorSets() {
        Map<String, String> places = new LinkedHashMap<>();
        Map<OperatorSet, String> names = new LinkedHashMap<>();
        List<ListedOperators> sets = new ArrayList<>();
        for (int i = 0; i < content.operatorSets().size(); i++) {
            String path = "operator-sets[" + i + "]";
            for (ListedOperators set : listed(content.operatorSets().get(i), path)) {
                if (places.putIfAbsent(set.name(), path) != null) {
                    throw document.mistake(
                            path,
                            "the name '" + set.name() + "' is taken by " + places.get(set.name())
                                    + "; give each set its own");
                }
                String twin = names.putIfAbsent(set.set(), set.name());
                if (twin != null) {
                    throw document.mistake(
                            path, "'" + set.name() + "' has the same operators as '" + twin + "'; remove one of them");
                }
                sets.add(set);
            }
        }
        return sets;
    }

    private List<ListedOperators> listed(OperatorSetConfig entry, String path) {
        if (entry instanceof OperatorSetFile reference) {
            return Document.read(existing(reference.file(), path + ".file"))
                    .bind(OperatorSetFile.Content.class)
                    .operatorSets();
        }
        return List.of((ListedOperators) entry);
    }

    private Path existing(String name, String path) {
        Path referred = file.resolveSibling(name);
        try {
            TextFile.requireReadable(referred);
        } catch (ExperimentException e) {
            throw document.mistake(path, String.valueOf(e.getMessage()));
        }
        return referred;
    }
}
