package org.spolia.experiment.feature;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;
import org.spolia.experiment.problem.FeatureProblem;
import org.spolia.experiment.row.Feature;

/**
 * Objects of a survey in one file and one split. Arrays are not copied.
 *
 * @param rows the rows of the file, ascending
 * @param columns the target and then the variables, NaN for missing values
 */
@SuppressWarnings("ArrayRecordComponent")
public record SurveyBlock(String file, String split, long[] rows, double[][] columns) implements Serializable {

    /** Returns a sample of the objects that have all values, as a block of rows; empty if there is none. */
    public Optional<Feature> features(FeatureProblem problem) {
        return new FeatureBlock(problem, file, null, split)
                .of(rows, Arrays.copyOfRange(columns, 1, columns.length), columns[0], null);
    }
}
