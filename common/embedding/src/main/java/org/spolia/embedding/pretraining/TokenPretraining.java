package org.spolia.embedding.pretraining;

import ai.djl.ndarray.NDManager;
import java.util.List;
import org.spolia.embedding.BundleException;
import org.spolia.embedding.EncoderBundle;
import org.spolia.embedding.SampleShape;
import org.spolia.embedding.network.TokenNetwork;
import org.spolia.embedding.token.Tokeniser;

/**
 * Trains an encoder on objects without labels whose modalities are tokens. Some tokens of an object, including whole
 * modalities, are hidden and predicted from the others, as in 4M (Mizrahi et al. 2023) and AION-1 (Parker et al. 2025),
 * but by the encoder itself: the position of a hidden token has a query that attends to the shown tokens, and no token
 * attends to it.
 */
public final class TokenPretraining {
    private TokenPretraining() {}

    /**
     * Returns the encoder for these objects and settings.
     *
     * @param tokeniser the tokeniser that made the tokens
     * @param objects the tokens of each
     * @throws BundleException if there are none, or the loss is not a number
     */
    public static PretrainedEncoder train(Tokeniser tokeniser, List<float[]> objects, LearningSettings settings) {
        if (objects.isEmpty()) {
            throw new BundleException("There is no object to train on");
        }
        TokenNetwork network = new TokenNetwork(tokeniser);
        TokenLearner learner = new TokenLearner(network, settings.seed(), settings.learningRate());
        HiddenTokens hiding = HiddenTokens.of(tokeniser);
        float[] losses = new float[settings.steps()];
        if (losses.length > 0) {
            try (NDManager all = PyTorch.newManager()) {
                for (int step = 0; step < losses.length; step++) {
                    losses[step] = step(all, learner, TokenBatch.of(objects, hiding, settings, step));
                    settings.requireLoss(losses[step], step);
                }
            }
        }
        EncoderBundle bundle = network.bundle(settings.name(), learner.encoderWeights());
        if (losses.length > 0) {
            requireSame(learner, bundle, objects);
        }
        return new PretrainedEncoder(bundle, losses);
    }

    private static float step(NDManager all, TokenLearner learner, TokenBatch batch) {
        try (NDManager manager = all.newSubManager()) {
            return learner.step(manager, batch);
        }
    }

    private static void requireSame(TokenLearner learner, EncoderBundle bundle, List<float[]> objects) {
        List<float[]> samples = WrittenModel.compared(objects);
        int length = samples.get(0).length;
        long[] tokens = new long[samples.size() * length];
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = (long) samples.get(i / length)[i % length];
        }
        try (NDManager manager = PyTorch.newManager()) {
            float[] learned = learner.embed(manager, samples.size(), tokens);
            WrittenModel.requireSame(bundle, new SampleShape(1, 1, List.of(length)), samples, learned);
        }
    }
}
