package org.spolia.experiment.planning;

import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.data.Dataset;
import org.spolia.experiment.data.Shortcut;
import org.spolia.experiment.problem.CataloguedProblem;
import org.spolia.experiment.problem.DataRequest;
import org.spolia.experiment.problem.FeatureTable;
import org.spolia.experiment.problem.ProblemData;
import org.spolia.experiment.row.ProblemRow;

/**
 * A data set that can be made again from its problem.
 *
 * @param row contains the chosen variables of the problem
 * @param features the rows, if they are made from tables
 * @param shortcut whether a variable that reveals the target is added to those of the problem
 */
record PlannedDataset(
        CataloguedProblem problem,
        ProblemRow row,
        FeatureTable features,
        DataRequest request,
        boolean shortcut,
        long bytes) {

    static Dataset make(
            CataloguedProblem problem, ProblemRow row, ProblemData data, DataRequest request, boolean shortcut) {
        Dataset all = problem.dataset(data, request);
        Dataset dataset = row.variableChoice().equals(ProblemRow.ALL) ? all : all.only(row.variables());
        if (!shortcut) {
            return dataset;
        }
        if (Shortcut.isIn(dataset)) {
            throw new ExperimentException("Problem '" + problem.problem().id() + "' has a variable called '"
                    + Shortcut.NAME + "'; rename it, or leave out 'data.shortcut'");
        }
        return Shortcut.addedTo(dataset, request.seed());
    }

    /** Returns the rows. Fails if their source has changed since the id was computed. */
    Dataset make(String datasetId) {
        Dataset dataset = make(problem, row, problem.problem().open(features), request, shortcut);
        if (!dataset.datasetId().equals(datasetId)) {
            throw new ExperimentException("The data of problem '"
                    + problem.problem().id() + "' changed while the experiment was planned; plan again");
        }
        return dataset;
    }
}
