package org.spolia.experiment.problem;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.Glob;
import org.spolia.experiment.binding.Document;

/** The problems of some files, in their order, each id once. Users add problems by writing them into such a file. */
public final class Catalogue {
    private final Map<String, CataloguedProblem> problems = new LinkedHashMap<>();

    private Catalogue() {}

    /** Reads the files. Every problem in them must be valid. */
    public static Catalogue load(List<Path> files) {
        Catalogue catalogue = new Catalogue();
        files.forEach(catalogue::add);
        return catalogue;
    }

    private void add(Path file) {
        Document document = Document.read(file);
        ProblemFile content = document.bind(ProblemFile.class);
        for (int i = 0; i < content.problems().size(); i++) {
            String path = "problems[" + i + "]";
            Problem written = resolve(content.problems().get(i), content.field(), file, document, path);
            for (Problem problem : written.repeated()) {
                add(new CataloguedProblem(problem, document, path));
            }
        }
    }

    private void add(CataloguedProblem entry) {
        String id = entry.problem().id();
        CataloguedProblem earlier = problems.putIfAbsent(id, entry);
        if (earlier != null) {
            throw entry.mistakeOfId(
                    "'" + id + "' is already the id of a problem at " + earlier.place() + "; rename one");
        }
    }

    private static Problem resolve(Problem problem, String field, Path file, Document document, String path) {
        try {
            return problem.resolve(field, file);
        } catch (ExperimentException e) {
            throw document.mistake(path + ".data", String.valueOf(e.getMessage()));
        }
    }

    public Set<String> ids() {
        return problems.keySet();
    }

    public Collection<CataloguedProblem> problems() {
        return problems.values();
    }

    /**
     * Returns the problems whose id matches a pattern, in which {@code *} matches any text and {@code ?} one character.
     */
    public List<CataloguedProblem> matching(String pattern) {
        Predicate<String> matches = Glob.of(pattern);
        return problems.entrySet().stream()
                .filter(entry -> matches.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
