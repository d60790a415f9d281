package org.spolia.experiment.problem;

import java.util.List;
import org.spolia.symbolic.key.InvalidValueException;
import org.spolia.symbolic.key.Key;
import org.spolia.symbolic.key.Limits;

/** A file of problems. */
public record ProblemFile(
        @Key(value = "field of science of the problems without their own", byDefault = "''")
        String field,

        @Key(value = "the problems", minItems = 1) List<Problem> problems) {
    public ProblemFile {
        Limits.checkDistinct(
                "problems", "id", problems.stream().map(Problem::id).toList());
        for (int i = 0; i < problems.size(); i++) {
            if (field.isEmpty() && problems.get(i).field().isEmpty()) {
                throw new InvalidValueException(
                        "problems[" + i + "].field", "required key is missing; add it here or once for the file");
            }
        }
    }
}
