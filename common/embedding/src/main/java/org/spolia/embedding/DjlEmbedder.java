package org.spolia.embedding;

import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.Batchifier;
import ai.djl.translate.TranslateException;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorContext;
import org.jspecify.annotations.Nullable;

/** A predictor of DJL, which takes batches as they are. */
final class DjlEmbedder implements Embedder {
    private final Manifest manifest;
    private final Predictor<Tensor, Tensor> predictor;

    DjlEmbedder(Manifest manifest, Model model, int output) {
        this.manifest = manifest;
        this.predictor = model.newPredictor(new WholeBatches(output));
    }

    @Override
    public float[][] embed(float[] samples, SampleShape shape, int batch) {
        long[] axes = manifest.inputs().get(0).axes(shape, batch).orElseThrow();
        Tensor out = predict(new Tensor(samples, axes));
        if (out.axes[0] != batch || !manifest.pooling().takes(out.axes.length)) {
            throw new BundleException("Output '" + manifest.output() + "' of encoder '" + manifest.name()
                    + "' has axes "
                    + new Shape(out.axes) + " for a batch of " + batch + ", which pooling '" + manifest.pooling()
                    + "' does not take");
        }
        int dimension = manifest.pooling().dimension(out.axes);
        if (dimension != manifest.dimension()) {
            throw new BundleException("Encoder '" + manifest.name() + "' gives vectors of " + dimension + ", and its "
                    + Manifest.FILE + " says dimension " + manifest.dimension());
        }
        int values = out.values.length / batch;
        float[][] vectors = new float[batch][];
        for (int i = 0; i < batch; i++) {
            vectors[i] = manifest.pooling().pool(out.values, i * values, out.axes);
        }
        return vectors;
    }

    private Tensor predict(Tensor in) {
        try {
            return predictor.predict(in);
        } catch (TranslateException e) {
            if (e.getCause() instanceof BundleException mistake) {
                throw mistake;
            }
            throw new BundleException(
                    "Encoder '" + manifest.name() + "' fails on a batch with axes " + new Shape(in.axes) + ": "
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

    private record WholeBatches(int output) implements Translator<Tensor, Tensor> {
        @Override
        public NDList processInput(TranslatorContext context, Tensor input) {
            return new NDList(context.getNDManager().create(input.values, new Shape(input.axes)));
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

        /** None: the batch is one already. */
        @Override
        public @Nullable Batchifier getBatchifier() {
            return null;
        }
    }
}
