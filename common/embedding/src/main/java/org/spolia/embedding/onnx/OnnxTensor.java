package org.spolia.embedding.onnx;

/**
 * A tensor in a model: an input, weights, or what a node gives.
 *
 * @param axes how many it has
 */
public record OnnxTensor(String name, int axes) {}
