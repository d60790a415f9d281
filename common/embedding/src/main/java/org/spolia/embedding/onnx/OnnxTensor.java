package org.spolia.embedding.onnx;

/**
 * A tensor in a model: an input, weights, or the output of a node.
 *
 * @param axes the number of its axes
 */
public record OnnxTensor(String name, int axes) {}
