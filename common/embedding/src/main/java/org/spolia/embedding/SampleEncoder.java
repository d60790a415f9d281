package org.spolia.embedding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Applies an encoder to batches of samples: it checks, prepares, embeds and checks again. Not thread-safe. */
public final class SampleEncoder implements AutoCloseable {
    private final EncoderBundle bundle;
    private final ComputeDevice device;
    private final Embedder embedder;
    private final Runnable afterwards;

    /**
     * Reused between batches, because an array of this size occupies a heap region of its own and triggers the
     * collector.
     */
    private float[] prepared = new float[0];

    SampleEncoder(EncoderBundle bundle, ComputeDevice device, Embedder embedder, Runnable afterwards) {
        this.bundle = bundle;
        this.device = device;
        this.embedder = embedder;
        this.afterwards = afterwards;
    }

    public ComputeDevice device() {
        return device;
    }

    /**
     * Embeds samples of one shape. A sample with a value that is not finite is replaced by zeros, so that it does not
     * affect the others.
     *
     * @param samples the values of each
     * @param batch the number of samples in a batch of the model; the last batch is padded with zeros
     */
    public List<Embedding> embed(List<float[]> samples, SampleShape shape, int batch) {
        Optional<String> refusal = bundle.refusal(shape, batch);
        List<Embedding> embeddings = new ArrayList<>();
        for (int from = 0; from < samples.size(); from += batch) {
            List<float[]> part = samples.subList(from, Math.min(samples.size(), from + batch));
            if (refusal.isPresent()) {
                part.forEach(sample -> embeddings.add(Embedding.missing(refusal.get())));
            } else {
                embeddings.addAll(embedBatch(part, shape, batch));
            }
        }
        return embeddings;
    }

    private List<Embedding> embedBatch(List<float[]> samples, SampleShape shape, int batch) {
        int values = shape.values();
        if (prepared.length != Math.multiplyExact(batch, values)) {
            prepared = new float[batch * values];
        }
        List<Optional<String>> problems = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            Optional<String> problem = bundle.manifest().modelInputs().problem(samples.get(i));
            problems.add(problem);
            if (problem.isEmpty()) {
                System.arraycopy(samples.get(i), 0, prepared, i * values, values);
                bundle.manifest().preprocessing().apply(prepared, i * values, shape);
            } else {
                Arrays.fill(prepared, i * values, (i + 1) * values, 0);
            }
        }
        Arrays.fill(prepared, samples.size() * values, prepared.length, 0);
        float[][] vectors = embedder.embed(prepared, shape, batch);
        List<Embedding> embeddings = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            float[] vector = vectors[i];
            embeddings.add(problems.get(i).map(Embedding::missing).orElseGet(() -> Embedding.of(vector)));
        }
        return embeddings;
    }

    @Override
    public void close() {
        embedder.close();
        afterwards.run();
    }
}
