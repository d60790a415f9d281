package org.spolia.jobs.probe;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.spolia.embedding.BundleException;
import org.spolia.embedding.pretraining.label.FineTuningSettings;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.probe.ProbeConfig;
import org.spolia.experiment.probe.LabelledVectors;
import org.spolia.experiment.probe.ProbeArm;
import org.spolia.experiment.row.ProbeScore;
import org.spolia.jobs.encoder.MissingLibraries;
import org.spolia.jobs.session.Machine;
import org.spolia.jobs.session.SparkSessions;

/** The work of one task: trains by gradient descent on one subset of a probe, and returns the scores. */
final class LearningTask implements FlatMapFunction<LearningTask.Work, ProbeScore> {
    private static final long serialVersionUID = 1L;

    private final String experimentId;
    private final String experiment;
    private final int driverJava = Machine.javaMajor();

    /**
     * The input of a task.
     *
     * @param probe the probe with one size and one seed
     * @param learned the training and test samples of the table
     * @param others the samples of other tables that are scored too
     */
    record Work(
            ProbeConfig probe,
            ProbeArm arm,
            Learning learning,
            Broadcast<LabelledVectors> learned,
            List<Broadcast<LabelledVectors>> others)
            implements Serializable {}

    LearningTask(String experimentId, String experiment) {
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
        Learning.Subset subset = new Learning.Subset(
                experimentId,
                experiment,
                probe,
                work.arm(),
                work.learned().value(),
                work.others().stream().map(Broadcast::value).toList());
        try {
            return work.learning().scores(subset, settings).iterator();
        } catch (BundleException e) {
            throw new ExperimentException("Probe '" + probe.name() + "': " + e.getMessage(), e);
        } catch (NoClassDefFoundError e) {
            throw MissingLibraries.training("probe", e);
        }
    }
}
