package org.spolia.jobs.probe;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.spolia.embedding.EncoderBundle;
import org.spolia.embedding.SampleShape;
import org.spolia.embedding.pretraining.label.Emulator;
import org.spolia.embedding.pretraining.label.FineTuningSettings;
import org.spolia.embedding.pretraining.label.LabelTraining;
import org.spolia.embedding.pretraining.label.LabelledSamples;
import org.spolia.experiment.configuration.probe.ProbeConfig;
import org.spolia.experiment.probe.LabelledVectors;
import org.spolia.experiment.probe.ProbeArm;
import org.spolia.experiment.probe.ProbeScores;
import org.spolia.experiment.probe.RunTrainer;
import org.spolia.experiment.probe.SampleTrainer;
import org.spolia.experiment.row.ProbeScore;

/** What learns in a task of stage probe, and from what. */
sealed interface Learning extends Serializable {

    /**
     * What is learned from and scored.
     *
     * @param probe with one size and one seed
     * @param learned samples of the table, or vectors, or frames each by itself
     * @param others those of tables that are scored too
     */
    record Subset(
            String experimentId,
            String experiment,
            ProbeConfig probe,
            ProbeArm arm,
            LabelledVectors learned,
            List<LabelledVectors> others) {
        List<ProbeScore> scores(String head, SampleTrainer trainer) {
            return ProbeScores.trained(experimentId, experiment, probe, arm, head, learned, others, trainer);
        }
    }

    /** The scores of what has learned. */
    List<ProbeScore> scores(Subset subset, FineTuningSettings settings);

    private static SampleTrainer.Trained trained(LabelTraining learned) {
        return new SampleTrainer.Trained(learned::predict, learned.learningRate(), learned.steps());
    }

    /** An encoder and a linear layer that learn a target together from samples. */
    record EndToEnd(Broadcast<EncoderBundle> encoder, SampleShape shape) implements Learning {
        @Override
        public List<ProbeScore> scores(Subset subset, FineTuningSettings settings) {
            return subset.scores(
                    ProbeScore.FINETUNE,
                    (samples, target, classes, heldOut) -> trained(LabelTraining.endToEnd(
                            encoder.value(), shape, new LabelledSamples(samples, target, classes), heldOut, settings)));
        }
    }

    /** What attends to the places of an encoder that does not learn. */
    record Attentive(Broadcast<EncoderBundle> encoder, SampleShape shape) implements Learning {
        @Override
        public List<ProbeScore> scores(Subset subset, FineTuningSettings settings) {
            return subset.scores(
                    ProbeScore.ATTENTIVE,
                    (samples, target, classes, heldOut) -> trained(LabelTraining.attentive(
                            encoder.value(), shape, new LabelledSamples(samples, target, classes), heldOut, settings)));
        }
    }

    /** A perceptron on vectors. */
    record OfVectors() implements Learning {
        @Override
        public List<ProbeScore> scores(Subset subset, FineTuningSettings settings) {
            return subset.scores(
                    ProbeScore.MLP,
                    (vectors, target, classes, heldOut) -> trained(LabelTraining.perceptron(
                            new LabelledSamples(vectors, target, classes), heldOut, settings)));
        }
    }

    /** An encoder and a decoder that learn to foretell frames together. */
    record OfFrames(Broadcast<EncoderBundle> encoder, SampleShape frame) implements Learning {
        @Override
        public List<ProbeScore> scores(Subset subset, FineTuningSettings settings) {
            SampleShape window = new SampleShape(frame.channels(), subset.arm().frames(), frame.extent());
            RunTrainer trainer = (runs, heldOut) -> {
                Emulator learned = Emulator.of(encoder.value(), window, runs, heldOut, settings);
                return new RunTrainer.Trained(learned::forecast, learned.learningRate(), learned.steps());
            };
            return ProbeScores.forecasts(
                    subset.experimentId(),
                    subset.experiment(),
                    subset.probe(),
                    subset.arm(),
                    frame.channels(),
                    subset.learned(),
                    subset.others(),
                    trainer);
        }
    }
}
