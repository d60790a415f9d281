package org.spolia.embedding;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spolia.embedding.onnx.OnnxException;
import org.spolia.embedding.onnx.OnnxSignature;
import org.spolia.embedding.onnx.OnnxWriter;
import org.spolia.embedding.onnx.TensorType;
import org.spolia.embedding.token.Tokeniser;

/** A model and its manifest, checked against each other. */
public final class EncoderBundle implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The name of the pooled output in models that are written here. */
    public static final String OUTPUT = "embedding";

    private final Manifest manifest;
    private final byte[] model;
    private final int output;

    private EncoderBundle(Manifest manifest, byte[] model, int output) {
        this.manifest = manifest;
        this.model = model;
        this.output = output;
    }

    /**
     * Creates a bundle from a model and its manifest.
     *
     * @param model the bytes of its file
     * @throws BundleException if hash, input, output or dimension differ from the manifest, as far as the file contains
     * them
     */
    public static EncoderBundle of(Manifest manifest, byte[] model) {
        String sha256 = Manifest.sha256(model);
        if (!sha256.equals(manifest.sha256())) {
            throw new BundleException(manifest.model() + ": has sha256 " + sha256 + ", and " + Manifest.FILE + " says '"
                    + manifest.sha256() + "'; get the file again, or correct the manifest");
        }
        int output = manifest.engine().equals(Manifest.PYTORCH)
                ? TorchScript.outputPlace(manifest, model)
                : outputPlace(manifest, signature(manifest, model));
        return new EncoderBundle(manifest, model, output);
    }

    /**
     * Creates a bundle for a model that was written here, with one input and the embedding as output {@link #OUTPUT}.
     *
     * @param tokens converts the columns of an object to integers; null for models of the values themselves
     */
    public static EncoderBundle written(
            String name,
            OnnxWriter model,
            InputSpec input,
            @Nullable Tokeniser tokens,
            Preprocessing preprocessing,
            int dimension) {
        byte[] file = model.toBytes();
        Manifest manifest = new Manifest(
                name,
                "Apache-2.0",
                Manifest.ONNX_RUNTIME,
                "model.onnx",
                Manifest.sha256(file),
                List.of(input),
                tokens,
                OUTPUT,
                preprocessing,
                Pooling.NONE,
                dimension);
        return of(manifest, file);
    }

    /** Creates a bundle without a model: an embedding consists of the values of a sample. */
    public static EncoderBundle ofRawValues() {
        return new EncoderBundle(Manifest.ofRawValues(), new byte[0], 0);
    }

    private static OnnxSignature signature(Manifest manifest, byte[] model) {
        try {
            return OnnxSignature.read(model);
        } catch (OnnxException e) {
            throw new BundleException(manifest.model() + ": " + e.getMessage(), e);
        }
    }

    /** Returns the index of the output of a model that agrees with its manifest. */
    private static int outputPlace(Manifest manifest, OnnxSignature signature) {
        boolean fits = signature.inputs().size() == manifest.inputs().size();
        for (int place = 0; fits && place < manifest.inputs().size(); place++) {
            fits = manifest.inputs().get(place).fits(signature.inputs().get(place));
        }
        if (!fits) {
            throw new BundleException(manifest.model() + ": takes " + signature.inputs() + ", and " + Manifest.FILE
                    + " says " + manifest.inputs() + "; correct the manifest");
        }
        List<String> names = signature.outputs().stream().map(TensorType::name).toList();
        int place = names.indexOf(manifest.output());
        if (place < 0) {
            throw new BundleException(manifest.model() + ": has outputs " + names + ", and " + Manifest.FILE + " says '"
                    + manifest.output() + "'; name one of them");
        }
        requireDimension(manifest, signature.outputs().get(place));
        return place;
    }

    /** If the file leaves axes of the output open, the first batch shows whether they agree. */
    private static void requireDimension(Manifest manifest, TensorType output) {
        if (output.shape().isEmpty()) {
            return;
        }
        if (!manifest.pooling().takes(output.shape().size())) {
            throw new BundleException(manifest.model() + ": output " + output + " has "
                    + output.shape().size() + " axes, which pooling '" + manifest.pooling()
                    + "' does not take; correct the manifest");
        }
        long[] shape = output.shape().stream().mapToLong(Long::longValue).toArray();
        shape[0] = 1;
        boolean open = manifest.pooling() == Pooling.NONE
                ? output.shape().subList(1, shape.length).contains(TensorType.ANY)
                : manifest.pooling().dimension(shape) == TensorType.ANY;
        if (!open && manifest.pooling().dimension(shape) != manifest.dimension()) {
            throw new BundleException(manifest.model() + ": output " + output + " gives vectors of "
                    + manifest.pooling().dimension(shape) + ", and " + Manifest.FILE + " says dimension "
                    + manifest.dimension() + "; correct the manifest");
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    /** The SHA-256, in hexadecimal, of everything that determines an embedding. */
    public String id() {
        return manifest.contentId();
    }

    /** The bytes of the model file. */
    public byte[] model() {
        return model.clone();
    }

    /** The size of the model in bytes. */
    public long bytes() {
        return model.length;
    }

    /**
     * Returns why samples of this shape cannot be embedded; empty if they can.
     *
     * @param batch the number of samples in a batch
     */
    public Optional<String> refusal(SampleShape sample, int batch) {
        if (!manifest.hasModel()) {
            return Optional.empty();
        }
        if (!manifest.preprocessing().takes(sample.channels())) {
            return Optional.of("the sample has " + sample + ", and the encoder is prepared for others");
        }
        ModelInputs inputs = manifest.modelInputs();
        return inputs.parts(sample, batch).isPresent()
                ? Optional.empty()
                : Optional.of(
                        "the sample has " + sample + " in batches of " + batch + ", and the encoder takes " + inputs);
    }

    /** Loads the model on a device. It occupies memory there until it is closed. */
    Encoder load(ComputeDevice device) {
        return manifest.hasModel() ? DjlEncoder.load(manifest, model, output, device) : new RawEncoder();
    }
}
