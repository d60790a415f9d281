package org.spolia.experiment.problem;

import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.binding.Document;
import org.spolia.experiment.data.Dataset;
import org.spolia.symbolic.key.InvalidValueException;

/** A problem and its location in a file, where errors of its data are reported. */
public final class CataloguedProblem {
    private final Problem problem;
    private final Document document;
    private final String path;

    CataloguedProblem(Problem problem, Document document, String path) {
        this.problem = problem;
        this.document = document;
        this.path = path;
    }

    public Problem problem() {
        return problem;
    }

    /** Returns the rows of a request. Errors contain the file and line of the problem. */
    public Dataset dataset(ProblemData data, DataRequest request) {
        try {
            return data.dataset(request);
        } catch (InvalidValueException e) {
            throw document.mistake(path + "." + e.path(), e.problem());
        }
    }

    ExperimentException mistakeOfId(String what) {
        return document.mistake(path + ".id", what);
    }

    String place() {
        return document.place(path + ".id");
    }

    @Override
    public String toString() {
        return problem.id();
    }
}
