package org.spolia.experiment.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.spolia.experiment.binding.Document;
import org.spolia.experiment.problem.CataloguedProblem;

/**
 * Resolves the patterns of {@code learned-variables} to ids of problems. No problem both learns and teaches, so one
 * round of planning is sufficient.
 */
final class VariableLessons {
    private final Document document;
    private final NamedEntries<String> problems;
    private final Map<String, String> learners = new TreeMap<>();
    private final Map<String, String> teachers = new TreeMap<>();

    VariableLessons(Document document, List<CataloguedProblem> problems) {
        this.document = document;
        List<String> ids =
                problems.stream().map(problem -> problem.problem().id()).toList();
        this.problems = new NamedEntries<>("problem of the experiment", ids, Function.identity());
    }

    List<LearnedVariables> resolved(List<LearnedVariables> written) {
        List<LearnedVariables> lessons = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            String place = "learned-variables[" + i + "]";
            LearnedVariables lesson = new LearnedVariables(
                    List.copyOf(problems.matching(written.get(i).problems(), document, place + ".problems")),
                    List.copyOf(problems.matching(written.get(i).from(), document, place + ".from")),
                    written.get(i).choices());
            for (String problem : lesson.problems()) {
                String earlier = learners.putIfAbsent(problem, place);
                if (earlier != null) {
                    throw document.mistake(
                            place + ".problems",
                            "'" + problem + "' learns variables in " + earlier + " too; leave it out of one of them");
                }
            }
            lesson.from().forEach(problem -> teachers.putIfAbsent(problem, place));
            lessons.add(lesson);
        }
        requireApart();
        return lessons;
    }

    private void requireApart() {
        Set<String> both = new TreeSet<>(teachers.keySet());
        both.retainAll(learners.keySet());
        for (String problem : both) {
            throw document.mistake(
                    teachers.get(problem) + ".from",
                    "'" + problem + "' learns variables itself, as " + learners.get(problem)
                            + ".problems says; leave it out of one of the two lists");
        }
    }
}
