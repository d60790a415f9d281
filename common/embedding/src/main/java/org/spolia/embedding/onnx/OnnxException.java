package org.spolia.embedding.onnx;

/** What keeps an ONNX file from being read; the message goes on after the name of the file. */
public final class OnnxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OnnxException(String problem) {
        super(problem);
    }
}
