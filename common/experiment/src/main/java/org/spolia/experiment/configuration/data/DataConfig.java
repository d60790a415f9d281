package org.spolia.experiment.configuration.data;

import java.util.List;
import org.spolia.experiment.problem.DataRequest;
import org.spolia.symbolic.key.Key;

/** The data of every problem: one data set for each noise level and seed. */
public record DataConfig(
        @Key(value = "rows that a search sees, for problems with a formula", byDefault = "200", atLeast = 2)
        int trainRows,

        @Key(
                value = "rows of the test split and rows of the ood split, for problems with a formula",
                byDefault = "1000",
                atLeast = 1)
        int testRows,

        @Key(
                value =
                        "standard deviation of the normal noise on the training target, divided by that of the target; for problems with a formula",
                byDefault = "[0]",
                minItems = 1,
                distinct = true,
                atLeast = 0)
        List<Double> noise,

        @Key(value = "seeds of the rows, their split and their noise", byDefault = "[0]", minItems = 1, distinct = true)
        List<Long> seeds,

        @Key(
                value = "share of measured rows in the test split; fewer than 24 measured rows are not split",
                byDefault = "0.25",
                atLeast = 0,
                below = 1)
        double holdOut,

        @Key(
                value =
                        "whether each problem is also searched with the variable 'shortcut', which correlates with the target (r = 0.9) in the training range and is meaningless out of distribution",
                byDefault = "false")
        boolean shortcut) {
    /** Returns every combination of noise and seed. */
    public List<DataRequest> requests() {
        return noise.stream()
                .flatMap(
                        level -> seeds.stream().map(seed -> new DataRequest(trainRows, testRows, holdOut, level, seed)))
                .toList();
    }
}
