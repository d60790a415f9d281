package org.spolia.jobs.stages;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.spolia.embedding.BundleException;
import org.spolia.embedding.EncoderBundle;
import org.spolia.embedding.SampleShape;
import org.spolia.embedding.pretraining.Emulator;
import org.spolia.embedding.pretraining.FineTuning;
import org.spolia.embedding.pretraining.FineTuningSettings;
import org.spolia.embedding.pretraining.LabelledSamples;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.ProbeConfig;
import org.spolia.experiment.probe.LabelledVectors;
import org.spolia.experiment.probe.ProbeArm;
import org.spolia.experiment.probe.ProbeScores;
import org.spolia.experiment.probe.RunTrainer;
import org.spolia.experiment.probe.SampleTrainer;
import org.spolia.experiment.row.ProbeScore;
import org.spolia.jobs.session.Machine;
import org.spolia.jobs.session.SparkSessions;

/** The work of one task: an encoder that learns the target of a probe, or frames, from one of its subsets, and its scores. */
final class FineTuneTask implements FlatMapFunction<FineTuneTask.Work, ProbeScore> {
    private static final long serialVersionUID = 1L;

    private final String experimentId;
    private final String experiment;
    private final int driverJava = Machine.javaMajor();

    /**
     * @param probe with one size and one seed
     * @param shape of a sample; of a frame, where frames are foretold
     * @param learned the samples that are learned from, and those of the same table that are scored
     * @param others samples of tables that are scored too
     */
    record Work(
            ProbeConfig probe,
            ProbeArm arm,
            SampleShape shape,
            Broadcast<EncoderBundle> encoder,
            Broadcast<LabelledVectors> learned,
            List<Broadcast<LabelledVectors>> others)
            implements Serializable {}

    FineTuneTask(String experimentId, String experiment) {
        this.experimentId = experimentId;
        this.experiment = experiment;
    }

    @Override
    public Iterator<ProbeScore> call(Work work) {
        SparkSessions.requireSameJava(driverJava, Machine.javaMajor());
        ProbeConfig probe = work.probe();
        FineTuningSettings settings = new FineTuningSettings(
                probe.fineTuning().learningRates(),
                probe.fineTuning().steps(),
                probe.fineTuning().batchSize(),
                probe.seeds().get(0));
        List<LabelledVectors> others =
                work.others().stream().map(Broadcast::value).toList();
        try {
            return (probe.foretellsFrames() ? forecasts(work, settings, others) : labels(work, settings, others))
                    .iterator();
        } catch (BundleException e) {
            throw new ExperimentException("Probe '" + probe.name() + "': " + e.getMessage(), e);
        } catch (NoClassDefFoundError e) {
            throw new ExperimentException(
                    "Stage probe needs the libraries that train models for 'fine-tuning', and they are not on the class path ("
                            + String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT)
                            + "); give spark-submit --jars spolia-natives.jar and those of the folder pytorch, as ./spolia does",
                    e);
        }
    }

    private List<ProbeScore> labels(Work work, FineTuningSettings settings, List<LabelledVectors> others) {
        SampleTrainer trainer = (samples, target, classes, heldOut) -> {
            LabelledSamples labelled = LabelledSamples.of(work.shape(), samples, target, classes);
            FineTuning learned = FineTuning.of(work.encoder().value(), labelled, heldOut, settings);
            return new SampleTrainer.Trained(learned::predict, learned.learningRate(), learned.steps());
        };
        return ProbeScores.trained(
                experimentId,
                experiment,
                work.probe(),
                work.arm(),
                work.learned().value(),
                others,
                trainer);
    }

    private List<ProbeScore> forecasts(Work work, FineTuningSettings settings, List<LabelledVectors> others) {
        SampleShape frame = work.shape();
        SampleShape window = new SampleShape(frame.channels(), work.arm().frames(), frame.extent());
        RunTrainer trainer = (runs, heldOut) -> {
            Emulator learned = Emulator.of(work.encoder().value(), window, runs, heldOut, settings);
            return new RunTrainer.Trained(learned::forecast, learned.learningRate(), learned.steps());
        };
        return ProbeScores.forecasts(
                experimentId,
                experiment,
                work.probe(),
                work.arm(),
                frame.channels(),
                work.learned().value(),
                others,
                trainer);
    }
}
