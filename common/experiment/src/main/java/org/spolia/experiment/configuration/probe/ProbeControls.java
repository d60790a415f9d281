package org.spolia.experiment.configuration.probe;

import java.util.List;
import org.spolia.experiment.configuration.encoder.EmbeddingConfig;
import org.spolia.experiment.configuration.encoder.EncoderModel;
import org.spolia.experiment.configuration.encoder.PretrainedEncoders;
import org.spolia.experiment.configuration.encoder.PretrainingArchitecture;
import org.spolia.experiment.configuration.encoder.PretrainingConfig;
import org.spolia.symbolic.key.InvalidValueException;

/**
 * Checks that the embeddings of probes and their controls exist. Without controls, a learning curve does not show what
 * an encoder has learned.
 */
public final class ProbeControls {
    private ProbeControls() {}

    /**
     * Checks that each table of a probe has raw embeddings and, for each window and each trained architecture,
     * embeddings of a random encoder; and that the encoders of a probe also embed the tables that it is scored on.
     *
     * @throws InvalidValueException for the first probe without one of them
     */
    public static void require(
            List<ProbeConfig> probes, List<EmbeddingConfig> embeddings, List<PretrainingConfig> pretrainings) {
        for (int i = 0; i < probes.size(); i++) {
            ProbeConfig probe = probes.get(i);
            for (int j = 0; j < probe.tables().size(); j++) {
                String table = probe.tables().get(j);
                List<EmbeddingConfig> over = embeddings.stream()
                        .filter(embedding -> embedding.tables().contains(table) && probe.asks(embedding))
                        .toList();
                requireControls("probes[" + i + "].tables[" + j + "]", table, over, pretrainings);
                requireShifted("probes[" + i + "].shifted.tables", probe, over);
            }
        }
    }

    private static void requireControls(
            String path, String table, List<EmbeddingConfig> over, List<PretrainingConfig> pretrainings) {
        if (over.stream().noneMatch(embedding -> embedding.model() instanceof EncoderModel.Raw)) {
            throw new InvalidValueException(
                    path,
                    "no entry of 'embeddings' has the raw values of " + table
                            + ", the baseline of every encoder; add {tables: [" + table
                            + "], model-url: raw}");
        }
        List<EmbeddingConfig> learned = over.stream()
                .filter(embedding -> !(embedding.model() instanceof EncoderModel.Raw))
                .toList();
        for (EmbeddingConfig embedding : learned.isEmpty() ? over : learned) {
            PretrainingArchitecture architecture = PretrainedEncoders.architecture(embedding, pretrainings);
            if (learned.stream().noneMatch(control -> isControl(control, embedding, architecture, pretrainings))) {
                throw new InvalidValueException(
                        path,
                        "no entry of 'embeddings' has a random encoder of " + table
                                + ", the control of trained encoders; "
                                + advice(table, embedding, architecture));
            }
        }
    }

    private static String advice(String table, EmbeddingConfig embedding, PretrainingArchitecture architecture) {
        return switch (architecture) {
            case CONVOLUTIONAL -> "add " + random(table, embedding) + "}";
            case AXIAL_ATTENTION -> "add " + random(table, embedding) + ", architecture: axial-attention}";
            case TOKENS -> "add the encoder of an entry of 'pretraining' with 'architecture: tokens' and 'steps: 0'";
        };
    }

    private static String random(String table, EmbeddingConfig embedding) {
        return "{tables: [" + table + "], model-url: random, window: " + embedding.window() + ", stride: "
                + embedding.stride();
    }

    /** Returns whether an entry has random weights, the same window as the other and this architecture. */
    private static boolean isControl(
            EmbeddingConfig control,
            EmbeddingConfig embedding,
            PretrainingArchitecture architecture,
            List<PretrainingConfig> pretrainings) {
        return PretrainedEncoders.hasLearnedNothing(control, pretrainings)
                && control.window() == embedding.window()
                && control.stride() == embedding.stride()
                && PretrainedEncoders.architecture(control, pretrainings) == architecture;
    }

    private static void requireShifted(String path, ProbeConfig probe, List<EmbeddingConfig> over) {
        for (String shifted : probe.shifted().tables()) {
            if (!over.stream().allMatch(embedding -> embedding.tables().contains(shifted))) {
                throw new InvalidValueException(
                        path,
                        "'" + shifted + "' is not embedded by every encoder of probe '" + probe.name()
                                + "'; add it to 'tables' of each of these entries of 'embeddings'");
            }
        }
    }
}
