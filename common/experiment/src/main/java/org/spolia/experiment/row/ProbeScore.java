package org.spolia.experiment.row;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How well a head foretells a target from the frozen vectors of an encoder.
 *
 * @param dataset whose vectors are learned from
 * @param quantity the target, or its logarithm
 * @param encoderId of table encoders; of vectors one after the other, their ids with + between them
 * @param encoder its name, or names likewise
 * @param frames of a sample
 * @param stride frames between samples
 * @param size groups that are learned from
 * @param seed of their choice
 * @param split {@link #TEST} or {@link #SHIFTED}
 * @param testDataset whose vectors are scored
 * @param metric {@link #R2}, {@link #NRMSE}, {@link #ACCURACY}, {@link #NDCG}, {@link #IOU} or one of {@link #VRMSE}
 * @param value null with a reason
 * @param rows that are scored
 * @param trainRows that are learned from
 * @param penalty that the head chose; null for others than ridge and logistic, and with a reason
 * @param neighbours that the head chose; null for others than knn, and with a reason
 * @param learningRate that the head chose; null for others than {@link #MLP}, {@link #ATTENTIVE} and {@link #FINETUNE}, and with a reason
 * @param steps that the head chose; null likewise
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
    /** The head of an encoder that learns with it. */
    public static final String FINETUNE = "finetune";

    /** The head that is a perceptron. */
    public static final String MLP = "mlp";

    /** The head that attends to places. */
    public static final String ATTENTIVE = "attentive";

    /** The head that foretells the last frame again. */
    public static final String PERSISTENCE = "persistence";

    /** The head that foretells the mean of a window. */
    public static final String MEAN = "mean";

    public static final String TEST = "test";
    public static final String SHIFTED = "shifted";
    public static final String R2 = "r2";
    public static final String NRMSE = "nrmse";
    public static final String ACCURACY = "accuracy";
    public static final String NDCG = "ndcg";

    /** Of arrays of classes; with _ and the number of a class after it, of that class alone. */
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
