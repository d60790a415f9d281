package org.spolia.experiment.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.spolia.experiment.row.RetrievedSample;
import org.spolia.experiment.sample.FrameKey;

class RetrievedSamplesTest {
    private static final ProbeArm ARM = new ProbeArm("id", "raw", "u", 1, 1);
    private static final int RUNS = 12;

    /** Two samples of each run; the directions of runs are a fan, and the second is twice as long. */
    private static List<SampleVector> fan() {
        List<SampleVector> samples = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            double angle = 0.1 * run;
            for (int step = 0; step < 2; step++) {
                float length = 1 + step;
                float[] vector = {length * (float) Math.cos(angle), length * (float) Math.sin(angle)};
                samples.add(new SampleVector(new FrameKey("file", null, run, step), vector));
            }
        }
        return samples;
    }

    @Test
    void answersAreThoseOfOtherRunsInTheOrderOfTheirAngles() {
        List<RetrievedSample> rows = RetrievedSamples.of("e", "simulations.fan", ARM, fan());

        assertThat(rows).hasSize(3 * 6);
        for (int query = 0; query < 3; query++) {
            RetrievedSample asked = rows.get(6 * query);
            assertThat(asked.place()).isZero();
            double last = 1;
            for (RetrievedSample found : rows.subList(6 * query + 1, 6 * query + 6)) {
                int apart = Math.abs(run(asked) - run(found));
                assertThat(apart).isBetween(1, 5);
                assertThat(found.similarity()).isEqualTo(Math.cos(0.1 * apart), within());
                assertThat(found.similarity()).isLessThanOrEqualTo(last + 1e-6);
                last = found.similarity();
            }
        }
    }

    @Test
    void theOrderOfVectorsHasNoSay() {
        List<SampleVector> backwards = fan();
        Collections.reverse(backwards);

        assertThat(RetrievedSamples.of("e", "simulations.fan", ARM, backwards))
                .isEqualTo(RetrievedSamples.of("e", "simulations.fan", ARM, fan()));
    }

    private static int run(RetrievedSample sample) {
        return Objects.requireNonNull(sample.trajectory());
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-6);
    }
}
