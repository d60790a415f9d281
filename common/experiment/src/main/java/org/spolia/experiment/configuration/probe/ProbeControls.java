package org.spolia.experiment.configuration.probe;

import java.util.List;
import org.spolia.experiment.configuration.encoder.EmbeddingConfig;
import org.spolia.experiment.configuration.encoder.EncoderModel;
import org.spolia.experiment.configuration.encoder.PretrainedEncoders;
import org.spolia.experiment.configuration.encoder.PretrainingArchitecture;
import org.spolia.experiment.configuration.encoder.PretrainingConfig;
import org.spolia.symbolic.key.InvalidValueException;

/**
 * That what probes compare is there, with its controls: without them a curve says nothing about what an encoder has
 * learned.
 */
public final class ProbeControls {
    private ProbeControls() {}

    /**
     * Passes when each table of a probe has vectors of the values themselves and, for each window of frames that an
     * encoder sees and each architecture that learns, of an encoder that has learned nothing; and when encoders of a
     * probe embed the tables that it is scored on too.
     *
     * @throws InvalidValueException for the first probe that lacks one
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
                    "no entry of 'embeddings' has the values of " + table
                            + " themselves, which every encoder has to beat; add {tables: [" + table
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
                        "no entry of 'embeddings' has an encoder of " + table
                                + " that has learned nothing, the control of those that have; "
                                + advice(table, embedding, architecture));
            }
        }
    }

    private static String advice(String table, EmbeddingConfig embedding, PretrainingArchitecture architecture) {
        return switch (architecture) {
            case CONVOLUTIONAL -> "add " + random(table, embedding) + "}";
            case AXIAL_ATTENTION -> "add " + random(table, embedding) + ", architecture: axial-attention}";
            case TOKENS -> "add one that an entry of 'pretraining' with 'architecture: tokens' and 'steps: 0' makes";
        };
    }

    private static String random(String table, EmbeddingConfig embedding) {
        return "{tables: [" + table + "], model-url: random, window: " + embedding.window() + ", stride: "
                + embedding.stride();
    }

    /** Whether one has learned nothing, sees as many frames as the other and is such a network. */
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
