package org.spolia.experiment.planning;

import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.data.Dataset;
import org.spolia.experiment.problem.CataloguedProblem;
import org.spolia.experiment.problem.DataRequest;

/** A data set that can be made again from its problem. */
record PlannedDataset(CataloguedProblem problem, DataRequest request, long bytes) {

    /** The rows, unless what they are made from has changed since the id was computed. */
    Dataset make(String datasetId) {
        Dataset dataset = problem.dataset(problem.problem().open(), request);
        if (!dataset.datasetId().equals(datasetId)) {
            throw new ExperimentException("The data of problem '"
                    + problem.problem().id() + "' changed while the experiment was planned; plan again");
        }
        return dataset;
    }
}
