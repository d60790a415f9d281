package org.spolia.jobs.pretrain;

import java.io.Serializable;
import java.util.List;
import org.spolia.embedding.network.Architecture;
import org.spolia.embedding.pretraining.LearningSettings;
import org.spolia.embedding.pretraining.Objective;
import org.spolia.embedding.pretraining.PretrainedEncoder;
import org.spolia.embedding.pretraining.Pretraining;
import org.spolia.embedding.pretraining.PretrainingSettings;
import org.spolia.embedding.pretraining.SampleSet;
import org.spolia.embedding.pretraining.TokenPretraining;
import org.spolia.embedding.token.Tokeniser;

/** The training data of an entry's encoders, which tasks receive. */
sealed interface PretrainingData extends Serializable {

    PretrainedEncoder train(LearningSettings learning);

    /** Frames of simulations on grids. */
    record OfFrames(List<SampleSet> sets, Architecture architecture, Objective objective) implements PretrainingData {
        @Override
        public PretrainedEncoder train(LearningSettings learning) {
            return Pretraining.train(sets, new PretrainingSettings(architecture, objective, learning));
        }
    }

    /** Objects of surveys as tokens. */
    record OfTokens(Tokeniser tokeniser, List<SampleSet> sets) implements PretrainingData {
        @Override
        public PretrainedEncoder train(LearningSettings learning) {
            List<float[]> objects =
                    sets.stream().flatMap(set -> set.samples().stream()).toList();
            return TokenPretraining.train(tokeniser, objects, learning);
        }
    }
}
