package org.spolia.embedding.onnx;

/** The reason why an ONNX file cannot be read. The message continues the name of the file. */
public final class OnnxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OnnxException(String problem) {
        super(problem);
    }
}
