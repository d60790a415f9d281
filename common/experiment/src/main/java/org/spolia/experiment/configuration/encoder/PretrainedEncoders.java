package org.spolia.experiment.configuration.encoder;

import java.util.List;
import java.util.Optional;
import org.spolia.experiment.Suggestion;
import org.spolia.symbolic.key.InvalidValueException;

/**
 * Checks the entries of 'embeddings' that name a pretraining: it must exist, and their samples must match its samples.
 */
public final class PretrainedEncoders {
    private PretrainedEncoders() {}

    /**
     * Checks that the pretraining of each entry exists, with the same seed and number of frames.
     *
     * @throws InvalidValueException for the first entry without one
     */
    public static void require(List<EmbeddingConfig> embeddings, List<PretrainingConfig> pretrainings) {
        for (int i = 0; i < embeddings.size(); i++) {
            EmbeddingConfig embedding = embeddings.get(i);
            if (embedding.model() instanceof EncoderModel.Pretrained made) {
                String path = "embeddings[" + i + "]";
                String name = made.name();
                PretrainingConfig pretraining = named(name, pretrainings)
                        .orElseThrow(() -> new InvalidValueException(
                                path + ".model-url",
                                "no entry of 'pretraining' is called '" + name + "'; "
                                        + Suggestion.instead(
                                                name,
                                                pretrainings.stream()
                                                        .map(PretrainingConfig::name)
                                                        .toList())));
                require(path, embedding, pretraining);
            }
        }
    }

    private static void require(String path, EmbeddingConfig embedding, PretrainingConfig pretraining) {
        if (!pretraining.seeds().contains(embedding.seed())) {
            throw new InvalidValueException(
                    path + ".seed",
                    "pretraining '" + pretraining.name() + "' has no seed " + embedding.seed() + "; known: "
                            + Suggestion.list(pretraining.seeds().stream()
                                    .map(String::valueOf)
                                    .toList()));
        }
        if (embedding.architecture() != PretrainingArchitecture.CONVOLUTIONAL
                && embedding.architecture() != pretraining.architecture()) {
            throw new InvalidValueException(
                    path + ".architecture",
                    "pretraining '" + pretraining.name()
                            + "' has another architecture; remove the key here, or change that entry");
        }
        if (embedding.window() != pretraining.window()) {
            throw new InvalidValueException(
                    path + ".window",
                    "pretraining '" + pretraining.name() + "' trains on " + pretraining.window()
                            + " frames; set 'window' to this number here, not to " + embedding.window());
        }
    }

    /** The architecture of an entry of 'embeddings': that of its pretraining, if it has one. */
    public static PretrainingArchitecture architecture(
            EmbeddingConfig embedding, List<PretrainingConfig> pretrainings) {
        return embedding.model() instanceof EncoderModel.Pretrained made
                ? named(made.name(), pretrainings)
                        .map(PretrainingConfig::architecture)
                        .orElse(embedding.architecture())
                : embedding.architecture();
    }

    /** Returns whether the network of an entry of 'embeddings' has random weights. */
    public static boolean hasLearnedNothing(EmbeddingConfig embedding, List<PretrainingConfig> pretrainings) {
        return embedding.model() instanceof EncoderModel.Pretrained made
                ? named(made.name(), pretrainings)
                        .filter(pretraining -> pretraining.steps() == 0)
                        .isPresent()
                : embedding.model() instanceof EncoderModel.Random;
    }

    public static Optional<PretrainingConfig> named(String name, List<PretrainingConfig> pretrainings) {
        return pretrainings.stream()
                .filter(pretraining -> pretraining.name().equals(name))
                .findFirst();
    }
}
