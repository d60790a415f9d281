package org.spolia.bench.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.spolia.experiment.data.Rows;
import org.spolia.experiment.data.Split;
import org.spolia.experiment.problem.DataRequest;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.search.range.Coverage;
import org.spolia.symbolic.search.range.TrainingRange;

class RangeOfLawsTest {
    private static final int LAWS = 200;
    private static final long SEED = ThreadLocalRandom.current().nextInt(1 << 24);

    @Test
    void noLawHasAGapInItsOwnTrainingRange() {
        for (GeneratedLaw law : LawGenerator.laws(SEED, LAWS, List.of(StructureClass.values()))) {
            for (int count : List.of(20, 60, 1000)) {
                Rows rows = law.problem()
                        .open()
                        .dataset(new DataRequest(count, 1, 0, 0.1, SEED))
                        .rows(Split.TRAIN);
                Coverage coverage = TrainingRange.of(Sample.of(rows.columns(), rows.target()))
                        .coverage(law.problem().expression());
                assertThat(coverage.hasGaps())
                        .as("seed %d, %s, %d rows: %s", SEED, law.problem().formula(), count, coverage)
                        .isFalse();
            }
        }
    }
}
