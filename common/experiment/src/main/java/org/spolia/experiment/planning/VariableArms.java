package org.spolia.experiment.planning;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.concept.DiscoveredLaw;
import org.spolia.experiment.configuration.LearnedVariables;
import org.spolia.experiment.configuration.VariableChoice;
import org.spolia.experiment.prior.Experience;
import org.spolia.experiment.prior.TaughtVariables;
import org.spolia.experiment.row.ProblemRow;
import org.spolia.experiment.row.Trial;

/**
 * The variables with which the problems of an experiment are searched. Variables that other problems teach are known
 * when each trial of these has a law; until then, the trials that need them wait.
 */
final class VariableArms {
    private final Map<String, LearnedVariables> lessons = new LinkedHashMap<>();
    private final Map<LearnedVariables, TaughtVariables> taught = new HashMap<>();
    private final Set<String> teaching = new TreeSet<>();
    private final Set<String> awaited = new LinkedHashSet<>();
    private final Experience experience;

    VariableArms(List<LearnedVariables> lessons, Experience experience) {
        lessons.forEach(lesson -> lesson.problems().forEach(problem -> this.lessons.put(problem, lesson)));
        this.experience = experience;
    }

    /** Returns whether the variables of a problem depend on laws of others. */
    boolean isTaught(String problem) {
        return lessons.containsKey(problem);
    }

    /**
     * Learns from the problems that teach.
     *
     * @param problems the problems of the experiment by name
     * @param trials the trials of all problems whose variables are not learned
     */
    void learn(Map<String, ProblemRow> problems, Collection<Trial> trials) {
        for (LearnedVariables lesson : new LinkedHashSet<>(lessons.values())) {
            List<ProblemRow> teachers = lesson.from().stream()
                    .map(name -> Objects.requireNonNull(problems.get(name), name))
                    .toList();
            Map<String, String> lawless = new LinkedHashMap<>();
            for (ProblemRow teacher : teachers) {
                trials.stream()
                        // A law that uses the shortcut contains no information about the other variables.
                        .filter(trial -> trial.problemId().equals(teacher.problemId()) && !trial.shortcut())
                        .forEach(trial -> lawless.put(trial.trialId(), teacher.name()));
            }
            teaching.addAll(lawless.keySet());
            List<DiscoveredLaw> laws = experience.laws(Set.copyOf(lawless.keySet()));
            laws.forEach(law -> lawless.remove(law.trialId()));
            awaited.addAll(lawless.values());
            if (lawless.isEmpty()) {
                taught.put(lesson, TaughtVariables.of(teachers, laws));
            }
        }
    }

    /**
     * Returns a problem with each choice of variables that is known so far, and the seeds of the searches that use it.
     */
    Map<ProblemRow, List<Long>> searches(ProblemRow problem, List<Long> seeds) {
        LearnedVariables lesson = lessons.get(problem.name());
        if (lesson == null) {
            return Map.of(problem, seeds);
        }
        Map<ProblemRow, List<Long>> searches = new LinkedHashMap<>();
        @Nullable TaughtVariables known = taught.get(lesson);
        for (VariableChoice choice : lesson.choices()) {
            if (choice == VariableChoice.ALL) {
                searches.put(problem, seeds);
            } else if (known != null) {
                seeds.stream()
                        .collect(Collectors.groupingBy(
                                seed -> choice == VariableChoice.LEARNED
                                        ? known.learned(problem)
                                        : known.random(problem, seed),
                                LinkedHashMap::new,
                                Collectors.toList()))
                        .forEach((variables, own) ->
                                searches.put(ProblemRows.withVariables(problem, choice, variables), own));
            }
        }
        return searches;
    }

    /** The problems whose laws are still needed. */
    List<String> awaited() {
        return List.copyOf(awaited);
    }

    /** The ids of the trials whose laws teach. The ids determine the laws. */
    List<String> teaching() {
        return List.copyOf(teaching);
    }
}
