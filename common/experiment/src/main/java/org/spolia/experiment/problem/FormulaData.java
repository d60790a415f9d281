package org.spolia.experiment.problem;

import java.util.List;
import org.spolia.experiment.data.ContentHash;
import org.spolia.experiment.data.Dataset;

/** The data of a formula; rows are drawn on request. */
final class FormulaData implements ProblemData {
    private final FormulaProblem problem;
    private final String problemId;

    FormulaData(FormulaProblem problem) {
        this.problem = problem;
        this.problemId = hash(problem);
    }

    private static String hash(FormulaProblem problem) {
        ContentHash hash = ContentHash.of("formula problem")
                .add(problem.id())
                .add(problem.formula().replaceAll("\\s", ""))
                .add(problem.target().name());
        for (Variable variable : problem.variables()) {
            hash.add(variable.name()).add(variable.distribution().name());
            for (Interval range : List.of(variable.train(), variable.ood())) {
                hash.add(range.lower()).add(range.upper());
            }
        }
        return hash.hex();
    }

    @Override
    public String problemId() {
        return problemId;
    }

    @Override
    public DataRequest effective(DataRequest request) {
        return new DataRequest(request.trainRows(), request.testRows(), 0, request.noise(), request.seed());
    }

    @Override
    public long bytes(DataRequest request) {
        long rows = request.trainRows() + (problem.extrapolates() ? 2L : 1L) * request.testRows();
        return rows * (problem.variables().size() + 2L) * Double.BYTES;
    }

    @Override
    public Dataset dataset(DataRequest request) {
        return new FormulaSampling(problem, problemId, request).dataset();
    }
}
