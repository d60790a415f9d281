package org.spolia.jobs.pretrain;

import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.spolia.embedding.BundleException;
import org.spolia.embedding.pretraining.LearningSettings;
import org.spolia.embedding.pretraining.PretrainedEncoder;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.encoder.PretrainingConfig;
import org.spolia.jobs.encoder.MissingLibraries;
import org.spolia.jobs.session.Machine;
import org.spolia.jobs.session.SparkSessions;

/** The work of one task: trains an encoder on its samples and returns its bundle. */
final class PretrainTask implements Function<PretrainTask.Work, PretrainedEncoder> {
    private static final long serialVersionUID = 1L;

    private final int driverJava = Machine.javaMajor();

    /** An entry of a configuration with one of its seeds, and its training data. */
    record Work(Broadcast<PretrainingData> data, LearningSettings learning) implements java.io.Serializable {
        static Work of(PretrainingConfig config, long seed, Broadcast<PretrainingData> data) {
            return new Work(
                    data,
                    new LearningSettings(
                            config.name(),
                            config.hidden(),
                            config.steps(),
                            config.batchSize(),
                            config.learningRate(),
                            seed));
        }
    }

    @Override
    public PretrainedEncoder call(Work work) {
        SparkSessions.requireSameJava(driverJava, Machine.javaMajor());
        try {
            return work.data().value().train(work.learning());
        } catch (BundleException e) {
            throw new ExperimentException("Pretraining '" + work.learning().name() + "': " + e.getMessage(), e);
        } catch (NoClassDefFoundError e) {
            throw MissingLibraries.training("pretrain", e);
        }
    }
}
