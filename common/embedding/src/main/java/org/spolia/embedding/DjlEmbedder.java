package org.spolia.embedding;

import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.Batchifier;
import ai.djl.translate.TranslateException;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorContext;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A predictor of DJL that takes whole batches. */
final class DjlEmbedder implements Embedder {
    private final Manifest manifest;
    private final Predictor<Batch, Tensor> predictor;
    private final DirectFloats direct = new DirectFloats();

    DjlEmbedder(Manifest manifest, Model model, int output) {
        this.manifest = manifest;
        this.predictor = model.newPredictor(new WholeBatches(output));
    }

    @Override
    public float[][] embed(float[] samples, SampleShape shape, int batch) {
        Tensor out = predict(
                new Batch(samples, manifest.modelInputs().parts(shape, batch).orElseThrow(), direct));
        if (out.axes[0] != batch || !manifest.pooling().takes(out.axes.length)) {
            throw new BundleException("Output '" + manifest.output() + "' of encoder '" + manifest.name()
                    + "' has axes "
                    + new Shape(out.axes) + " for a batch of " + batch + ", which pooling '" + manifest.pooling()
                    + "' does not take");
        }
        int dimension = manifest.pooling().dimension(out.axes);
        if (dimension != manifest.dimension()) {
            throw new BundleException("Encoder '" + manifest.name() + "' gives vectors of " + dimension + ", and its "
                    + Manifest.FILE + " says dimension " + manifest.dimension()
                    + (manifest.pooling() == Pooling.NONE
                            ? "; if the model does not pool either, all samples must be of one grid"
                            : ""));
        }
        int values = out.values.length / batch;
        float[][] vectors = new float[batch][];
        for (int i = 0; i < batch; i++) {
            vectors[i] = manifest.pooling().pool(out.values, i * values, out.axes);
        }
        return vectors;
    }

    private Tensor predict(Batch in) {
        try {
            return predictor.predict(in);
        } catch (TranslateException e) {
            if (e.getCause() instanceof BundleException mistake) {
                throw mistake;
            }
            throw new BundleException(
                    "Encoder '" + manifest.name() + "' fails on a batch with axes " + in.axes() + ": "
                            + DjlEncoder.cause(e),
                    e);
        }
    }

    @Override
    public void close() {
        predictor.close();
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Tensor(float[] values, long[] axes) {}

    @SuppressWarnings("ArrayRecordComponent")
    private record Batch(float[] samples, List<ModelInputs.Part> parts, DirectFloats direct) {
        String axes() {
            return String.join(
                    ", ",
                    parts.stream()
                            .map(part -> String.valueOf(new Shape(part.axes())))
                            .toList());
        }

        NDList arrays(NDManager manager) {
            NDList arrays = new NDList();
            parts.forEach(part -> arrays.add(array(manager, part)));
            return arrays;
        }

        private NDArray array(NDManager manager, ModelInputs.Part part) {
            Shape shape = new Shape(part.axes());
            float[] values = values(part);
            if (!part.spec().isWhole()) {
                return parts.size() == 1 ? manager.create(direct.of(values), shape) : manager.create(values, shape);
            }
            long[] whole = new long[values.length];
            Arrays.setAll(whole, i -> (long) values[i]);
            return manager.create(whole, shape);
        }

        private float[] values(ModelInputs.Part part) {
            if (parts.size() == 1) {
                return samples;
            }
            int batch = (int) part.axes()[0];
            int all = samples.length / batch;
            float[] values = new float[batch * part.length()];
            for (int i = 0; i < batch; i++) {
                System.arraycopy(samples, i * all + part.from(), values, i * part.length(), part.length());
            }
            return values;
        }
    }

    private record WholeBatches(int output) implements Translator<Batch, Tensor> {
        @Override
        public NDList processInput(TranslatorContext context, Batch input) {
            return input.arrays(context.getNDManager());
        }

        @Override
        public Tensor processOutput(TranslatorContext context, NDList list) {
            if (output >= list.size()) {
                throw new BundleException(
                        "The model returns " + list.size() + " tensors, and the manifest names output " + output);
            }
            NDArray array = list.get(output);
            if (array.getDataType() != DataType.FLOAT32) {
                throw new BundleException("The output is of type " + array.getDataType() + "; it must be float32");
            }
            return new Tensor(array.toFloatArray(), array.getShape().getShape());
        }

        /** None: the input is already a batch. */
        @Override
        public @Nullable Batchifier getBatchifier() {
            return null;
        }
    }
}
