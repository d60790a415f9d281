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

/** The training method of a task of stage probe. */
sealed interface Learning extends Serializable {

    /**
     * The data of one training.
     *
     * @param probe the probe with one size and one seed
     * @param learned samples of the table, or embeddings, or single frames
     * @param others the samples of other tables that are scored too
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

    /** Trains on a subset and returns the scores. */
    List<ProbeScore> scores(Subset subset, FineTuningSettings settings);

    private static SampleTrainer.Trained trained(LabelTraining learned) {
        return new SampleTrainer.Trained(learned::predict, learned.learningRate(), learned.steps());
    }

    /** Fine-tunes an encoder together with a linear layer on a target. */
    record EndToEnd(Broadcast<EncoderBundle> encoder, SampleShape shape) implements Learning {
        @Override
        public List<ProbeScore> scores(Subset subset, FineTuningSettings settings) {
            return subset.scores(
                    ProbeScore.FINETUNE,
                    (samples, target, classes, heldOut) -> trained(LabelTraining.endToEnd(
                            encoder.value(), shape, new LabelledSamples(samples, target, classes), heldOut, settings)));
        }
    }

    /** Trains attention over the places of a frozen encoder. */
    record Attentive(Broadcast<EncoderBundle> encoder, SampleShape shape) implements Learning {
        @Override
        public List<ProbeScore> scores(Subset subset, FineTuningSettings settings) {
            return subset.scores(
                    ProbeScore.ATTENTIVE,
                    (samples, target, classes, heldOut) -> trained(LabelTraining.attentive(
                            encoder.value(), shape, new LabelledSamples(samples, target, classes), heldOut, settings)));
        }
    }

    /** Trains a perceptron on embeddings. */
    record OfVectors() implements Learning {
        @Override
        public List<ProbeScore> scores(Subset subset, FineTuningSettings settings) {
            return subset.scores(
                    ProbeScore.MLP,
                    (vectors, target, classes, heldOut) -> trained(LabelTraining.perceptron(
                            new LabelledSamples(vectors, target, classes), heldOut, settings)));
        }
    }

    /** Trains an encoder and a decoder together to predict frames. */
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
