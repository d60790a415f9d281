package org.spolia.experiment.fit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.spolia.experiment.data.TrainingTable;
import org.spolia.symbolic.search.result.Candidate;
import org.spolia.symbolic.search.result.SearchResult;

/** Hears how a fit goes on. */
public interface FitListener {
    /** Of several targets it is the turn of this one. */
    default void turned(String target, int number, int count) {}

    /** The search begins. */
    void started(int rows, VariableNames names);

    /** From time to time: the front so far and the share of the budget that is spent, from 0 to 1. */
    void progressed(List<Candidate> front, double share, long evaluations, VariableNames names);

    /** How well the chosen model explains the target of a table; the end follows. */
    default void measured(TrainingTable table, Accuracy accuracy) {}

    /** The files are written. */
    void finished(SearchResult result, VariableNames names, Path hallOfFame, Optional<Path> variables);

    /** The fit was interrupted; the front so far is written. */
    void interrupted(Path hallOfFame);
}
