package org.spolia.experiment.row;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The score of a head that predicts a target from the frozen embeddings of an encoder.
 *
 * @param dataset the data set of the training embeddings
 * @param quantity the target, or its logarithm
 * @param encoderId the id in table encoders; for concatenated embeddings, the ids joined by +
 * @param encoder its name, or names likewise
 * @param frames the number of frames in a sample
 * @param stride the number of frames between samples
 * @param size the number of training groups
 * @param seed the seed of their choice
 * @param split {@link #TEST} or {@link #SHIFTED}
 * @param testDataset the data set of the scored embeddings
 * @param metric {@link #R2}, {@link #NRMSE}, {@link #ACCURACY}, {@link #NDCG}, {@link #IOU} or one of {@link #VRMSE}
 * @param value null with a reason
 * @param rows the number of scored rows
 * @param trainRows the number of training rows
 * @param penalty the penalty that the head selected; null for heads other than ridge and logistic, and with a reason
 * @param neighbours the number that the head selected; null for heads other than knn, and with a reason
 * @param learningRate the learning rate that the head selected; null for heads other than {@link #MLP},
 * {@link #ATTENTIVE} and {@link #FINETUNE}, and with a reason
 * @param steps the number of steps that the head selected; null likewise
 */
public record ProbeScore(
        String experimentId,
        String experiment,
        String probe,
        String dataset,
        String quantity,
        String encoderId,
        String encoder,
        String setting,
        int frames,
        int stride,
        String head,
        int size,
        long seed,
        String split,
        String testDataset,
        String metric,
        @Nullable Double value,
        int rows,
        int trainRows,
        @Nullable Double penalty,
        @Nullable Integer neighbours,
        @Nullable Double learningRate,
        @Nullable Integer steps,
        @Nullable String reason)
        implements Serializable {
    /** The head that is trained together with its encoder. */
    public static final String FINETUNE = "finetune";

    /** The head that is a perceptron. */
    public static final String MLP = "mlp";

    /** The head that attends to positions. */
    public static final String ATTENTIVE = "attentive";

    /** The head that predicts the last frame. */
    public static final String PERSISTENCE = "persistence";

    /** The head that predicts the mean of a window. */
    public static final String MEAN = "mean";

    public static final String TEST = "test";
    public static final String SHIFTED = "shifted";
    public static final String R2 = "r2";
    public static final String NRMSE = "nrmse";
    public static final String ACCURACY = "accuracy";
    public static final String NDCG = "ndcg";

    /** For arrays of classes; with _ and the number of a class as suffix, for that class only. */
    public static final String IOU = "iou";

    /** The steps of a rollout that are scored together, by metric; those of The Well (Ohana et al. 2024). */
    @SuppressWarnings("Immutable") // Made immutable here.
    public static final Map<String, Span> VRMSE = spans();

    /** The last step that is scored. */
    public static final int LAST_STEP = 30;

    /** Steps after a window, from 1. */
    public record Span(int first, int last) {}

    private static Map<String, Span> spans() {
        Map<String, Span> spans = new LinkedHashMap<>();
        spans.put("vrmse_1", new Span(1, 1));
        spans.put("vrmse_6_12", new Span(6, 12));
        spans.put("vrmse_13_30", new Span(13, LAST_STEP));
        return Collections.unmodifiableMap(spans);
    }
}
