package org.spolia.experiment.fit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.spolia.experiment.data.TrainingTable;
import org.spolia.symbolic.search.range.Coverage;
import org.spolia.symbolic.search.result.Candidate;
import org.spolia.symbolic.search.result.SearchResult;

/** Receives the progress of a fit. */
public interface FitListener {
    /** The fit of one of several targets begins. */
    default void turned(String target, int number, int count) {}

    /** The search begins. */
    void started(int rows, VariableNames names);

    /** Called from time to time with the front so far and the share of the budget that is spent, from 0 to 1. */
    void progressed(List<Candidate> front, double share, long evaluations, VariableNames names);

    /**
     * Called before the end with the accuracy of the selected model on a table, where it has values inside the training
     * range, and the forms of all models.
     */
    default void measured(TrainingTable table, Accuracy accuracy, Coverage coverage, ReadableForms forms) {}

    /** The files are written. */
    void finished(SearchResult result, VariableNames names, Path hallOfFame, Optional<Path> variables);

    /** The fit was interrupted; the front so far is written. */
    void interrupted(Path hallOfFame);
}
