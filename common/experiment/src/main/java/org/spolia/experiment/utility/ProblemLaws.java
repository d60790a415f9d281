package org.spolia.experiment.utility;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** Groups laws by problem, so that the laws of one problem are in memory at a time. */
final class ProblemLaws {
    private ProblemLaws() {}

    /** Passes on the laws of each problem together. The laws of a problem must be contiguous. */
    static void forEach(Iterator<LawScore> laws, Consumer<List<LawScore>> action) {
        List<LawScore> ofProblem = new ArrayList<>();
        while (laws.hasNext()) {
            LawScore law = laws.next();
            if (!ofProblem.isEmpty() && !ofProblem.get(0).problemId().equals(law.problemId())) {
                action.accept(List.copyOf(ofProblem));
                ofProblem.clear();
            }
            ofProblem.add(law);
        }
        if (!ofProblem.isEmpty()) {
            action.accept(List.copyOf(ofProblem));
        }
    }
}
